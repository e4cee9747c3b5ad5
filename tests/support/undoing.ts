import { undoImport } from "#app/imports/undo.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import type { Cast } from "#tests/support/cast.ts";

/** A document of which no other is like. */
export const OTHER = {
	title: "08 | 从句子到对话",
	body: ["对话是一轮一轮的句子。", "每一轮都带着前面的话。"],
	questions: ["前面的话能带多少？"],
	comments: [{ name: "河边人", text: "带得越多越慢。", date: "2024-07-01" }],
};

/** What everybody sees of the imported lessons, with ids: it is the same only if it is the same rows. */
export async function seenOf() {
	const lessons = await sql`
		SELECT l.id, l.number, l.place, l.title, l.imported_number, l.imported_name, r.source, r.import_id FROM lessons l
		JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = l.revision WHERE l.is_shown ORDER BY l.position, l.id`;
	const blocks = await sql`
		SELECT b.id, b.lesson_id, b.position, b.kind, b.source, b.html, b.text FROM blocks b
		JOIN lessons l ON l.id = b.lesson_id AND l.is_shown WHERE b.position IS NOT NULL ORDER BY b.lesson_id, b.position`;
	const threads = await sql`
		SELECT id, number, title, position, left_lesson_at, reply_count, top_count, source_replies, last_activity_at, visibility
		FROM threads WHERE visibility = 'shown' ORDER BY id`;
	const replies = await sql`
		SELECT r.id, r.thread_id, r.root_id, r.source, r.html, r.version, r.votes, r.imported_name, r.imported_on, r.imported_nth,
			r.source_position, r.source_replies, r.left_source_at, r.created_at, r.listed, r.under_count, r.asks, r.is_check_in
		FROM replies r JOIN threads t ON t.id = r.thread_id AND t.visibility = 'shown' ORDER BY r.id`;
	const edits =
		await sql`SELECT reply_id, version, source FROM reply_edits ORDER BY reply_id, version`;
	const pins =
		await sql`SELECT id, reply_id, block_id, to_check FROM pins ORDER BY id`;
	return { lessons, blocks, threads, replies, edits, pins };
}

/** The newest import, undone by the instructor. */
export async function undoLast({ instructor, course }: Cast): Promise<void> {
	const [last] = await sql<{ id: number }>`
		SELECT id FROM imports WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1`;
	if (!last) throw new Error("There is no import");
	await undoImport(last, { by: instructor, course });
}
