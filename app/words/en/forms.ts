import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const forms: Pick<Words, "forms" | "errors" | "refusals"> = {
	forms: {
		cancel: "Cancel",
		save: "Save",
		preview: "Preview",
		previewing: "Rendering…",
		sending: "Sending…",
		theirs: "The text as it is now",
		draftKept: "Draft kept on this device",
		draftBack: "This is what you had not sent yet.",
		discardDraft: "Discard the draft",
		markdownHint: "Markdown and $formulas$ work.",
		keysHint: "Ctrl+Enter or ⌘+Enter submits.",
		tools: {
			name: "Formatting",
			bold: "Bold",
			quote: "Quotation",
			code: "Code",
			formula: "Formula",
			link: "Link",
			list: "List",
		},
		signInBeside: "Sign in in a new tab",
		textKept: (reason) => `${reason} Your text is still here.`,
	},
	errors: {
		nameEmpty: "Please give a name.",
		nameLong: (n) =>
			`A name has at most ${plural(n, "character", "characters")}.`,
		nameInvisible: "The name holds invisible characters; please type it again.",
		nameOfStaff:
			"This name looks too much like a teacher's; please choose another.",
		emailWrong: "Please give a whole e-mail address, such as name@example.com.",
		emailTaken: "This address has an account already; you can sign in.",
		handleWrong:
			"A handle has 3–30 lower-case letters, digits, underscores or hyphens.",
		handleOffered:
			"This user name was made from what you gave: send the form again if you like it, or change it.",
		handleTaken: "Somebody has this handle already; please choose another.",
		handleUnknown: "There is no such handle.",
		passwordEmpty: "Please enter the password.",
		passwordShort: (n) =>
			`A password has at least ${plural(n, "character", "characters")}.`,
		passwordLong: (n) =>
			`A password has at most ${plural(n, "character", "characters")}.`,
		passwordWrong: "This is not your present password.",
		signInWrong: "The address or the password is not right.",
		bioLong: (n) => `At most ${plural(n, "character", "characters")}.`,
		zoneUnknown: "Please choose a time zone from the list.",
		bodyEmpty: "There is nothing written yet.",
		bodyLong: (n) =>
			`At most ${plural(n, "character", "characters")}; please shorten it.`,
		titleEmpty: "Please give a title.",
		titleLong: (n) =>
			`A title has at most ${plural(n, "character", "characters")}.`,
		placeholderUnknown:
			"Only {name} and {lesson} are filled in; put into `…` what is to stay as it is. Unknown:",
		savedTitleLong: (n) =>
			`A title has at most ${plural(n, "character", "characters")}.`,
		slugWrong:
			"1–60 lower-case letters, digits or hyphens, beginning with a letter or digit.",
		slugTaken: "Another course has this address; please choose another.",
		descriptionLong: (n) => `At most ${plural(n, "character", "characters")}.`,
		lessonLong: (n) =>
			`A lesson has at most ${plural(n, "character", "characters")}.`,
		questionLong: (n) =>
			`A question has at most ${plural(n, "character", "characters")}.`,
		questionsMany: (n) => `A lesson asks at most ${n} questions.`,
		kindUnknown: "Please choose a kind.",
		kindForbidden:
			"Announcements are for the teaching staff; please choose another kind.",
		blockUnchosen: "Please choose another part, or “Not in the lesson”.",
		lessonUnknown: "There is no such lesson.",
		shortFormLong: (n) =>
			`The margin's text has at most ${plural(n, "character", "characters")}.`,
		sourceEmpty: "Please write the source word.",
		renderingEmpty: "Please write the preferred rendering.",
		wordLong: (n) =>
			`A word can have at most ${plural(n, "character", "characters")}.`,
		renderingsMany: (n) => `There can be at most ${n} other renderings.`,
		meaningLong: (n) =>
			`The meaning can have at most ${plural(n, "character", "characters")}.`,
		wordTaken: "Another term of the glossary has this word.",
		positionUnknown: "Please choose one of the positions listed.",
		positionsFew: (n) =>
			`Please write at least ${plural(n, "position", "positions")}, one a line.`,
		positionsMany: (n) =>
			`There can be at most ${plural(n, "position", "positions")}.`,
		positionLong: (n) =>
			`A position can have at most ${plural(n, "character", "characters")}.`,
		sentenceEmpty: "Please write a sentence.",
		sentenceLong: (n) => `At most ${plural(n, "character", "characters")}.`,
		nothingTicked: "Please tick at least one question.",
		roleUnknown: "Please choose a role.",
		formBroken:
			"The form came incomplete; please reload the page and try again.",
		fileMissing: "Please choose a file, or paste the document.",
		fileUnreadable: "No lesson could be read; the reasons are below.",
		render_formulas: "Too many formulas: at most 200 at a time.",
		render_html: "Too long once typeset; please send it in parts.",
		render_time:
			"Typesetting this takes too long; please use simpler formatting.",
		render_nesting: "Nested too deeply: at most 50 levels.",
		render_memory:
			"Typesetting this takes too much memory; please use simpler formatting.",
	},
	refusals: {
		threadLocked:
			"The thread has just been locked: it takes no replies, edits or votes for now.",
		threadRemoved: "The thread has just been removed.",
		replyRemoved: "The reply has just been removed.",
		questionReplied:
			"Somebody has replied to this question, so it cannot become a reply again. You can lock or remove it.",
		replyPromoted:
			"The reply has just become a question of its own; please go on there.",
		staleEdit:
			"Somebody saved another edit while you were writing. Please compare with the text below, then save again.",
		tooManyPins: (n) =>
			`A thread has room for at most ${n} picked replies; please take one out first.`,
		blockGone:
			"The paragraph you chose is no longer in the lesson; please choose another.",
		noteGone: "This note is no longer in the lesson.",
		termRemoved:
			"The term has just been taken out of the glossary. Your text is still here.",
		termTaken:
			"Another term has one of its words. Change that one first, then put this one back.",
		claimed: "A colleague is already answering this question.",
		answerSettled:
			"This question has itself been settled by an answer elsewhere; please start from that one.",
		lastInstructor: "A course needs at least one instructor.",
		importStays: "The import was not undone; the reason stands below.",
		lessonRemoved: "The lesson has just been removed, so nothing was sent.",
		lessonsChanged:
			"The list of lessons has just changed; please order it again.",
		signedOut:
			"Your session has ended. Your text is still here and can be sent once you have signed in.",
		tooLarge:
			"Too much at once. Your text is still here: make it shorter, and send it again.",
		otherOrigin:
			"This was not accepted: it does not seem to come from a page of this site.",
		offline:
			"This did not arrive: the network is down, or the site cannot be reached.",
		busy: "The server has too much to do just now, so this was not taken. Send it again in a few seconds.",
		unavailable:
			"The site cannot keep anything just now, so this was not taken. Send it again in a while.",
		tooFast: (seconds: number) =>
			seconds < 90
				? `That was rather fast; please wait ${plural(seconds, "second", "seconds")}.`
				: `That was the limit; please wait ${Math.ceil(seconds / 60)} minutes.`,
	},
};
