import { counted } from "#app/platform/counted.ts";

export const search = {
	title: "搜索",
	inCourse: "在这门课里搜索",
	label: "要找的词",
	submit: "搜索",
	hint: "写下要找的词。几个词之间用空格隔开，都有的才算；用引号括起来的按整句找，前面加减号的不要。",
	noWords: "这里面没有可以搜索的词，请换一个写法。",
	empty: "没有找到。可以少写几个词，或换一个说法。",
	count: (n: number) => `找到 ${counted(n)} 处`,
	synonyms: (word: string, others: string) => `「${word}」也包括：${others}`,
	everywhere: "在所有课程里搜索",
	kinds: {
		block: "课文",
		thread: "讨论",
		reply: "回复",
		note: "旁注",
		term: "术语",
	},
};
