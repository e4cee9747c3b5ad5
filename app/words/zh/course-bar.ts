import { counted } from "#app/platform/counted.ts";

export const courseBar = {
	label: "这门课",
	lessons: "课文",
	questions: "提问",
	threads: "讨论",
	glossary: "术语",
	desk: "答疑台",
	waiting: (n: number) => `${counted(n)} 个提问等待回答`,
};
