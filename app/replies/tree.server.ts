import type { Sql } from "#app/platform/db.server.ts";

/*
 * A reply is listed while it stands, or while a listed one answers it: then it is a tombstone that keeps the tree's
 * shape. `under_count` and `top_count` count listed replies.
 */

type Changed = {
	threadId: number;
	parentId: number | null;
	rootId: number | null;
	listed: boolean;
};

/** For a removal or a restoration: lists or unlists the reply, and as far up as that changes anything. */
export async function keepShape(
	sql: Sql,
	reply: { id: number; stands: boolean },
): Promise<void> {
	let id: number | null = reply.id;
	while (id !== null) {
		const rows: Changed[] = await sql<Changed>`
			UPDATE replies r SET listed = NOT listed
			WHERE r.id = ${id} AND r.listed <> (CASE WHEN r.id = ${reply.id} THEN ${reply.stands} ELSE r.removed_at IS NULL END
				OR EXISTS (SELECT 1 FROM replies c WHERE c.parent_id = r.id AND c.listed))
			RETURNING r.thread_id AS "threadId", r.parent_id AS "parentId", r.root_id AS "rootId", r.listed`;
		const row = rows[0];
		if (!row) return;
		const step = row.listed ? 1 : -1;
		if (row.rootId === null)
			await sql`UPDATE threads SET top_count = top_count + ${step} WHERE id = ${row.threadId}`;
		else
			await sql`UPDATE replies SET under_count = under_count + ${step} WHERE id = ${row.rootId}`;
		id = row.parentId;
	}
}
