import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

const backed = (added: number, changed: number, of: [string, string]) =>
	[
		added && `${plural(added, ...of)} will go`,
		changed && `${plural(changed, ...of)} will be as before`,
	]
		.filter(Boolean)
		.join(", ");

export const imports: Words["imports"] = {
	steps: {
		choose: "Import lessons",
		preview: "Import preview",
		done: "Imported",
	},
	intro:
		"Look at the preview, put the thinking questions right, then import. Until then nothing is written into the course.",
	files: "Files",
	filesDrop: "Choose files, or drop them here",
	folder: "Or a whole folder",
	folderChoose: "Choose a folder",
	folderHint:
		"Order, contents and links between lessons are those of the folder. Pictures are not sent.",
	lessonText: "The lesson as it will look",
	widen: {
		text: (n) =>
			`Give the lesson its full-width punctuation back (${plural(n, "line", "lines")})`,
		comments: (n) => `The comments too (${plural(n, "line", "lines")})`,
	},
	widenHint: "Code, formulas, numbers and Latin text stay.",
	widenLines: "What would change",
	widenMore: (n) => `${plural(n, "more line", "more lines")}`,
	filesHint: (mb) =>
		`.txt is a lesson document, .md is Markdown; in UTF-8, GBK, Big5 or UTF-16, up to ${mb} MB together. You can choose several.`,
	pasted: "Or paste a document here",
	format: "What you paste is",
	formats: {
		auto: "found out from the text",
		document: "a lesson document",
		markdown: "Markdown",
	},
	formatHint:
		"A lesson document has its title on the first line and one paragraph a line; a section 思考题 and the old comment area may stand at its end.",
	preview: "Preview",
	previewing: "Reading…",
	unread: "Not imported",
	pastedName: "Pasted document",
	count: (created: number, updated: number, unchanged: number) =>
		[
			created && plural(created, "new lesson", "new lessons"),
			updated && plural(updated, "lesson updated", "lessons updated"),
			unchanged && plural(unchanged, "lesson unchanged", "lessons unchanged"),
		]
			.filter(Boolean)
			.join(", ") || "nothing to import",
	stillOpen: (n) =>
		`${plural(n, "lesson is", "lessons are")} undecided; say which lesson each is, then import.`,
	would: (counts: string) => `If you import now: ${counts}.`,
	did: (counts: string) => `Done: ${counts}.`,
	outcomes: {
		created: "new lesson",
		updated: "update",
		unchanged: "unchanged",
		"left out": "left out",
	},
	replaces: (title: string) =>
		`This is taken for “${title}”: it gets the title and text from here and keeps its discussions.`,
	whichLesson: "Which lesson is this?",
	maybe: (lesson) =>
		`It is not clear. ${lesson} is most like it; choose it, and its discussions go on under this document.`,
	noneLikely:
		"The lesson chosen cannot be used: it is not in the course, or another document has it.",
	choose: "Please choose",
	undecided: "to be decided",
	asNew: "a new lesson",
	whichQuestion: (text) => `Which question is “${text}”?`,
	maybeQuestion: (title) =>
		`Not certain. It may be “${title}” reworded: choose that, and its discussion goes on under this one.`,
	asNewQuestion: "A new question",
	lesson: (place, title) =>
		place === null ? `“${title}”, not shown` : `Lesson ${place}, “${title}”`,
	renew: "Preview again",
	notInDocument: (n) =>
		`${plural(n, "follow-up", "follow-ups")} in the source, not in the document`,
	blocks: (n: number) => plural(n, "block", "blocks"),
	headings: (n: number) => plural(n, "heading", "headings"),
	formulas: (n: number) => plural(n, "display formula", "display formulas"),
	votes: (n: number) => plural(n, "vote", "votes"),
	problems: (n: number) => plural(n, "thing to look at", "things to look at"),
	line: (n: number) => `Line ${n}`,
	sample: "The first replies",
	undated: "no date",
	questions: "Thinking questions",
	questionsHint:
		"Thinking questions stand one a line, and each gets a thread of its own; where they were split wrongly, put it right here. A question that the lesson asks already keeps its thread while its text is the same or only reworded; another question gets a new one.",
	reworded: "Reworded; each goes on in the thread that it has",
	now: "Now",
	afterwards: "After the import",
	present:
		"What the lesson asks now (what is not kept above will be marked as no longer in it)",
	submit: "Import",
	importing: "Importing…",
	again: "Choose again",
	toCourse: "To the course",
	more: "Import more",
	last: "Recent imports",
	none: "Nothing was imported yet. Choose a file, or paste a document.",
	commandLine: "command line",
	lessons: (n: number) => plural(n, "lesson", "lessons"),
	undoing: {
		act: "Undo…",
		title: "Undo an import",
		undone: (name) => (name ? `undone by ${name}` : "undone"),
		wasUndone:
			"This import has been undone. If you import the same documents again, new lessons get their old addresses back.",
		unrecorded:
			"This import cannot be undone: it is older than this feature, and what it changed was not recorded. Lessons you do not want can be hidden or removed, each on its page.",
		effects: "What undoing does",
		sums: {
			came: (lessons, questions, replies) => {
				const along = [
					questions &&
						plural(questions, "thinking question", "thinking questions"),
					replies && plural(replies, "imported reply", "imported replies"),
				].filter(Boolean);
				return `${plural(lessons, "lesson", "lessons")} will go${along.length ? `, with ${along.join(" and ")}` : ""}`;
			},
			rewritten: (lessons) =>
				`${plural(lessons, "lesson", "lessons")} will have the title and text from before the import`,
			questions: (added, changed) =>
				`In older lessons, ${backed(added, changed, ["thinking question", "thinking questions"])}`,
			replies: (added, changed) =>
				`In older lessons, ${backed(added, changed, ["imported reply", "imported replies"])}`,
			nothing: () =>
				"The lessons’ files and order will be as before the import",
		},
		hint: "A lesson that goes is in no list, and no other lesson gets its address. If you import the same documents again, it comes back.",
		lessons: (n) => plural(n, "lesson written", "lessons written"),
		goes: "will go",
		goesBack: "will be as before",
		back: "Keep it",
		submit: "Undo this import",
		stays: "It cannot be undone now",
		staysHint:
			"Since the import, people have written, chosen or changed something in these places, and undoing would leave that without its ground. Lessons you do not want can be hidden or removed, each on its page; their discussions stay.",
		obstacles: {
			replies: (n) => plural(n, "reply", "replies"),
			questions: (n) => plural(n, "question or topic", "questions or topics"),
			votes: (n) => plural(n, "vote", "votes"),
			marks: (n) =>
				plural(
					n,
					"note, pin, endorsement or term",
					"notes, pins, endorsements or terms",
				),
			edits: () => "text or questions edited since",
			imports: () => "imported again since: undo that import first",
		},
		more: (n) => plural(n, "more place", "more places"),
	},
};
