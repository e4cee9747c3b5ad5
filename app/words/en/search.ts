import { counted } from "#app/platform/counted.ts";
import type { Words } from "#app/words/zh.ts";

export const search: Words["search"] = {
	title: "Search",
	inCourse: "Search this course",
	label: "Words to find",
	submit: "Search",
	hint: "Type the words to find. All of them must occur; quotes make a phrase, and a minus before a word leaves it out.",
	noWords: "There is no word to search for in this. Please put it another way.",
	empty: "Nothing was found. Try fewer words, or other ones.",
	count: (n: number) => (n === 1 ? "1 place" : `${counted(n)} places`),
	synonyms: (word: string, others: string) => `“${word}” includes: ${others}`,
	everywhere: "Search all courses",
	kinds: {
		block: "Lesson",
		thread: "Discussion",
		reply: "Reply",
		note: "Note",
		term: "Term",
	},
};
