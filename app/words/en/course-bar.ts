import { counted } from "#app/platform/counted.ts";
import type { Words } from "#app/words/zh.ts";

export const courseBar: Words["courseBar"] = {
	label: "This course",
	lessons: "Lessons",
	questions: "Questions",
	threads: "Discussions",
	glossary: "Glossary",
	desk: "Desk",
	waiting: (n: number) =>
		n === 1
			? "1 question waits for an answer"
			: `${counted(n)} questions wait for an answer`,
};
