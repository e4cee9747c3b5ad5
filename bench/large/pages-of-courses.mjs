import {
	C,
	heavy,
	ofCourse,
	plain,
	SIGNED_IN,
	STAFF,
	VISITORS,
} from "./page.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/** The home page, accounts, and a course's pages other than discussions. @type {Page[]} */
export const PAGES_OF_COURSES = [
	plain("/", undefined, "home"),
	plain("/sign-in", VISITORS),
	plain("/sign-up", VISITORS),
	plain("/settings", SIGNED_IN),
	plain("/settings/password", ["learner"]),
	{ ...plain("/courses/new"), as: () => 1 },
	{ ...plain("/notifications"), as: heavy },
	{
		name: "notifications, older",
		path: (f) => `/notifications?before=${f.told}`,
		as: heavy,
	},
	{
		name: "profile of the heavy writer",
		path: (f) => `/people/${f.heavy_handle}`,
	},
	{
		name: "profile of the heavy writer, older",
		path: (f) => `/people/${f.heavy_handle}?before=${f.heavy_middle}`,
	},
	{ name: "own profile", path: (f) => `/people/${f.heavy_handle}`, as: heavy },
	{ name: "profile", path: (f) => `/people/member-${f.replier}` },

	ofCourse("", undefined, "course"),
	ofCourse("/edit", STAFF, "course, edit"),
	ofCourse("/members", STAFF),
	ofCourse("/members?named=member-2", STAFF, "members, one named"),
	ofCourse("/import", STAFF),
	ofCourse("/lessons/new", STAFF),
	ofCourse("/lessons/order", STAFF),
	ofCourse("/lessons/1", undefined, "lesson with 60 notes and questions"),
	ofCourse("/lessons/2", undefined, "lesson with check-ins"),
	ofCourse("/lessons/3", undefined, "lesson"),
	ofCourse("/lessons/3/edit", STAFF, "lesson, edit"),

	ofCourse("/glossary"),
	ofCourse("/glossary/new", STAFF),
	{
		name: "term, edit",
		path: (f) => `${C}/glossary/${f.term}/edit`,
		roles: STAFF,
	},
	ofCourse("/desk", STAFF),
	ofCourse("/saved-replies", STAFF),
	ofCourse("/saved-replies/new", STAFF),
	ofCourse("/saved-replies/1/edit", STAFF, "saved reply, edit"),
	{
		name: "saved replies offered",
		path: (f) =>
			`${C}/saved-replies/offered?thread=${f.question}&parent=${f.reply}`,
		roles: STAFF,
	},
];
