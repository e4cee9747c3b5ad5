import pg from "pg";
import { castRows, TEACHER } from "./cast.mjs";
import { chinese, randomFrom } from "./chinese.mjs";
import { crowdRows } from "./crowd.mjs";
import { discussionRows, LONG_THREAD, paragraph } from "./discussion.mjs";

/** @typedef {import("./chinese.mjs").Random} Random */

const SEED = 20_240_607;
const BLOCKS = 50;
const HEADING_EVERY = 8;
const NOTES = ["term", "answer", "remark", "correction", "answer", "term"];

/** @param {Random} random @param {number} position */
function block(random, position) {
	const isHeading = position % HEADING_EVERY === 1;
	const text = isHeading
		? chinese(random, 6, 12).slice(0, -1)
		: chinese(random, 80, 260);
	return {
		id: position,
		lesson_id: 1,
		position,
		kind: isHeading ? "heading" : "paragraph",
		level: isHeading ? 2 : null,
		source: isHeading ? `## ${text}` : text,
		html: isHeading ? `<h2>${text}</h2>\n` : paragraph(text),
		text,
		revision: 1,
		renderer: 1,
	};
}

/** The rows of every table, parents first. */
function rows() {
	const random = randomFrom(SEED);
	const plain = plainRows(random);
	const threads = plain.threads.filter((thread) => thread.lesson_id);
	const ids = new Set(threads.map(({ id }) => id));
	const [lesson] = plain.lessons;
	const [revision] = plain.lesson_revisions;
	if (!lesson || !revision) throw new Error("No lesson.");
	const crowd = crowdRows(random, {
		lesson,
		revision,
		blocks: plain.blocks,
		threads,
		replies: plain.replies.filter(({ thread_id }) => ids.has(thread_id)),
		pins: plain.pins,
	});
	return [...Object.entries(plain), ...crowd];
}

/** Course 1: one lesson, its notes, and the discussions. @param {import("./chinese.mjs").Random} random */
function plainRows(random) {
	const title = chinese(random, 8, 14).slice(0, -1);
	const blocks = Array.from({ length: BLOCKS }, (_, i) => block(random, i + 1));
	const { users, sessions, memberships } = castRows(random);
	const { threads, replies, reply_votes } = discussionRows(random);
	return {
		users,
		sessions,
		courses: [
			{
				id: 1,
				slug: "bench",
				title,
				description: chinese(random, 60, 90),
				last_thread_number: LONG_THREAD,
				last_lesson_number: 1,
			},
		],
		memberships,
		lessons: [{ id: 1, course_id: 1, number: 1, position: 1, title }],
		lesson_revisions: [
			{
				lesson_id: 1,
				number: 1,
				title,
				source: blocks.map(({ source }) => source).join("\n\n"),
				blocks: blocks.map(({ id, source }) => [id, source]),
			},
		],
		blocks,
		threads,
		replies,
		reply_votes,
		// Two replies each from the lesson's thread and its thinking questions.
		pins: NOTES.map((kind, i) => ({
			id: i + 1,
			reply_id: 1 + i * 10,
			thread_id: 1 + Math.floor(i / 2),
			kind,
			lesson_id: 1,
			block_id: 3 + i * HEADING_EVERY,
			short_form: chinese(random, 30, 80),
			reply_version: 1,
			lesson_revision: 1,
			pinned_by_id: TEACHER,
		})),
	};
}

/**
 * Fills an empty, migrated database with the same texts every time.
 * @param {pg.ClientConfig} database
 */
export async function putDataset(database) {
	const client = new pg.Client(database);
	await client.connect();
	await client.query("BEGIN");
	for (const [table, all] of rows()) {
		const columns = Object.keys(all[0] ?? {});
		await client.query(
			`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
			[JSON.stringify(all)],
		);
		if (columns.includes("id") && table !== "sessions")
			await client.query(
				`SELECT setval(pg_get_serial_sequence('${table}', 'id'), max(id)) FROM ${table}`,
			);
	}
	await client.query(`
		INSERT INTO question_tokens (course_id, token, thread_id)
		SELECT course_id, unnest(tsvector_to_array(title_tokens)), id FROM threads WHERE kind = 'question'`);
	await client.query("COMMIT");
	await client.query("VACUUM ANALYZE");
	await client.end();
}
