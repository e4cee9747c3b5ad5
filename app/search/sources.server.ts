import { fragment } from "#app/platform/postgres/db.server.ts";

/**
 * What search finds, and the column of search_documents that says which. `title` and the text of a heading weigh more and are
 * found by their sound; `short` is as typed, too.
 */
export const SOURCES = {
	block: {
		column: fragment("block_id"),
		rows: fragment(`(
		SELECT b.id, b.lesson_id, l.course_id, NULL::int AS reply_id, '' AS title, '' AS short, b.html, b.kind = 'heading' AS is_heading
		FROM blocks b JOIN lessons l ON l.id = b.lesson_id WHERE b.position IS NOT NULL AND b.kind <> 'rule'
	)`),
	},
	thread: {
		column: fragment("thread_id"),
		rows: fragment(`(
		SELECT id, lesson_id, course_id, NULL::int AS reply_id, title, '' AS short, html, false AS is_heading FROM threads
	)`),
	},
	reply: {
		column: fragment("reply_id"),
		rows: fragment(`(
		SELECT r.id, NULL::int AS lesson_id, t.course_id, r.id AS reply_id, '' AS title, '' AS short, r.html, false AS is_heading
		FROM replies r JOIN threads t ON t.id = r.thread_id
	)`),
	},
	note: {
		column: fragment("pin_id"),
		rows: fragment(`(
		SELECT p.id, NULL::int AS lesson_id, t.course_id, p.reply_id, '' AS title, p.short_form AS short, '' AS html, false AS is_heading
		FROM pins p JOIN threads t ON t.id = p.thread_id WHERE p.unpinned_at IS NULL
	)`),
	},
	term: {
		column: fragment("term_id"),
		rows: fragment(`(
		SELECT id, NULL::int AS lesson_id, course_id, reply_id, concat_ws(E'\\n', source, array_to_string(renderings, E'\\n')) AS title,
			meaning AS short, '' AS html, false AS is_heading
		FROM terms WHERE removed_at IS NULL
	)`),
	},
};

export type Source = keyof typeof SOURCES;
