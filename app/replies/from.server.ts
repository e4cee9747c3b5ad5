import {
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import { NUMBERED_PAGES } from "#app/replies/numbered.ts";
import { listBranches, REPLIES_PER_PAGE } from "#app/replies/queries.server.ts";
import { ORDERS, type Sort } from "#app/replies/ranking.ts";
import { keptOf, type Reply, replyFor } from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { PLACES } from "#app/visibility/relations.server.ts";

/* A very long thread is shown from a reply on, by time: numbering a page in its middle would count half the thread. */

export type RepliesFrom = {
	replies: Reply[];
	earlier: number | null;
	later: number | null;
};

/** The query that shows a page without a number: its replies by time, those of the page nearest to a numbered one. */
export async function whereUnnumbered(
	thread: Thread,
	sort: Sort,
	page: number,
): Promise<string> {
	if (sort !== "oldest" && sort !== "newest") return "sort=oldest";
	const pages = Math.ceil(thread.topCount / REPLIES_PER_PAGE);
	const near =
		page <= pages / 2 ? NUMBERED_PAGES + 1 : pages - NUMBERED_PAGES - 1;
	const before =
		sort === "oldest"
			? (near - 1) * REPLIES_PER_PAGE
			: thread.topCount - near * REPLIES_PER_PAGE;
	const after = thread.topCount - 1 - before;
	const [first] = await sql<{ id: number }>`
		SELECT id FROM ${PLACES} p WHERE thread_id = ${thread.id} AND root_id IS NULL AND listed
		ORDER BY ${fragment(before <= after ? ORDERS.oldest : ORDERS.newest)} LIMIT 1 OFFSET ${Math.min(before, after)}`;
	return first ? `from=${first.id}` : "sort=oldest";
}

export async function listRepliesFrom(
	thread: Thread,
	by: Member,
	from: number,
): Promise<RepliesFrom | null> {
	const page = await keptOf(thread, `from ${from}`, () =>
		readFrom(thread, from),
	);
	return page.isFound
		? { ...page, replies: page.replies.map(replyFor(by, thread)) }
		: null;
}

async function readFrom(thread: Thread, from: number) {
	const fromTop = piece`FROM ${PLACES} p WHERE thread_id = ${thread.id} AND root_id IS NULL AND listed AND (created_at, id)`;
	const self = piece`((SELECT created_at FROM ${PLACES} p WHERE id = ${from} AND thread_id = ${thread.id}), ${from})`;
	const top = piece`
		SELECT id, row_number() OVER () AS place FROM (
			SELECT id ${fromTop} >= ${self} ORDER BY created_at, id ${limit(REPLIES_PER_PAGE)}
		) ids`;
	const [replies, [neighbours]] = await Promise.all([
		listBranches(thread, { top, withCheckIns: false }),
		sql<{ earlier: number | null; later: number | null; isFound: boolean }>`
			SELECT EXISTS (SELECT FROM ${PLACES} p WHERE id = ${from} AND thread_id = ${thread.id}) AS "isFound", (
				SELECT id FROM (
					SELECT id, created_at ${fromTop} < ${self} ORDER BY created_at DESC, id DESC ${limit(REPLIES_PER_PAGE)}
				) before ORDER BY created_at, id LIMIT 1
			) AS earlier, (
				SELECT id ${fromTop} >= ${self} ORDER BY created_at, id LIMIT 1 OFFSET ${fragment(String(REPLIES_PER_PAGE))}
			) AS later`,
	]);
	const { earlier = null, later = null, isFound = false } = neighbours ?? {};
	return { replies, earlier, later, isFound };
}
