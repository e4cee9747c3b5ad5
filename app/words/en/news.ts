import { counted, NEWS_MAX } from "#app/platform/counted.ts";
import type { Words } from "#app/words/zh.ts";

export const news: Words["news"] = {
	count: (n) => `${counted(n, NEWS_MAX)} new`,
	unopened: "Unread",
	since: (n) =>
		`${counted(n, NEWS_MAX)} new ${n === 1 ? "reply" : "replies"} since you were here. `,
	first: "Go to the first unread",
	pins: (n) => `${n} pinned on the first page`,
	staffAnswers: "Answers by the staff",
	noStaffAnswers: "The staff have not answered anything yet.",
	noneByStaff: "The staff have not written here yet.",
	changes: (n) =>
		`${counted(n, NEWS_MAX)} ${n === 1 ? "change" : "changes"} in lessons you have read`,
	sinceTitle: "Since you read it",
	sinceHint: "What came to the lessons you marked as read. Only you see this.",
	nothingSince: "Nothing has changed in the lessons you have read.",
	seen: "Seen",
	sinceKinds: {
		note: "New note",
		corrected: "Corrected passage",
		block: "New passage",
		answer: "An answer to what you wondered about",
		term: "Newly preferred term",
	},
	discussions: (n) =>
		`${n} ${n === 1 ? "discussion has" : "discussions have"} something new`,
};
