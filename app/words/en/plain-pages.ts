import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const plainPages: Words["plainPages"] = {
	tooLarge: {
		title: "Too much at once",
		text: (limit: string) =>
			`At most ${limit} can be sent at a time. Go back, where your text still is, make it shorter, and send it again.`,
		inForm: (limit) =>
			`At most ${limit} can be sent at once, so this was not taken. All that you wrote is below: shorten it and send it again.`,
		files: (limit: string) =>
			`At most ${limit} can be sent at a time. Go back, and import in several parts.`,
		fields: (limit: number) =>
			`A form takes at most ${limit} fields. Go back, and send them in several parts.`,
	},
	tooOften: {
		title: "Too many long texts",
		text: (minutes: number) =>
			`Please wait ${plural(minutes, "minute", "minutes")} before you send it again. Go back, where your text still is.`,
	},
	signedOut: {
		title: "Your session has ended",
		text: "A text as long as this is taken only from those who are signed in. Go back, where your text still is, sign in in another tab, and send it again.",
	},
	otherOrigin: {
		title: "This was not accepted",
		text: "It does not seem to come from a page of this site. Please go back to the page and try again.",
	},
	unavailable: {
		title: "The site is not available just now",
		text: "Please try again in a few seconds.",
		notTaken:
			"This was not taken. What you wrote is kept; you can send it again in a few seconds.",
		again: "Try again",
		sendAgain: "Send again",
		password: "Password",
		old: (time: string) =>
			`Nothing new can be read just now. This is the page as it was at ${time}; signing in, replying and voting have to wait.`,
	},
};
