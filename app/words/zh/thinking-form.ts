export const thinkingForm = {
	asks: "请大家表态",
	asksNone: "不请大家表态",
	asksOwn: "用自己的说法",
	ownWords: "自己的说法",
	ownWordsHint: (least: number, most: number, characters: number) =>
		`一行一种，${least}–${most} 种，每种最多 ${characters} 个字。改掉的说法不再计入，改回来就恢复。`,
	writeFirst: "先写后看",
	writeFirstHint: (n: number) =>
		`学员自己的回复满 ${n} 个字，才看得到别人的回复和看法的分布。没有登录的人也看不到；教师团队和选出的回复不受影响。`,
};
