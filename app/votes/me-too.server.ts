import { shareLinks } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Sql } from "#app/platform/db.server.ts";

/**
 * Holds the questions that settle each other as they are while a vote counts through them, and locks both ends of the
 * link.
 */
export async function lockAround(
	sql: Sql,
	courseId: number,
	threadId: number,
): Promise<void> {
	await shareLinks(sql, courseId);
	await sql`
		SELECT 1 FROM threads WHERE id = ${threadId} OR id = (
			SELECT r.thread_id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE t.id = ${threadId}
		) ORDER BY id FOR NO KEY UPDATE`;
}

/** Counts the questions that a thread's answers have closed, and who wonders through them. */
export const recountAlso = (sql: Sql, threadIds: number[]) =>
	recount(sql, "threads", threadIds, ["settled_count", "also_count"]);

/** A vote for a question that another answer closed counts there too, and one there is no longer counted as such. */
export async function recountAround(sql: Sql, threadId: number): Promise<void> {
	const masters = await sql<{ id: number }>`
		SELECT r.thread_id AS id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE t.id = ${threadId}
		UNION SELECT r.thread_id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE r.thread_id = ${threadId}`;
	const ids = masters.map(({ id }) => id);
	if (ids.length > 0) await recountAlso(sql, ids);
}
