import type { Words } from "#app/words/zh.ts";

export const savedReplies: Words["savedReplies"] = {
	title: "Saved replies",
	about:
		"What staff write again and again. In the form of a reply, “Use a saved reply” puts one where the cursor is. In a browser that runs no scripts, copy it from this page.",
	empty: "No saved replies yet. What was written twice is worth saving.",
	add: "Add a saved reply",
	edit: "Edit",
	editTitle: "Edit a saved reply",
	text: "Text of the reply",
	titleHint: (n) => `The name it is picked by, at most ${n} characters.`,
	placeholders:
		"{name} becomes whom you answer, {lesson} the number of the lesson.",
	remove: "Remove",
	removed: (title) => `“${title}” is removed.`,
	restore: "Put back",
	pick: "Put in where the cursor is",
	none: "No saved replies yet.",
	toAll: "All saved replies",
	noName: "classmate",
	noLesson: "this course",
};
