import { countedPlural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const accounts: Words["accounts"] = {
	signIn: "Sign in",
	signUp: "Sign up",
	email: "E-mail",
	password: "Password",
	handle: "Handle",
	handleHint:
		"3–30 lower-case letters, digits, underscores or hyphens; part of your page's address.",
	name: "Name",
	nameHint: "What others see, at most 40 characters.",
	passwordHint:
		"At least 10 characters. A sentence that you can remember works well.",
	emailHint: "Only for signing in. Nobody else sees it.",
	sessionEnded:
		"Your session has ended, so this did not go through. Please sign in and do it again.",
	noAccount: "No account yet? ",
	haveAccount: "Have an account? ",
	since: "joined ",
	replies: "Replies",
	replyCount: (n: number) => countedPlural(n, "reply", "replies"),
	votesReceived: (n, isLeast) =>
		`${n}${isLeast ? "+" : ""} ${n === 1 ? "upvote" : "upvotes"} received`,
	noReplies: "No replies yet.",
	ownNoReplies:
		"You have not replied yet. Read a lesson and say what you think. ",
	older: "Older replies",
};
