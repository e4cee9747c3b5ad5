import type { Words } from "#app/words/zh.ts";

export const replyActs: Words["replyActs"] = {
	word: {
		title: "A staff remark on this reply",
		hint: "It stays with the reply wherever it is shown, and keeps it from standing first. The reply itself is not hidden.",
		kind: "It says",
		text: "In a sentence",
		none: "Take the word back",
	},
	promote: {
		title: "Make this reply a question",
		hint: "Its author, date, votes and the replies under it go along; the old place leads there.",
		answers:
			"This reply counts as an answer. As a question it loses its note, and that it was accepted, endorsed or settled other questions.",
		opens:
			"Here one writes first. As a question this reply, and those under it, are open to everybody.",
		submit: "Make it a question",
	},
	settle: {
		title: "Answer other questions by this one answer",
		hint: "Tick the questions that it answers as well. Each will show it, and its asker is told once.",
		none: "No other question is waiting, or has a title like it.",
		submit: "Answer selected questions",
	},
};
