import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

const wonder = (n: number) =>
	plural(n, "other wants to know", "others want to know");

export const notes: Words["notes"] = {
	check: "Notes to check again",
	checkHint:
		"The lesson or the reply has changed since; please see whether these notes still fit.",
	changed: "The paragraph has changed",
	gone: "The paragraph is no longer in the lesson",
	edited: "The reply was edited",
	before: "The paragraph when it was noted",
	after: "What changed in the paragraph",
	replyAfter: "What changed in the reply",
	sameWords: "The words are the same; formatting or links have changed.",
	is: { gone: "Taken out: ", new: "Put in: " },
	keep: "Still fits",
	change: "Edit or move…",
	textChanged: "The text has changed since",
	up: "Move this note up",
	down: "Move this note down",
	asked: "Asked: ",
	begin: {
		mark: "Note",
		at: (opening) => `Write a note beside “${opening}”`,
		hint: "Write a note beside this paragraph",
		selection: "Write a note",
		title: "Write a note beside this paragraph",
		body: "Note",
		bodyHint:
			"Readers see how it begins in the margin; the whole stands in the lesson’s discussion.",
		submit: "Put in the margin",
		full: (n) =>
			`The lesson’s discussion has room for at most ${n} picked replies, and they are taken. Take one out first, or use a reply from elsewhere.`,
		toDiscussion: "Go to the lesson’s discussion",
		worth: "Or use a reply that is here already",
		here: "Asked about this paragraph",
		endorsed: "Endorsed",
	},
	open: (questions, meToo) =>
		`${questions} open question${questions === 1 ? "" : "s"}${meToo > 0 ? `, ${wonder(meToo)}` : ""}`,
	openMark: (questions, meToo) =>
		meToo > 0 ? `${questions} open · ${wonder(meToo)}` : `${questions} open`,
};
