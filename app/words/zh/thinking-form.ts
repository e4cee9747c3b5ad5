import {
	OPENING_CHARACTERS,
	POSITION_MAX,
	POSITIONS_MAX,
	POSITIONS_MIN,
} from "#app/thinking/policy.ts";
export const thinkingForm = {
	asks: "请大家表态",
	asksNone: "不请大家表态",
	asksOwn: "用自己的说法",
	ownWords: "自己的说法",
	ownWordsHint: `一行一种，${POSITIONS_MIN}–${POSITIONS_MAX} 种，每种最多 ${POSITION_MAX} 个字。改掉的说法不再计入，改回来就恢复。`,
	writeFirst: "先写后看",
	writeFirstHint: `学员自己的回复满 ${OPENING_CHARACTERS} 个字，才看得到别人的回复和看法的分布。没有登录的人也看不到；教师团队和置顶的批注不受影响。`,
};
