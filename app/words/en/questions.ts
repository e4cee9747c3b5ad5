import { countedPlural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const questions: Words["questions"] = {
	title: "Questions",
	states: {
		waiting: "Waiting",
		discussed: "Discussed",
		follow_up: "Follow-up",
		answered: "Answered",
	},
	filters: {
		waiting: "Waiting",
		unanswered: "Not yet answered by staff",
		follow_up: "Follow-up",
		mine: "My questions",
	},
	all: "All",
	empty:
		"Nobody has asked yet. Where a passage of a lesson is not clear, ask right beside it.",
	emptyFiltered: "No question fits.",
	ask: "Ask a question",
	askFirst: "Sign in to ask",
	wonder: "I want to know too",
	meToo: (n) =>
		n === 1 ? "1 other wants to know" : `${n} others want to know`,
	count: (n) => countedPlural(n, "question", "questions"),
	order: "Most wanted first",
	unansweredHint: "Also those that fellow learners have answered.",
	accept: "Accept",
	unaccept: "Take acceptance back",
	accepted: "Accepted by the asker",
	endorse: "Endorse",
	unendorse: "Take endorsement back",
	endorsedBy: (name) => `Endorsed by ${name ?? "staff"} `,
	wordKinds: {
		caveat: "Right, with a caveat",
		wrong: "Popular, but not right",
	},
	wordIs: (kind) => `${kind}: `,
	word: "Add a staff remark…",
	solved: "That answers it",
	solvedHint:
		"You wrote again after an answer. If nothing is left open, let everybody know.",
	private: "Show it to staff only",
	privateHint: "Then only you and the staff of the course see this question.",
	privateMark: "Staff only",
	anonymous: "Anonymous to classmates",
	anonymousHint:
		"Classmates see “Anonymous learner 1”. Staff still see your name.",
	propose: "Propose to publish",
	proposeHint:
		"If this question would help everybody, you can ask its author to publish it to the class. The author decides.",
	withdraw: "Withdraw the proposal",
	proposed:
		"Proposed to the asker. Without an answer the question stays private.",
	proposedToYou:
		"The staff think this question would help everybody and ask you to publish it. Without an answer it stays private.",
	declined: "The asker keeps it private.",
	declinedByYou: "You keep it private. You can still publish it at any time.",
	publish: "Publish to the class…",
	publishSure:
		"This cannot be taken back: the whole class will read this question and the replies below.",
	publishConfirm: "Yes, publish it",
	published: "Published: the whole class can read this question.",
	publishAnonymous: "Your name stays hidden from classmates.",
	decline: "Keep it private",
	claim: "Claim",
	release: "Release",
	claimedBy: (name) => `${name} is answering`,
	promote: "Make it a question…",
	demote: "Make it a reply again",
	promotedTo: "This reply has become a question: ",
	promotedFrom: "From a reply",
	settle: "Answer other questions by it…",
	settles: (n) =>
		`An answer here also answers ${n} other question${n === 1 ? "" : "s"}:`,
	answeredElsewhere: "answered elsewhere",
	settledBy: "An answer elsewhere settles this question",
	unsettle: "Open it again",
	passage: "About this passage",
	passageChanged:
		"The lesson has changed since; this is the wording that was asked about",
	passageGone:
		"The passage is no longer in the lesson; this is the wording that was asked about",
	toPassage: "See the lesson",
	askMark: "Ask",
	askHere: "Ask about this paragraph",
	askAbout: (opening: string) => `Ask about “${opening}”`,
	askSelection: "Ask about the selected words",
	askOne: "One paragraph at a time: the first is quoted",
	askedHere: (n) => (n === 1 ? "1 question" : `${n} questions`),
	askedHereFull: (n) =>
		n === 1
			? "1 question about this paragraph"
			: `${n} questions about this paragraph`,
	similar: "Similar questions",
	similarHint:
		"Perhaps one is answered already; if you wonder the same, say so there.",
};
