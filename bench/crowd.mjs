import { AUTHORS, READER, TEACHER } from "./cast.mjs";
import { between, chinese, WORDS } from "./chinese.mjs";
import { paragraph } from "./discussion.mjs";

/** @typedef {import("./chinese.mjs").Random} Random */
/** @typedef {Record<string, unknown> & { id: number }} Row */

/** Course 2 has a copy of course 1's lesson, with this much more about it: */
export const CROWD = {
	notes: 60,
	anchored: 200,
	terms: 40,
	/** In the whole course, including the anchored ones. */
	questions: 20_000,
};
const COURSE = 2;
const LESSON = 2;
/** Added to the ids of course 1's rows. */
const BLOCKS_FROM = 1000;
const THREADS_FROM = 1000;
const REPLIES_FROM = 100_000;
const PINS_FROM = 1000;
const QUESTIONS_FROM = THREADS_FROM + 100;
const ANSWERS_FROM = REPLIES_FROM + 1000;

/** A title's tokens as the application makes them of Han characters: each pair of neighbours. @param {string} title */
export const titleTokens = (title) =>
	[...title.matchAll(/[^，。]+/g)]
		.flatMap(([run]) => [...run].slice(1).map((next, i) => run[i] + next))
		.map((pair) => `'${pair}'`)
		.join(" ");

/** The title of a question in course 2. @param {Random} random */
export const questionTitle = (random) => chinese(random, 10, 24);

/**
 * The rows of course 2 by table, parents first.
 * @param {Random} random
 * @param {{ lesson: Row, revision: Record<string, unknown>, blocks: Row[], threads: Row[], replies: Row[], pins: Row[] }} plain
 * of course 1: its lesson with everything about it
 */
export function crowdRows(random, plain) {
	const course = { course_id: COURSE };
	const lesson = { lesson_id: LESSON };
	const blocks = plain.blocks.map((row) => ({
		...row,
		...lesson,
		id: row.id + BLOCKS_FROM,
	}));
	const text = plain.blocks.map((block) => String(block.text)).join("\n");
	const words = WORDS.filter((word) => word.length > 1 && text.includes(word));
	const terms = [...new Set(words)].slice(0, CROWD.terms).map((word, i) => ({
		...course,
		id: i + 1,
		source: `term ${i + 1}`,
		renderings: [word],
		meaning: chinese(random, 20, 40),
	}));
	const noted = CROWD.notes - plain.pins.length;
	const questions = Array.from({ length: CROWD.questions }, (_, i) => {
		const title = questionTitle(random);
		return {
			...course,
			id: QUESTIONS_FROM + i,
			number: 100 + i,
			kind: "question",
			lesson_id: LESSON,
			title,
			title_tokens: titleTokens(title),
			author_id: between(random, 1, AUTHORS),
			reply_count: i < noted ? 1 : 0,
			top_count: i < noted ? 1 : 0,
		};
	});
	/** The block of the nth note or question; takes the text's blocks in turn. @param {number} n */
	const blockOf = (n) => 1 + BLOCKS_FROM + (n % plain.blocks.length);
	const answers = questions.slice(0, noted).map(({ id }, i) => {
		const source = chinese(random, 50, 300);
		return {
			id: ANSWERS_FROM + i,
			thread_id: id,
			author_id: TEACHER,
			source,
			html: paragraph(source),
			renderer: 1,
		};
	});
	/** @type {[string, Record<string, unknown>[]][]} */
	const rows = [
		[
			"courses",
			[
				{
					id: COURSE,
					slug: "crowd",
					title: chinese(random, 8, 14).slice(0, -1),
					last_thread_number: 100 + CROWD.questions,
					last_lesson_number: 1,
				},
			],
		],
		["memberships", [{ ...course, user_id: READER, role: "learner" }]],
		["lessons", [{ ...plain.lesson, ...course, id: LESSON }]],
		["lesson_revisions", [{ ...plain.revision, ...lesson }]],
		["blocks", blocks],
		[
			"threads",
			plain.threads.map((row) => ({
				...row,
				...course,
				...lesson,
				id: row.id + THREADS_FROM,
			})),
		],
		["threads", questions],
		[
			"replies",
			plain.replies.map((row) => ({
				...row,
				id: row.id + REPLIES_FROM,
				thread_id: Number(row.thread_id) + THREADS_FROM,
			})),
		],
		["replies", answers],
		[
			"pins",
			plain.pins.map((row) => ({
				...row,
				...lesson,
				id: row.id + PINS_FROM,
				reply_id: Number(row.reply_id) + REPLIES_FROM,
				thread_id: Number(row.thread_id) + THREADS_FROM,
				block_id: Number(row.block_id) + BLOCKS_FROM,
			})),
		],
		[
			"pins",
			answers.map(({ id, thread_id }, i) => ({
				id: 2 * PINS_FROM + i,
				reply_id: id,
				thread_id,
				kind: "answer",
				...lesson,
				block_id: blockOf(i),
				short_form: chinese(random, 30, 80),
				reply_version: 1,
				lesson_revision: 1,
				pinned_by_id: TEACHER,
			})),
		],
		[
			"anchors",
			questions.slice(0, CROWD.anchored).map(({ id }, i) => ({
				thread_id: id,
				...lesson,
				block_id: blockOf(i),
				revision: 1,
				start: 0,
				quote: String(plain.blocks[i % plain.blocks.length]?.text).slice(0, 12),
				before: "",
				after: "",
			})),
		],
		["terms", terms],
		[
			"term_words",
			terms.flatMap(({ id, source, renderings }) =>
				[source, ...renderings].map((word) => ({
					...course,
					word,
					term_id: id,
				})),
			),
		],
	];
	return rows;
}
