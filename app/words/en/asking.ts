import type { Words } from "#app/words/zh.ts";

export const asking: Words["asking"] = {
	hints: {
		question: "Ask something you want answered.",
		topic: "Something to talk about.",
		announcement: "From the staff to the whole course.",
	},
	lesson: "About which lesson",
	noLesson: "No lesson in particular",
	optionalText: "More detail (optional)",
	also: "More choices: who sees it, which lesson, what kind",
	who: "More choices: who sees it",
	standing: {
		title: "Already noted and asked here",
		more: (n: number, hasMore: boolean) => (hasMore ? "More" : `${n} more`),
		note: "See the note",
		all: "All questions about this passage",
	},
	orders: {
		label: "Order",
		wanted: "By interest",
		place: "By place in the text",
		inPlace: "as in the text; those about no passage come last in their lesson",
	},
	afterwards: {
		ask: "Once you are in, you can ask about this passage",
		reply: (title) => `Once you are in, you can reply to “${title}”`,
		vote: (title) => `Once you are in, you can vote in “${title}”`,
		meToo: (title) =>
			`Once you are in, you can say that you want to know too: “${title}”`,
	},
	newHere: "New here? ",
	signUpFirst: "Sign up first",
	back: ", and you come back to this.",
};
