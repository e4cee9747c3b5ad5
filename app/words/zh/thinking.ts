export const thinking = {
	standard: { yes: "是", partly: "部分", no: "否" },
	write: "写下我的想法",
	answer: (question: string) => `写下我的想法：${question}`,
	position: "你的看法（可以不选）",
	noPosition: "不表态",
	spread: "大家的看法",
	people: (n: number) => `${n} 人表了态，每人只算最近一次`,
	nobody: "还没有人表态。",
	held: (position: string, n: number) => `${position} ${n} 人`,
	other: "另一种看法",
	closed: (n: number) =>
		`这道题先写后看：你自己的回复满 ${n} 个字（空白不算），就能看到大家的回复。选出的回复一直可以看。`,
	postedShort: (n: number) =>
		`已发布。它还不满 ${n} 个字，所以大家的回复还没有打开。`,
	closedMark: "先写后看",
	settings: "思考题设置",
};
