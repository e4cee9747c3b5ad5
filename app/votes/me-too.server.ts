import type { Sql } from "#app/platform/db.server.ts";

/** The key of the locks on which questions of a course settle which. */
const LINKS = 0x11a5;

/**
 * Holds the questions that settle each other as they are while a vote counts through them, and locks both ends of the
 * link. Taken before any other lock, so that votes here and there never wait for each other in a ring.
 */
export async function lockAround(
	sql: Sql,
	courseId: number,
	threadId: number,
): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock_shared(${LINKS}::int, ${courseId}::int)`;
	await sql`
		SELECT 1 FROM threads WHERE id = ${threadId} OR id = (
			SELECT r.thread_id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE t.id = ${threadId}
		) ORDER BY id FOR NO KEY UPDATE`;
}

/** Before questions of a course are settled or opened again: one after the other, and while nobody votes. */
export async function lockLinks(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock(${LINKS}::int, ${courseId}::int)`;
}

/**
 * Counts the questions that a thread's answers have closed, and who wonders through them: everybody once, its asker
 * never.
 */
export async function recountAlso(sql: Sql, threadId: number): Promise<void> {
	await sql`
		UPDATE threads m SET settled_count = (
			SELECT count(*) FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE r.thread_id = m.id
		), also_count = (
			SELECT count(DISTINCT v.voter_id) FROM threads t
			JOIN replies r ON r.id = t.closed_by_reply_id AND r.thread_id = m.id
			JOIN thread_votes v ON v.thread_id = t.id
			WHERE v.voter_id IS DISTINCT FROM m.author_id
				AND NOT EXISTS (SELECT 1 FROM thread_votes o WHERE o.thread_id = m.id AND o.voter_id = v.voter_id)
		) WHERE m.id = ${threadId}`;
}

/** A vote for a question that another answer closed counts there too, and one there is no longer counted as such. */
export async function recountAround(sql: Sql, threadId: number): Promise<void> {
	const masters = await sql<{ id: number }>`
		SELECT r.thread_id AS id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE t.id = ${threadId}
		UNION SELECT r.thread_id FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE r.thread_id = ${threadId}`;
	for (const { id } of masters) await recountAlso(sql, id);
}
