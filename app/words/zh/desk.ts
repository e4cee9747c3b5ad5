export const desk = {
	title: "答疑台",
	queue: "等人回答",
	queueEmpty: "没有等着回答的提问。可以喝杯茶。",
	orders: { longest: "按等待", most: "按人数" },
	waiting: (hours: number) => {
		if (hours < 1) return "刚刚提出";
		return hours < 24
			? `已等 ${Math.floor(hours)} 小时`
			: `已等 ${Math.floor(hours / 24)} 天`;
	},
	anonymous: "匿名",
	answer: "去回答",
	claimedByYou: "你正在回答",
	candidates: "回复里可能藏着的提问",
	candidatesHint:
		"按问号和「请问」之类的字眼挑出来的，要不要转为提问由你决定。",
	candidatesEmpty: "没有找到。",
	noQuestion: "不是提问",
	declined: (n: number) => `近七天判为「不是提问」的 ${n} 条`,
	putBack: "放回去",
	week: {
		title: "一周一览",
		blocks: "近七天提问最多的段落",
		blocksNone: "近七天没有人就哪一段提问。",
		newQuestions: (n: number) => `${n} 个新提问`,
		unseen: "大家赞同、教师还没看过的回复",
		unseenNone: "没有漏看的。",
		times: "从提问到教师回答",
		timesNone: "近八周还没有回答过提问。",
		timesHint: "圆点是一半提问等到回答的时间，线顶是九成提问的。",
		open: "教师还没答的提问",
		week: (ago: number) => (ago === 0 ? "本周" : `${ago} 周前`),
		took: (week: string, half: string, most: string) =>
			`${week}：一半在 ${half}内，九成在 ${most}内`,
		hours: (hours: number) =>
			hours < 48
				? `${Math.max(1, Math.round(hours))} 小时`
				: `${Math.round(hours / 24)} 天`,
	},
};
