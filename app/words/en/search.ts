import { counted } from "#app/platform/counted.ts";
import type { Words } from "#app/words/zh.ts";

export const search: Words["search"] = {
	label: "Words to find",
	submit: "Search",
	hint: "Type the words to find. All of them must occur; quotes make a phrase, and a minus before a word leaves it out.",
	more: "More conditions",
	fields: {
		course: "Course",
		lesson: "Lesson (its number, or a word of its title)",
		author: "Author (name or handle)",
		kind: "Kind",
		state: "State of the question",
		has: "Only with a note",
		from: "From",
		to: "To",
	},
	any: "Any",
	typed:
		"These can also be typed beside the words: course: lesson: author: kind: is:answered is:waiting has:note after: before:, as in author:zhou after:2026-03.",
	ignored: "Not understood; the rest was searched for:",
	notUnderstood: {
		operator: (text: string) => `there is no condition “${text}”`,
		course: (text: string) => `there is no course called “${text}”`,
		lesson: (text: string) => `there is no lesson “${text}”`,
		author: (text: string) => `there is nobody called “${text}”`,
		kind: (text: string) => `there is no kind “${text}”`,
		state: (text: string) => `there is no state “${text}”`,
		has: (text: string) => `only has:note is known, not “${text}”`,
		from: (text: string) => `“${text}” is no date, please write 2026-03-15`,
		to: (text: string) => `“${text}” is no date, please write 2026-03-15`,
	},
	noWords: "There is no word to search for in this. Please put it another way.",
	empty: "Nothing was found. Try fewer words, or other ones.",
	count: (n: number) => (n === 1 ? "1 place" : `${counted(n)} places`),
	synonyms: (word: string, others: string) => `“${word}” includes: ${others}`,
	alike: (word: string, other: string) =>
		`“${word}” was not found; “${other}” sounds the same`,
	alsoAlike: (word: string, other: string) =>
		`“${word}” is rare; “${other}”, which sounds the same, is included`,
	settles: (title: string) => `also answers “${title}”`,
	reading: (typed: string, words: string) => `${typed} is read as: ${words}`,
	everywhere: "Search all courses",
	kinds: {
		block: "Lesson",
		thread: "Discussion",
		reply: "Reply",
		note: "Note",
		term: "Term",
	},
};
