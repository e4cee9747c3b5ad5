import type { Words } from "#app/words/zh.ts";

export const glossary: Words["glossary"] = {
	title: "Glossary",
	about:
		"How this course renders its terms. Lessons mark each one where it first appears.",
	underway:
		"A term or a lesson has just changed. The lessons are being looked through again, and where each term appears will be right again shortly.",
	empty: "There are no terms yet.",
	emptyStaff:
		"There are no terms yet. Write one down while you pin a reply about a translation, or add one here.",
	add: "Add a term",
	edit: "Edit",
	editOf: (word) => `Edit “${word}”`,
	editTitle: "Edit the term",
	otherRenderings: "Also",
	inLessons: "Appears in",
	lessonsInAll: (n) => `… ${n} in all`,
	inNoLesson: "In no lesson yet",
	decided: "Where it was decided",
	seeNote: "See the note",
	entry: "See the glossary",
	preferred: (word, was) =>
		was ? `“${word}” in place of “${was}”` : `set to “${word}”`,
	remove: "Take out of the glossary",
	removeHint:
		"Lessons will no longer mark it, and questions no longer know its words. It can be put back at any time.",
	removedTerms: (n) => (n === 1 ? "1 term taken out" : `${n} terms taken out`),
	isRemoved: (word) => `“${word}” has been taken out of the glossary.`,
	restore: "Put back",
	restoreOf: (word) => `Put “${word}” back into the glossary`,
	fields: {
		legend: "Term",
		only: "Counts for a translation note only. It then enters the glossary, and each lesson marks it where it first appears; you may leave it blank.",
		source: "Source word",
		sourceHint: (n) =>
			`The word that is translated, such as Emergent Ability; at most ${n} characters. A word in capitals (RAG) is found in capitals only.`,
		rendering: "Preferred rendering",
		more: "Other renderings and meaning (optional)",
		otherRenderings: "Other renderings",
		otherRenderingsHint:
			"Separated by commas or on lines of their own. Whichever a reader uses leads to the term.",
		meaning: "Meaning in one line",
		meaningHint: (n) =>
			`What readers see first when they open the word in a lesson; at most ${n} characters.`,
	},
};
