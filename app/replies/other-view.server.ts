import { fragment, sql } from "#app/platform/postgres/db.server.ts";
import { ORDERS } from "#app/replies/ranking.ts";
import {
	keptOf,
	REPLY_COLUMNS,
	REPLY_JOINS,
	type Reply,
	type ReplyRow,
	replyFor,
	share,
} from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { forStaff, repliesOf } from "#app/visibility/relations.server.ts";

/** The best reply of another position, and the best that states any; neither has a staff word. */
export type OtherView = { reply: Reply; besideId: number };

/** For those to whom the thread is open. Null: there are no two positions, or the thread asks for none. */
export async function findOtherView(
	thread: Thread,
	by: Member,
): Promise<OtherView | null> {
	if (thread.positions.length === 0) return null;
	const { beside, other } = await keptOf(thread, "other view", () =>
		readOtherView(thread),
	);
	return beside && other
		? { besideId: beside, reply: replyFor(by, thread)(other) }
		: null;
}

async function readOtherView(thread: Thread) {
	const best = fragment(ORDERS.best);
	const [row] = await sql<ReplyRow & { besideId: number }>`
		WITH first AS MATERIALIZED (
			SELECT r.* FROM unnest(${thread.positions}::text[]) offered (position) CROSS JOIN LATERAL (
				SELECT id, rank, votes, created_at FROM ${repliesOf(thread, forStaff)} q
				WHERE position = offered.position AND root_id IS NULL AND listed AND staff_word IS NULL
				ORDER BY ${best} LIMIT 1
			) r ORDER BY ${best} LIMIT 2
		), best AS (
			SELECT id FROM first ORDER BY ${best} LIMIT 1
		), other AS (
			SELECT id FROM first ORDER BY ${best} LIMIT 1 OFFSET 1
		)
		SELECT ${REPLY_COLUMNS}, best.id AS "besideId"
		FROM best CROSS JOIN other JOIN ${repliesOf(thread, forStaff)} r ON r.id = other.id ${REPLY_JOINS}`;
	if (!row) return {};
	const { besideId, ...other } = row;
	return { beside: besideId, other: share(other) };
}
