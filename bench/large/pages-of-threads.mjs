import {
	C,
	heavy,
	list,
	ofCourse,
	questions,
	reply,
	SIGNED_IN,
	STAFF,
	thread,
} from "./page.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/** Questions, threads and replies; the lists with each of their filters. @type {Page[]} */
export const PAGES_OF_THREADS = [
	ofCourse("/questions"),
	questions("waiting", () => "filter=waiting"),
	questions("unanswered", () => "filter=unanswered"),
	questions("follow-up", () => "filter=follow_up"),
	{ ...questions("mine", () => "filter=mine"), as: heavy },
	questions("of a lesson", () => "lesson=3"),
	questions("of a lesson, waiting", () => "lesson=3&filter=waiting"),
	questions(
		"of a block",
		(f) => `lesson=${f.asked_lesson}&block=${f.asked_block}`,
	),
	questions("second page", () => "page=2"),
	questions("middle", (f) => `page=${Math.ceil(Number(f.question_pages) / 2)}`),
	questions("last", (f) => `page=${f.question_pages}`),
	{
		name: "similar questions",
		path: (f) =>
			`${C}/questions/similar?${new URLSearchParams({ title: String(f.question_title) })}`,
		roles: SIGNED_IN,
	},

	ofCourse("/threads"),
	...["lesson", "thinking", "question", "topic", "announcement"].map((kind) =>
		list(kind, `kind=${kind}`),
	),
	list("removed", "kind=removed", SIGNED_IN),
	list("of a lesson", "lesson=3"),
	list("thinking, of a lesson", "kind=thinking&lesson=3"),
	list("questions, of a lesson", "kind=question&lesson=3"),
	list("older", "before=MIDDLE"),
	list("topic, older", "kind=topic&before=MIDDLE"),
	list("announcement, older", "kind=announcement&before=MIDDLE"),
	list("removed, older", "kind=removed&before=MIDDLE", STAFF),
	ofCourse("/threads/new", SIGNED_IN),
	{
		name: "question about a passage, new",
		path: (f) =>
			`${C}/threads/new?${new URLSearchParams({ kind: "question", lesson: String(f.asked_lesson), block: String(f.asked_block), start: "0", quote: String(f.quote) })}`,
		roles: SIGNED_IN,
	},

	thread("question", "question"),
	thread("question that is settled elsewhere", "settled"),
	thread("question that settles others", "settles"),
	thread("long thread, first page", "long"),
	thread(
		"long thread, from its middle",
		"long",
		(f) => `?from=${f.middle_oldest}`,
	),
	...["best", "newest", "oldest"].flatMap((sort) => [
		...(sort === "best"
			? []
			: [thread(`long thread, ${sort}`, "long", () => `?sort=${sort}`)]),
		thread(`long thread, ${sort}, last with a number`, "long", (f) => {
			const page = Math.min(50, Math.ceil(Number(f.long_pages) / 2));
			return `?sort=${sort}&page=${page}`;
		}),
		thread(
			`long thread, ${sort}, last`,
			"long",
			(f) => `?sort=${sort}&page=${f.long_pages}`,
		),
	]),
	thread("under a reply", "long", (f) => `?under=${f.crowded}`),
	thread(
		"under a reply, last full page",
		"long",
		(f) => `?under=${f.crowded}&page=${f.full_pages}`,
	),
	thread("check-in thread", "check_ins"),
	thread("thinking question that all take a position on", "positions"),
	thread("thinking question, write first", "write_first"),
	thread("thinking question, settings", "positions", () => "/settings", [
		"staff",
	]),
	thread("question, history", "question", () => "/history", STAFF),
	{
		...thread("question, edit", "question", () => "/edit"),
		as: (f) => f.asker,
	},
	thread("verb of a thread", "long", () => "/lock", STAFF),
	thread("reply, new", "long", () => "/replies", SIGNED_IN),
	thread(
		"answer, new",
		"long",
		(f) => `/replies?parent=${f.middle_best}`,
		SIGNED_IN,
	),

	reply("permalink", "reply", ""),
	reply("permalink, long thread, best", "middle_best", ""),
	reply("permalink, long thread, newest", "middle_oldest", "?sort=newest"),
	reply("permalink, long thread, oldest", "middle_oldest", "?sort=oldest"),
	reply("permalink, under a reply", "last_under", ""),
	{ ...reply("reply, edit", "reply", "/edit"), as: (f) => f.replier },
	reply("reply, history", "reply", "/history", STAFF),
	reply("verb of a reply", "middle_best", "/vote", SIGNED_IN),
	reply("pin form", "pinned", "/pin", STAFF),
	reply("pin form, long thread", "middle_best", "/pin", STAFF),
	reply("word form", "reply", "/word", STAFF),
	reply("promotion form", "asking", "/promotion", STAFF),
	reply("settlement form", "reply", "/settlement", STAFF),
];
