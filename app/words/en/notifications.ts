import type { Words } from "#app/words/zh.ts";

export const notifications: Words["notifications"] = {
	title: "Notifications",
	empty:
		"Nothing yet. When staff answer a question of yours, or ask you to publish one, it is said here.",
	unread: "New",
	readAll: "Mark all as read",
	kinds: {
		answered: "Staff answered your question: ",
		settled: "An answer elsewhere settles your question: ",
		proposed: "Staff ask you to publish your question: ",
	},
	older: "Older ones",
};
