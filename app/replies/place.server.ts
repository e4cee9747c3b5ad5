import { fragment, limit, piece, sql } from "#app/platform/db.server.ts";
import {
	REPLIES_PER_PAGE,
	type Reply,
	UNDER_PER_PAGE,
	UNDER_SHOWN,
} from "#app/replies/queries.server.ts";
import { ORDERS, reversed, type Sort } from "#app/replies/ranking.ts";

/** Searched from either end of an order; between them, pages have no number. */
const NUMBERED = 50 * REPLIES_PER_PAGE;

type Place = {
	/** In the thread's order; null: far from both ends. */
	page: number | null;
	/** The top-level reply on whose own pages it stands, and on which. */
	under: number | null;
	underPage: number;
};

export async function findPlace(
	reply: Pick<Reply, "id" | "rootId"> & { threadId: number },
	sort: Sort,
): Promise<Place> {
	const rootId = reply.rootId ?? reply.id;
	const order = ORDERS[sort];
	const placeFrom = (order: string) => piece`
		SELECT place FROM (
			SELECT id, row_number() OVER ()::int AS place FROM (
				SELECT id FROM replies WHERE thread_id = ${reply.threadId} AND root_id IS NULL AND listed
				ORDER BY ${fragment(order)} ${limit(NUMBERED)}
			) ids
		) places WHERE id = ${rootId}`;
	const [place] = await sql<{
		before: number | null;
		listed: boolean;
		beforeUnder: number;
	}>`
		SELECT coalesce((${placeFrom(order)}) - 1, t.top_count - (${placeFrom(reversed(order))})) AS before, root.listed, (
			SELECT count(*)::int FROM replies u WHERE u.root_id = ${rootId} AND u.listed
				AND (u.created_at, u.id) < ((SELECT created_at FROM replies WHERE id = ${reply.id}), ${reply.id})
		) AS "beforeUnder"
		FROM replies root JOIN threads t ON t.id = root.thread_id WHERE root.id = ${rootId}`;
	const beforeUnder = reply.rootId === null ? 0 : (place?.beforeUnder ?? 0);
	const before = place?.listed ? place.before : 0;
	return {
		page: before === null ? null : Math.floor(before / REPLIES_PER_PAGE) + 1,
		under: beforeUnder >= UNDER_SHOWN ? rootId : null,
		underPage: Math.floor(beforeUnder / UNDER_PER_PAGE) + 1,
	};
}
