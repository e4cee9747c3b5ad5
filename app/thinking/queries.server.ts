import { fragment, piece, sql } from "#app/platform/db.server.ts";
import { type Spread, spreadOf } from "#app/thinking/spread.ts";

/** How many hold each position, by its words; null where nobody has stated one. */
export type Stated = { stated: Record<string, number> | null };

/** Of the thread `t`: everybody counts once, with the position of their latest standing reply that states one. */
export const STATED = fragment(`(
	SELECT jsonb_object_agg(position, people) FROM (
		SELECT position, count(*)::int AS people FROM (
			SELECT DISTINCT ON (author_id) position FROM replies
			WHERE thread_id = t.id AND position = ANY(t.positions) AND removed_at IS NULL AND position IS NOT NULL
			ORDER BY author_id, created_at DESC, id DESC
		) latest GROUP BY position
	) counted
)`);

/** How people stand to a question; null where it asks for no position. */
export async function findSpread(thread: {
	id: number;
	positions: string[];
}): Promise<Spread | null> {
	if (thread.positions.length === 0) return null;
	const [row] = await sql<Stated>`
		SELECT ${STATED} AS stated FROM threads t WHERE t.id = ${thread.id}`;
	return spreadOf(thread.positions, row?.stated ?? null);
}

/** Whether an account has marked the lesson `l` as read. */
export const hasRead = (accountId: number | null) =>
	piece`EXISTS (SELECT 1 FROM lesson_reads WHERE lesson_id = l.id AND user_id = ${accountId})`;
