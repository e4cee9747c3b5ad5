import type { Sql } from "#app/platform/db.server.ts";

/** Counts who wonders through the questions that a thread's answers have closed: everybody once, its asker never. */
export async function recountAlso(sql: Sql, threadId: number): Promise<void> {
	await sql`
		UPDATE threads m SET also_count = (
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
