import type { Words } from "#app/words/zh.ts";

export const notifications: Words["notifications"] = {
	title: "Notifications",
	empty: "Nothing yet. When a question of yours is answered, it is said here.",
	unread: "New",
	readAll: "Mark all as read",
	closed: "Your question has an answer:",
	older: "Older ones",
};
