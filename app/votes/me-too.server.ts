import { shareSettling } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";

/** Locks a question and the one that settles it, so that the vote counts at both. */
export async function lockWithSettler(
	sql: Sql,
	courseId: number,
	threadId: number,
): Promise<void> {
	await shareSettling(sql, courseId);
	await sql`
		SELECT 1 FROM threads WHERE id = ${threadId} OR id = (
			SELECT r.thread_id FROM threads t JOIN replies r ON r.id = t.settled_by_reply_id WHERE t.id = ${threadId}
		) ORDER BY id FOR NO KEY UPDATE`;
}

export const recountSettled = (sql: Sql, threadIds: number[]) =>
	recount(sql, "threads", threadIds, ["settled_count", "settled_voters"]);

/** Recounts the threads whose answers settled this question, as its votes count there too. */
export async function recountSettler(
	sql: Sql,
	threadId: number,
): Promise<void> {
	const masters = await sql<{ id: number }>`
		SELECT r.thread_id AS id FROM threads t JOIN replies r ON r.id = t.settled_by_reply_id WHERE t.id = ${threadId}
		UNION SELECT r.thread_id FROM threads t JOIN replies r ON r.id = t.settled_by_reply_id WHERE r.thread_id = ${threadId}`;
	const ids = masters.map(({ id }) => id);
	if (ids.length > 0) await recountSettled(sql, ids);
}
