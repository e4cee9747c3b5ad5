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
	discussions: (n: number) => `${n} 个讨论有新内容`,
};
