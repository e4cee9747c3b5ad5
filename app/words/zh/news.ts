import { counted, NEWS_MAX } from "#app/platform/counted.ts";

export const news = {
	count: (n: number) => `${counted(n, NEWS_MAX)} 条新`,
	unopened: "未读",
	since: (n: number) => `上次看过以后，有 ${counted(n, NEWS_MAX)} 条新回复。`,
	first: "跳到第一条未读",
	pins: (n: number) => `选出的 ${n} 条在第一页`,
	staffAnswers: "教师团队的回答",
	noStaffAnswers: "教师团队还没有回答过。",
	noneByStaff: "教师团队还没有在这里写过。",
	changes: (n: number) => `读过的课文有 ${counted(n, NEWS_MAX)} 处变化`,
	sinceTitle: "自你读过以后",
	sinceHint: "你标为读过的课文，后来有了什么。只有你自己看得到。",
	nothingSince: "读过的课文没有新的变化。",
	seen: "都看过了",
	sinceKinds: {
		note: "新批注",
		corrected: "改过的一段",
		block: "新写的一段",
		answer: "你想知道的有了回答",
		term: "新定的译名",
	},
	discussions: (n: number) => `${n} 个讨论有新内容`,
};
