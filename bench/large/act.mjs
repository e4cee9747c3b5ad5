import { randomUUID } from "node:crypto";
import { chinese, randomFrom } from "../chinese.mjs";

/** @typedef {import("./page.mjs").Facts} Facts */
/** @typedef {Record<string, any>} Row What an act is done to, the account that does it as `actor`. */
/**
 * Something that people do. `rows` is SQL for a hundred things it can be done to now; `path` and `fields` are the form.
 * `hashes`: it hashes a password, which is slow on purpose. `refused`: the status of its answer.
 * @typedef {{
 *   name: string, rows?: string, path: (row: Row, facts: Facts) => string, fields: (row: Row, nth: number) => Record<string, string>,
 *   actor?: (facts: Facts, nth: number, row: Row) => number | null, hashes?: boolean, refused?: number,
 * }} Act
 */

export const ROWS = 100;
export const C = "/courses/big";

/** @param {string} name @param {NonNullable<Act["actor"]>} actor @param {Act["path"]} path @param {Act["fields"]} fields @param {string} [rows] @returns {Act} */
export const act = (name, actor, path, fields, rows) => ({
	name,
	actor,
	path,
	fields,
	rows,
});
/** The same address every time. @param {string} path */
export const at = (path) => () => path;
/** @param {string} fact of a thread's number @param {string} verb */
export const ofTheThread =
	(fact, verb) => (/** @type {Row} */ _, /** @type {Facts} */ facts) =>
		`${C}/threads/${facts[fact]}/${verb}`;

const random = randomFrom(17);
/** @param {number} [most] characters */
export const text = (most = 600) =>
	chinese(random, Math.min(50, most / 2), most);
let made = 0;
/** Unique in all runs. */
export const newName = () => `new-${process.pid}-${Date.now()}-${made++}`;
export const title = () => chinese(random, 10, 24);

/** The nth of many accounts that are not staff. @param {Facts} facts @param {number} nth */
export const learner = ({ people }, nth) =>
	Number(people) - ((nth * 37) % Math.floor(Number(people) / 2));
/** The same, but never the author of the thing. @param {Facts} facts @param {number} nth @param {Row} row */
export const other = (facts, nth, row) => {
	const one = learner(facts, nth);
	return one === Number(row.actor) ? one - 1 : one;
};
/** One of the course's instructors other than the site's owner. @param {Facts} _facts @param {number} nth */
export const staff = (_facts, nth) => 2 + (nth % 9);
/** The account that the row names. @param {Facts} _facts @param {number} _nth @param {Row} row */
export const itself = (_facts, _nth, row) => Number(row.actor);

const LONG =
	"(SELECT id FROM threads WHERE course_id = 1 ORDER BY reply_count DESC LIMIT 1)";

/** Shown replies that allow an act, some each of many threads. @param {string} [where] @param {string} [actor] SQL of who does it */
export const replies = (where = "true", actor = "r.author_id") => `
	SELECT r.id, ${actor} AS actor, r.version, r.source, t.number
	FROM threads t CROSS JOIN LATERAL (
		SELECT * FROM replies r WHERE r.thread_id = t.id AND r.visibility = 'shown' AND r.promoted_to_id IS NULL AND NOT r.is_check_in
			AND ${where} ORDER BY r.id DESC LIMIT 3
	) r WHERE t.course_id = 1 AND t.visibility = 'shown' AND NOT t.is_private AND t.locked_at IS NULL AND t.kind <> 'thinking'
		AND t.reply_count BETWEEN 3 AND 100 ORDER BY t.id DESC LIMIT ${ROWS}`;
/** The same in the long thread. @param {string} [where] */
export const longReplies = (where = "true") => `
	SELECT r.id, r.author_id AS actor, r.version, r.source, t.number FROM replies r JOIN threads t ON t.id = r.thread_id
	WHERE t.id = ${LONG} AND r.visibility = 'shown' AND r.promoted_to_id IS NULL AND ${where} ORDER BY r.id DESC LIMIT ${ROWS}`;
/** Shown threads. @param {string} where @param {string} [actor] */
export const threads = (where, actor = "t.author_id") => `
	SELECT t.id, t.number, t.title, t.source, t.version, t.lesson_id, ${actor} AS actor FROM threads t
	WHERE t.course_id = 1 AND t.visibility = 'shown' AND t.locked_at IS NULL AND ${where} ORDER BY t.id DESC LIMIT ${ROWS}`;
export const QUESTIONS = threads(
	"t.kind = 'question' AND NOT t.is_private AND t.settled_at IS NULL",
);

/** @param {string} verb */
export const ofReply = (verb) => (/** @type {Row} */ row) =>
	`${C}/replies/${row.id}/${verb}`;
/** @param {string} verb */
export const ofThread = (verb) => (/** @type {Row} */ row) =>
	`${C}/threads/${row.number}/${verb}`;
/** The same fields every time. @param {Record<string, string>} fields */
export const always = (fields) => () => fields;

/** A new reply. @param {(row: Row) => Record<string, string>} [more] */
export const newReply =
	(more = () => ({})) =>
	(/** @type {Row} */ row) => ({
		body: text(),
		submissionId: randomUUID(),
		parentId: "",
		...more(row),
	});
/** @param {string} kind @param {(row: Row) => Record<string, string>} [more] */
export const newThread =
	(kind, more = () => ({})) =>
	(/** @type {Row} */ row) => ({
		kind,
		lesson: "",
		title: title(),
		body: text(),
		submissionId: randomUUID(),
		...more(row),
	});
