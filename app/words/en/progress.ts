import { countedPlural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const progress: Words["progress"] = {
	postedCheckIn: "Recorded as a check-in, and folded above. ",
	checkIns: (n) => countedPlural(n, "check-in", "check-ins"),
	latestCheckIns: (shown) => `These are the latest ${shown}.`,
	markRead: "Mark as read",
	isRead: "Read",
	unmarkRead: "Marked as read; press again to take the mark away",
	readHint: "Only you see this.",
};
