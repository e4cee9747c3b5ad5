import {
	act,
	always,
	at,
	C,
	itself,
	learner,
	newName,
	ROWS,
	text,
	title,
} from "./act.mjs";

/** @typedef {import("./act.mjs").Act} Act */
/** @typedef {import("./act.mjs").Row} Row */

const WITH_NEWS = `SELECT DISTINCT user_id AS actor FROM notifications WHERE read_at IS NULL ORDER BY 1 LIMIT ${ROWS}`;
const nobody = () => null;
/** A name that nobody else has. @param {string} name @returns {Act["fields"]} */
const profile = (name) => (_, nth) => ({
	name: `${name}${nth}号`,
	bio: text(200),
});
const account = () => {
	const handle = newName().slice(0, 30);
	return {
		handle,
		name: handle,
		email: `${handle}@example.org`,
		password: "correct horse",
	};
};
/** Accounts that do nothing else. @type {typeof learner} */
const signedOutAfterwards = ({ people }, nth) =>
	Math.floor(Number(people) / 2) - (nth % 100);
/** @param {string} password @returns {Act["fields"]} */
const signIn = (password) => (_, nth) => ({
	email: `member-${nth + 100}@example.org`,
	password,
});

/** Acts on accounts, and previews. @type {Act[]} */
export const ACTS_OF_ACCOUNTS = [
	act(
		"notifications read",
		itself,
		at("/notifications"),
		always({}),
		WITH_NEWS,
	),
	act("profile saved", learner, at("/settings"), profile("测试")),
	act(
		"profile of the heavy writer saved",
		(f) => Number(f.heavy),
		at("/settings"),
		profile("多写"),
	),
	act("theme chosen", learner, at("/preferences"), (_, nth) => ({
		theme: nth % 2 ? "dark" : "light",
	})),
	act("preview", learner, at("/preview"), () => ({
		body: text(),
		flavour: "reply",
	})),
	act("preview of a question", learner, at("/preview"), () => ({
		body: text(),
		to: `${C}/threads/new`,
		kind: "question",
		title: title(),
	})),
	{ ...act("signed up", nobody, at("/sign-up"), account), hashes: true },
	{
		...act("signed in", nobody, at("/sign-in"), signIn("correct horse")),
		hashes: true,
	},
	{
		...act("sign-in refused", nobody, at("/sign-in"), signIn("not this one")),
		hashes: true,
		refused: 422,
	},
	{
		...act(
			"password changed",
			signedOutAfterwards,
			at("/settings/password"),
			always({
				currentPassword: "correct horse",
				newPassword: "correct horse battery",
			}),
		),
		hashes: true,
	},
];
