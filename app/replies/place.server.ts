import {
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import { NUMBERED_PAGES } from "#app/replies/numbered.ts";
import {
	REPLIES_PER_PAGE,
	UNDER_PER_PAGE,
	UNDER_SHOWN,
} from "#app/replies/queries.server.ts";
import { ORDERS, reversed, type Sort } from "#app/replies/ranking.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import { forStaff, PLACES, threads } from "#app/visibility/relations.server.ts";

/** Sort keys of `r`. Newest first is oldest first, read from its end. */
const KEYS: Record<Sort, string> = {
	best: "r.rank, -r.votes, r.created_at, r.id",
	newest: "r.created_at, r.id",
	oldest: "r.created_at, r.id",
	source: "coalesce(r.source_position, 2147483647), r.created_at, r.id",
};

const NUMBERED = NUMBERED_PAGES * REPLIES_PER_PAGE;

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
	const order = ORDERS[sort === "newest" ? "oldest" : sort];
	const key = KEYS[sort];
	const ofRoot = key.replace(/\br\./g, "root.");
	/** Null if the search reached its limit. */
	const countIn = (order: string, than: "<" | ">") => piece`(
		SELECT nullif(count(*) FILTER (WHERE ${fragment(`(${key}) ${than} (${ofRoot})`)}), ${NUMBERED})::int FROM (
			SELECT rank, votes, source_position, created_at, id FROM ${PLACES} p
			WHERE thread_id = ${reply.threadId} AND root_id IS NULL AND listed
			ORDER BY ${fragment(order)} ${limit(NUMBERED)}
		) r)`;
	const before = countIn(order, "<");
	const after = countIn(reversed(order), ">");
	const fromStart = piece`coalesce(${before}, t.top_count - 1 - ${after})`;
	const fromEnd = piece`coalesce(${after}, t.top_count - 1 - ${before})`;
	const [place] = await sql<{
		before: number | null;
		listed: boolean;
		beforeUnder: number;
	}>`
		SELECT ${sort === "newest" ? fromEnd : fromStart} AS before, root.listed, (
			SELECT count(*)::int FROM ${PLACES} u WHERE u.root_id = ${rootId} AND u.listed
				AND (u.created_at, u.id) < ((SELECT created_at FROM ${PLACES} p WHERE id = ${reply.id}), ${reply.id})
		) AS "beforeUnder"
		FROM ${PLACES} root JOIN ${threads(forStaff, "tombstones")} t ON t.id = root.thread_id WHERE root.id = ${rootId}`;
	const beforeUnder = reply.rootId === null ? 0 : (place?.beforeUnder ?? 0);
	const atTop = place?.listed ? place.before : 0;
	return {
		page: atTop === null ? null : Math.floor(atTop / REPLIES_PER_PAGE) + 1,
		under: beforeUnder >= UNDER_SHOWN ? rootId : null,
		underPage: Math.floor(beforeUnder / UNDER_PER_PAGE) + 1,
	};
}
