import { shareLinks } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";

/** Locks both ends of a link, so that the vote counts at both. */
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

/** Questions closed by a thread's answers, and their voters. */
export const recountAlso = (sql: Sql, threadIds: number[]) =>
	recount(sql, "threads", threadIds, ["settled_count", "also_count"]);

/** Recounts the threads whose answers closed this question, as its votes count there too. */
export async function recountAround(sql: Sql, threadId: number): Promise<void> {
	const masters = await sql<{ id: number }>`
		SELECT r.thread_id AS id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE t.id = ${threadId}
		UNION SELECT r.thread_id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE r.thread_id = ${threadId}`;
	const ids = masters.map(({ id }) => id);
	if (ids.length > 0) await recountAlso(sql, ids);
}
