import { counted } from "#app/platform/counted.ts";

export const search = {
	label: "要找的词",
	submit: "搜索",
	hint: "写下要找的词。几个词之间用空格隔开，都有的才算；用引号括起来的按整句找，前面加减号的不要。",
	more: "更多条件",
	fields: {
		course: "课程",
		lesson: "课（第几课，或题目里的词）",
		author: "作者（名字或账号）",
		kind: "种类",
		state: "提问的状态",
		has: "只要有批注的",
		from: "自",
		to: "至",
	},
	any: "不限",
	typed:
		"也可以写在要找的词旁边：课程：、课：、作者：、种类：、状态：、有批注、自：、至：。例如：作者：周望 自：2026-03。",
	ignored: "没有看懂，其余的照常找：",
	notUnderstood: {
		operator: (text: string) => `不认识「${text}」这个条件`,
		course: (text: string) => `没有叫「${text}」的课程`,
		lesson: (text: string) => `没有「${text}」这一课`,
		author: (text: string) => `没有叫「${text}」的人`,
		kind: (text: string) => `没有「${text}」这个种类`,
		state: (text: string) => `没有「${text}」这个状态`,
		has: (text: string) => `只认得「有批注」，不认得「有${text}」`,
		from: (text: string) => `「${text}」不是日期，请写成 2026-03-15 这样`,
		to: (text: string) => `「${text}」不是日期，请写成 2026-03-15 这样`,
	},
	noWords: "这里面没有可以搜索的词，请换一个写法。",
	empty: "没有找到。可以少写几个词，或换一个说法。",
	count: (n: number) => `找到 ${counted(n)} 处`,
	synonyms: (word: string, others: string) => `「${word}」也包括：${others}`,
	alike: (word: string, other: string) =>
		`没有找到「${word}」，按读音找到「${other}」`,
	alsoAlike: (word: string, other: string) =>
		`「${word}」很少，按读音也找了「${other}」`,
	settles: (title: string) => `也回答了「${title}」`,
	reading: (typed: string, words: string) => `按读音，${typed} 是：${words}`,
	everywhere: "在所有课程里搜索",
	kinds: {
		block: "课文",
		thread: "讨论",
		reply: "回复",
		note: "批注",
		term: "术语",
	},
};
