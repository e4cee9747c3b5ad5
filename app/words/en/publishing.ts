import type { Words } from "#app/words/zh.ts";

export const publishing: Words["publishing"] = {
	acts: {
		show: "Publish",
		hide: "Hide",
		remove: "Remove",
		restore: "Restore",
	},
	asDraft: "Save as a draft first",
	asDraftHint: "Only staff see it, until you publish it.",
	who: "Who sees this course",
	whoHint:
		"Hidden or removed, all that is in it stays. Only staff see it, and can bring it back at any time.",
};
