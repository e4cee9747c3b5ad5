import { countedPlural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const lessons: Words["lessons"] = {
	contents: "Contents",
	asked: (n) => countedPlural(n, "question", "questions"),
	minutes: (n: number) => `about ${n} min`,
	revised: "revised ",
	thinking: "Thinking questions",
	thinkingHint: "think first, then see what others say",
	others: "See what others think",
	discussion: "Discussion",
	startThread: "Start a discussion of its own about this lesson",
	morePages: "All replies, on the thread's page",
	previous: "Previous lesson",
	next: "Next lesson",
	neighbours: "Neighbouring lessons",
	goOn: "Read on after the discussion",
	note: "Note",
	noteFrom: (pinner: string, writer: string) =>
		pinner === writer ? writer : `${writer}, via ${pinner}`,
	seeThread: "the thread",
	noteEdited: "the reply was edited later",
	noteMark: "note",
	hasNote: "has a note",
	toCheck: (n: number) => (n === 1 ? "1 note to check" : `${n} notes to check`),
	edit: "Edit the lesson",
	add: "Add a lesson",
	create: "Create the lesson",
	questions: "Thinking questions",
	order: "Order",
	orderUp: (title: string) => `Move “${title}” up`,
	orderDown: (title: string) => `Move “${title}” down`,
};
