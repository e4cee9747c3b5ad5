import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const desk: Words["desk"] = {
	title: "Desk",
	queue: "Waiting for an answer",
	queueEmpty: "Nothing is waiting. Have a cup of tea.",
	orders: { longest: "Longest wait", most: "Most wanted" },
	waiting: (hours) => {
		if (hours < 1) return "for less than an hour";
		const many = Math.floor(hours < 24 ? hours : hours / 24);
		return `for ${many} ${hours < 24 ? "hour" : "day"}${many === 1 ? "" : "s"}`;
	},
	anonymous: "anonymous",
	answer: "Answer it",
	claimedByYou: "You are answering",
	candidates: "Questions that may hide in replies",
	candidatesHint:
		"Picked by question marks and words that ask. Whether one becomes a question is yours to decide.",
	candidatesEmpty: "None found.",
	noQuestion: "Not a question",
	declined: (n) =>
		`${plural(n, "reply", "replies")} set aside in seven days as no question`,
	putBack: "Put it back",
	week: {
		title: "The week at a glance",
		blocks: "Passages with most questions in seven days",
		blocksNone: "No passage was asked about in seven days.",
		newQuestions: (n) => plural(n, "new question", "new questions"),
		unseen: "Upvoted by the class, not looked at by staff",
		unseenNone: "Nothing was missed.",
		times: "From question to answer by staff",
		timesNone: "No question was answered in eight weeks.",
		timesHint:
			"The dot is when half of the questions had an answer, the top of the line when nine in ten had.",
		open: "Questions without an answer by staff",
		week: (ago) =>
			ago === 0 ? "This week" : ago === 1 ? "1 week ago" : `${ago} weeks ago`,
		took: (week, half, most) =>
			`${week}: half within ${half}, nine in ten within ${most}`,
		hours: (hours) => {
			if (hours < 1.5) return "1 hour";
			return hours < 48
				? `${Math.round(hours)} hours`
				: `${Math.round(hours / 24)} days`;
		},
	},
};
