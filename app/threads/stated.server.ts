import { piece, type Sql } from "#app/platform/postgres/db.server.ts";

type Stating = {
	threadId: number;
	authorId: number | null;
	position: string | null;
};

/** OFFSET makes the planner start from the author's few replies, not from all that state something. */
async function heldBy(sql: Sql, { threadId, authorId }: Stating) {
	const own =
		authorId === null
			? piece`r.author_id IS NULL`
			: piece`r.author_id = ${authorId}`;
	const [held] = await sql<{ position: string }>`
		SELECT r.position FROM (
			SELECT * FROM replies r WHERE r.thread_id = ${threadId} AND ${own} OFFSET 0
		) r JOIN threads t ON t.id = r.thread_id
		WHERE r.visibility = 'shown' AND r.position = ANY(t.positions)
		ORDER BY r.created_at DESC, r.id DESC LIMIT 1`;
	return held?.position ?? null;
}

/** Updates the count for a change of an author's replies; the thread must be locked. */
export async function countStated<Result>(
	sql: Sql,
	stating: Stating,
	change: () => Promise<Result>,
): Promise<Result> {
	if (stating.position === null) return change();
	const before = await heldBy(sql, stating);
	const result = await change();
	const after = await heldBy(sql, stating);
	if (before !== after)
		await sql`
			UPDATE threads SET stated = ARRAY(
				SELECT people + coalesce((position = ${after})::int, 0) - coalesce((position = ${before})::int, 0)
				FROM unnest(positions, stated) WITH ORDINALITY offered (position, people, nth) ORDER BY nth
			) WHERE id = ${stating.threadId}`;
	return result;
}
