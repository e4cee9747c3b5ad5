import { LRUCache } from "lru-cache";
import { type Piece, piece, sql } from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";

// A page asks for its viewer's votes in the statement that finds its thread, one instead of two. Which replies it is
// going to show is not known by then, so it asks about those that it showed last.

export type AskedVotes = { among: number[]; voted: number[] };

const ADDRESSES_KEPT = 5000;
const ADDRESS_MAX = 300;

const shownLast = new LRUCache<string, number[]>({ max: ADDRESSES_KEPT });

export const repliesShownLast = ({ url }: Request): number[] =>
	shownLast.get(url) ?? [];

/** An array of those that the viewer has voted for. */
export const votedAmong = (viewerId: number | null, ids: number[]): Piece =>
	piece`ARRAY(SELECT reply_id FROM reply_votes WHERE voter_id = ${viewerId} AND reply_id = ANY(${ids}::int[]))`;

/** Which of the replies of this page the viewer has voted for; `asked` is what the page's first statement told. */
export async function findVotes(
	{ url }: Request,
	by: Member,
	replies: { id: number }[],
	{ among, voted }: AskedVotes,
): Promise<Set<number>> {
	if (by.id === null || replies.length === 0) return new Set();
	const ids = [...new Set(replies.map(({ id }) => id))];
	if (url.length <= ADDRESS_MAX) shownLast.set(url, ids);
	const others = ids.filter((id) => !among.includes(id));
	if (others.length === 0) return new Set(voted);
	const [more] = await sql<{
		voted: number[];
	}>`SELECT ${votedAmong(by.id, others)} AS voted`;
	return new Set([...voted, ...(more?.voted ?? [])]);
}
