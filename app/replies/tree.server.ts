import type { Sql } from "#app/platform/postgres/db.server.ts";
import { countTop } from "#app/threads/rows.server.ts";

// A reply is listed while it stands and is no mere check-in, or while a listed one answers it (a removed one is then a
// tombstone). `under_count` and `top_count` count listed replies.

type Changed = {
	threadId: number;
	parentId: number | null;
	rootId: number | null;
	listed: boolean;
};

/** Call it for a removal or a restoration; works upwards as far as anything changes. */
export async function keepShape(
	sql: Sql,
	reply: { id: number; stands: boolean },
): Promise<void> {
	let id: number | null = reply.id;
	while (id !== null) {
		const rows: Changed[] = await sql<Changed>`
			UPDATE replies r SET listed = NOT listed
			WHERE r.id = ${id} AND r.listed <> (NOT r.is_check_in AND (CASE WHEN r.id = ${reply.id} THEN ${reply.stands} ELSE r.visibility = 'shown' END)
				OR EXISTS (SELECT 1 FROM replies c WHERE c.parent_id = r.id AND c.listed))
			RETURNING r.thread_id AS "threadId", r.parent_id AS "parentId", r.root_id AS "rootId", r.listed`;
		const row = rows[0];
		if (!row) return;
		const step = row.listed ? 1 : -1;
		if (row.rootId === null) await countTop(sql, row.threadId, step);
		else
			await sql`UPDATE replies SET under_count = under_count + ${step} WHERE id = ${row.rootId}`;
		id = row.parentId;
	}
}

/** Call it when a standing top-level reply becomes or stops being an unanswered check-in. */
export async function foldCheckIn(
	sql: Sql,
	reply: { id: number; isCheckIn: boolean },
): Promise<void> {
	const [now] = await sql<{ threadId: number; step: number }>`
		WITH was AS (SELECT listed FROM replies WHERE id = ${reply.id})
		UPDATE replies r SET is_check_in = ${reply.isCheckIn}, listed = NOT ${reply.isCheckIn} OR under_count > 0
		FROM was WHERE id = ${reply.id} RETURNING thread_id AS "threadId", r.listed::int - was.listed::int AS step`;
	if (now?.step) await countTop(sql, now.threadId, now.step);
}
