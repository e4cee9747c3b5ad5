import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const feeds: Words["feeds"] = {
	course: (title) => `${title}: new threads and answers by staff`,
	lesson: (title) => `${title}: new notes and replies`,
	thread: (title) => `${title}: new replies`,
	reply: (name) => `Reply by ${name}`,
	answer: (title) => `Answer by staff: ${title}`,
	note: "Note in the margin",
	votes: (n) => plural(n, "upvote", "upvotes"),
};
