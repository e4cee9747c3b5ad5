import type { Sql } from "#app/platform/db.server.ts";

/*
 * The state of a question is a generated column. It follows from a few facts on the thread's row: posting a reply sets
 * them in passing; whatever changes them otherwise (a removal, a new role, an acceptance) has them counted anew here.
 * Staff are whoever teaches now; the asker's own replies are nobody's answer, and one that has become a question is none
 * any more.
 */

/** Counts anew what the states of these questions follow from; other kinds of threads are left alone. */
export async function recountQuestions(
	sql: Sql,
	which: { threadId: number } | { threadIds: number[] },
): Promise<void> {
	const ids = "threadId" in which ? [which.threadId] : which.threadIds;
	// Locked first, so that what is counted is what stands when it is written.
	await sql`SELECT 1 FROM threads WHERE id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`;
	await sql`
		UPDATE threads t SET others_count = now.others, asker_replied_at = now.asker, staff_replied_at = now.staff,
			accepted_at = now.accepted, endorsed_at = now.endorsed
		FROM (
			SELECT q.id,
				count(r.id) FILTER (WHERE r.author_id IS DISTINCT FROM q.author_id) AS others,
				max(r.created_at) FILTER (WHERE r.author_id = q.author_id) AS asker,
				max(r.created_at) FILTER (
					WHERE r.author_id IS DISTINCT FROM q.author_id AND (m.role <> 'learner' OR a.owner_at IS NOT NULL)
				) AS staff,
				max(r.accepted_at) AS accepted, max(r.endorsed_at) AS endorsed
			FROM threads q
			LEFT JOIN replies r ON r.thread_id = q.id AND r.removed_at IS NULL AND r.promoted_to_id IS NULL
			LEFT JOIN users a ON a.id = r.author_id
			LEFT JOIN memberships m ON m.course_id = q.course_id AND m.user_id = r.author_id
			WHERE q.kind = 'question' AND q.id = ANY(${ids}::int[]) GROUP BY q.id
		) now WHERE t.id = now.id`;
}
