import { AUTHORS } from "./cast.mjs";
import { between, chinese } from "./chinese.mjs";

/** @typedef {import("./chinese.mjs").Random} Random */

/** Threads 1 to 50 hold 20 top-level replies each: replies 1 to 1,000. */
export const THREADS = 50;
export const REPLIES = 20;
/** Thread 51: 4,000 top-level replies and 1,000 under them. */
export const LONG_THREAD = THREADS + 1;
const LONG_TOP = 4000;
const LONG_UNDER = 1000;
export const LAST_PAGE = LONG_TOP / 20;

/** The lesson's own thread and its two thinking questions; the others are topics and questions. */
const LESSON_THREAD = 1;
const THINKING_THREADS = [2, 3];

const MINUTE = 60_000;

/** @param {number} minutes */
const ago = (minutes) => new Date(Date.now() - minutes * MINUTE).toISOString();
/** @param {string} text */
export const paragraph = (text) => `<p>${text}</p>\n`;

/** @param {number} number */
function kindOf(number) {
	if (number === LESSON_THREAD) return "lesson";
	if (THINKING_THREADS.includes(number)) return "thinking";
	return number % 2 ? "topic" : "question";
}

/** @param {Random} random @param {number} number */
function thread(random, number) {
	const position = THINKING_THREADS.indexOf(number) + 1;
	const isOfLesson = number === LESSON_THREAD || position > 0;
	const source = isOfLesson ? "" : chinese(random, 50, 200);
	return {
		id: number,
		course_id: 1,
		number,
		kind: kindOf(number),
		lesson_id: isOfLesson ? 1 : null,
		position: position || null,
		title: chinese(random, 10, 30),
		source,
		html: source && paragraph(source),
		author_id: isOfLesson ? null : between(random, 1, AUTHORS),
		reply_count: 0,
		top_count: 0,
		last_activity_at: ago(number),
	};
}

/** @typedef {ReturnType<typeof thread>} Thread */
/** @typedef {{ id: number, under_count: number }} Answered */

/**
 * @param {Random} random @param {number} id @param {Thread} thread @param {number} minutes how long ago
 * @param {{ parent: Answered, root: Answered }} [under]
 */
function reply(random, id, thread, minutes, under) {
	const source = chinese(random, 50, 600);
	thread.reply_count += 1;
	if (under) under.root.under_count += 1;
	else thread.top_count += 1;
	return {
		id,
		thread_id: thread.id,
		/** @type {number | null} */
		parent_id: under?.parent.id ?? null,
		/** @type {number | null} */
		root_id: under?.root.id ?? null,
		author_id: between(random, 1, AUTHORS),
		source,
		html: paragraph(source),
		renderer: 1,
		cast_votes: Math.floor(12 * random() ** 3),
		under_count: 0,
		created_at: ago(minutes),
	};
}

/**
 * The threads of course 1 with their replies, votes and correct counters.
 * @param {Random} random
 */
export function discussionRows(random) {
	const threads = Array.from({ length: LONG_THREAD }, (_, i) =>
		thread(random, i + 1),
	);
	/** @type {ReturnType<typeof reply>[]} */
	const replies = [];
	/** @param {Thread} to @param {number} minutes @param {Parameters<typeof reply>[4]} [under] */
	const write = (to, minutes, under) => {
		const written = reply(random, replies.length + 1, to, minutes, under);
		replies.push(written);
		return written;
	};
	for (const short of threads.slice(0, THREADS))
		for (let n = REPLIES; n > 0; n--) write(short, n * 90 + short.number);
	for (const long of threads.slice(THREADS)) {
		const branches = Array.from({ length: LONG_TOP }, (_, i) => {
			const root = write(long, 2 * LONG_UNDER + LONG_TOP - i);
			return { root, all: [root] };
		});
		for (let n = LONG_UNDER; n > 0; n--) {
			const { root, all } = one(random, branches);
			all.push(write(long, n, { parent: one(random, all), root }));
		}
	}
	const votes = replies.flatMap(({ id, author_id, cast_votes }) =>
		Array.from({ length: cast_votes }, (_, i) => ({
			reply_id: id,
			voter_id: ((author_id + i) % AUTHORS) + 1,
		})),
	);
	return { threads, replies, reply_votes: votes };
}

/** @template Item @param {Random} random @param {Item[]} items not empty @returns {Item} */
const one = (random, items) =>
	/** @type {Item} */ (items[Math.floor(random() * items.length)]);
