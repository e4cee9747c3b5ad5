import { fragment, sql } from "#app/platform/db.server.ts";
import {
	REPLIES_PER_PAGE,
	type Reply,
	UNDER_PER_PAGE,
	UNDER_SHOWN,
} from "#app/replies/queries.server.ts";
import { ORDERS, type Sort } from "#app/replies/ranking.ts";

/** Where a reply stands now: the page of its thread in an order, and the page under its top-level reply. */
export async function findPlace(
	reply: Pick<Reply, "id" | "rootId">,
	sort: Sort,
): Promise<{ page: number; under: number | null; underPage: number }> {
	const rootId = reply.rootId ?? reply.id;
	const order = ORDERS[sort];
	const [place] = await sql<{ before: number; beforeUnder: number }>`
		WITH root AS (SELECT * FROM replies WHERE id = ${rootId})
		SELECT (
			SELECT place - 1 FROM (
				SELECT id, row_number() OVER (ORDER BY ${fragment(order)})::int AS place FROM replies
				WHERE thread_id = (SELECT thread_id FROM root) AND root_id IS NULL AND listed
			) places WHERE id = ${rootId}
		) AS before, (
			SELECT count(*)::int FROM replies u JOIN replies self ON self.id = ${reply.id}
			WHERE u.root_id = ${rootId} AND u.listed AND (u.created_at, u.id) < (self.created_at, self.id)
		) AS "beforeUnder"`;
	const beforeUnder = reply.rootId === null ? 0 : (place?.beforeUnder ?? 0);
	return {
		page: Math.floor((place?.before ?? 0) / REPLIES_PER_PAGE) + 1,
		under: beforeUnder >= UNDER_SHOWN ? rootId : null,
		underPage: Math.floor(beforeUnder / UNDER_PER_PAGE) + 1,
	};
}
