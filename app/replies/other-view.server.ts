import { fragment, sql } from "#app/platform/postgres/db.server.ts";
import {
	REPLY_COLUMNS,
	REPLY_JOINS,
	type Reply,
	type ReplyRow,
	replyFrom,
} from "#app/replies/queries.server.ts";
import { ORDERS } from "#app/replies/ranking.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { repliesOf } from "#app/visibility/relations.server.ts";

/** The best reply of another position, and the best that states any; neither has a staff word. */
export type OtherView = { reply: Reply; besideId: number };

/** Null: there are no two positions, or the thread asks for none. */
export async function findOtherView(
	thread: Thread,
	by: Member,
): Promise<OtherView | null> {
	if (thread.positions.length === 0) return null;
	const best = fragment(ORDERS.best);
	const [row] = await sql<ReplyRow & { besideId: number }>`
		WITH first AS MATERIALIZED (
			SELECT r.* FROM unnest(${thread.positions}::text[]) offered (position) CROSS JOIN LATERAL (
				SELECT id, rank, votes, created_at FROM ${repliesOf(thread, by)} q
				WHERE position = offered.position AND root_id IS NULL AND listed AND staff_word IS NULL
				ORDER BY ${best} LIMIT 1
			) r ORDER BY ${best} LIMIT 2
		), best AS (
			SELECT id FROM first ORDER BY ${best} LIMIT 1
		), other AS (
			SELECT id FROM first ORDER BY ${best} LIMIT 1 OFFSET 1
		)
		SELECT ${REPLY_COLUMNS}, best.id AS "besideId"
		FROM best CROSS JOIN other JOIN ${repliesOf(thread, by)} r ON r.id = other.id ${REPLY_JOINS}
		LEFT JOIN reply_votes v ON v.reply_id = r.id AND v.voter_id = ${by.id}`;
	if (!row) return null;
	const { besideId, ...reply } = row;
	return { reply: replyFrom(reply, by, thread), besideId };
}
