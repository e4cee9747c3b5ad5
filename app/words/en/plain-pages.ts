import type { Words } from "#app/words/zh.ts";

export const plainPages: Words["plainPages"] = {
	tooLarge: {
		title: "Too much at once",
		text: (limit: string) =>
			`At most ${limit} can be sent at a time. Go back, where your text still is, make it shorter, and send it again.`,
		files: (limit: string) =>
			`At most ${limit} can be sent at a time. Go back, and import in several parts.`,
	},
	otherOrigin: {
		title: "This was not accepted",
		text: "It does not seem to come from a page of this site. Please go back to the page and try again.",
	},
};
