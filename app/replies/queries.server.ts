import {
	fragment,
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import { ORDERS, reversed, type Sort } from "#app/replies/ranking.ts";
import {
	keptOf,
	REPLY_COLUMNS,
	REPLY_JOINS,
	type Reply,
	type ReplyRow,
	replyFor,
	replyFrom,
	type SharedReply,
	share,
} from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { canReadReplies, isShown } from "#app/visibility/policy.ts";
import {
	forStaff,
	PLACES,
	repliesOf,
} from "#app/visibility/relations.server.ts";

export const REPLIES_PER_PAGE = 20;
export const UNDER_SHOWN = 10;
export const UNDER_PER_PAGE = 50;
const CHECK_INS_SHOWN = 30;
const OWN_SHOWN = 20;

/**
 * Ids are cut from the order's index before rows are joined; pages behind the middle from its other end, so that the
 * last costs no more than the first. A closed thread gives the viewer's own replies alone.
 */
export async function listReplies(
	thread: Thread,
	by: Member,
	{ sort, page }: { sort: Sort; page: number },
): Promise<Reply[]> {
	if (!canReadReplies(by, thread)) return listOwn(thread, by);
	const skip = (page - 1) * REPLIES_PER_PAGE;
	const take = Math.max(0, Math.min(REPLIES_PER_PAGE, thread.topCount - skip));
	const withCheckIns = page === 1 && thread.checkIns > 0;
	if (take === 0 && !withCheckIns) return [];
	const fromEnd = skip > thread.topCount / 2;
	const order = ORDERS[sort];
	const top = piece`
		SELECT id, row_number() OVER () * ${fromEnd ? -1 : 1} AS place FROM (
			SELECT id FROM ${PLACES} p WHERE thread_id = ${thread.id} AND root_id IS NULL AND listed
			ORDER BY ${fragment(fromEnd ? reversed(order) : order)}
			${limit(REPLIES_PER_PAGE)} OFFSET ${fromEnd ? thread.topCount - skip - take : skip}
		) ids LIMIT ${take}`;
	const key = `${sort} ${page} of ${thread.topCount} ${withCheckIns}`;
	const shared = await keptOf(thread, key, async () => {
		const rows = await listBranches(thread, { top, withCheckIns });
		return sort === "best" && page === 1 ? wordlessFirst(rows) : rows;
	});
	return shared.map(replyFor(by, thread));
}

/** `top` gives the top-level replies; each is followed by its first answers, then come the latest check-ins. */
export async function listBranches(
	thread: Thread,
	{ top, withCheckIns }: { top: Piece; withCheckIns: boolean },
): Promise<SharedReply[]> {
	const latest = piece`
		UNION ALL
		SELECT id, ${REPLIES_PER_PAGE + 1}, row_number() OVER () FROM (
			SELECT id FROM ${PLACES} p WHERE thread_id = ${thread.id} AND NOT listed AND visibility = 'shown'
			ORDER BY created_at DESC, id DESC ${limit(CHECK_INS_SHOWN)}
		) ids`;
	const rows = await sql<ReplyRow>`
		WITH top AS (${top}), shown AS (
			SELECT id, place, 0 AS nth FROM top
			UNION ALL
			SELECT under.id, top.place, under.nth FROM top CROSS JOIN LATERAL (
				SELECT id, row_number() OVER () AS nth FROM (
					SELECT id FROM ${PLACES} p WHERE root_id = top.id AND listed
					ORDER BY created_at, id ${limit(UNDER_SHOWN)}
				) ids
			) under
			${withCheckIns ? latest : piece``}
		)
		SELECT ${REPLY_COLUMNS} FROM shown JOIN ${repliesOf(thread, forStaff, "tombstones")} r ON r.id = shown.id ${REPLY_JOINS}
		ORDER BY shown.place, shown.nth`;
	return rows.map(share);
}

/** A staff word bars only the first place: the page's first reply without one comes before it, with its answers. */
function wordlessFirst(replies: SharedReply[]): SharedReply[] {
	const first = replies[0]?.row;
	if (!first?.staffWord || !isShown(first)) return replies;
	const lead = replies.find(
		({ row }) =>
			row.rootId === null &&
			!row.staffWord &&
			isShown(row) &&
			!row.promotedTo &&
			!row.isFolded,
	)?.row.id;
	if (lead === undefined) return replies;
	const isLead = ({ row }: SharedReply) =>
		row.id === lead || row.rootId === lead;
	return [...replies.filter(isLead), ...replies.filter((r) => !isLead(r))];
}

async function listOwn(thread: Thread, by: Member): Promise<Reply[]> {
	if (by.id === null) return [];
	const rows = await sql<ReplyRow>`
		SELECT ${REPLY_COLUMNS} FROM ${repliesOf(thread, by, "tombstones")} r ${REPLY_JOINS}
		WHERE r.author_id = ${by.id} AND r.visibility = 'shown'
		ORDER BY r.created_at, r.id ${limit(OWN_SHOWN)}`;
	// Their context stays hidden, so each stands alone.
	const alone = { rootId: null, underCount: 0, isFolded: false };
	return rows.map((row) => ({ ...replyFrom(row, by, thread), ...alone }));
}

/** One page of its answers, oldest first. Null: none that the viewer may read here. */
export async function listUnder(
	thread: Thread,
	by: Member,
	{ rootId, page }: { rootId: number; page: number },
): Promise<Reply[] | null> {
	if (!canReadReplies(by, thread)) return null;
	const shared = await keptOf(thread, `under ${rootId} ${page}`, async () => {
		const rows = await sql<ReplyRow>`
			WITH shown AS (
				SELECT ${rootId}::int AS id, 0 AS nth
				UNION ALL
				SELECT id, row_number() OVER () FROM (
					SELECT id FROM ${PLACES} p WHERE root_id = ${rootId} AND listed
					ORDER BY created_at, id ${limit(UNDER_PER_PAGE)} OFFSET ${(page - 1) * UNDER_PER_PAGE}
				) ids
			)
			SELECT ${REPLY_COLUMNS} FROM shown JOIN ${repliesOf(thread, forStaff, "tombstones")} r ON r.id = shown.id AND r.listed ${REPLY_JOINS}
			ORDER BY shown.nth`;
		return rows.map(share);
	});
	// Null for a reply of another thread, or one that is not top-level.
	return shared[0]?.row.rootId === null
		? shared.map(replyFor(by, thread))
		: null;
}

/** Removed replies without answers, for staff and their authors, the latest first: `most` of them. */
export async function listUnlisted(
	thread: Thread,
	by: Member,
	most: number,
): Promise<Reply[]> {
	if (by.id === null || !thread.hasUnlisted) return [];
	const rows = await sql<ReplyRow>`
		SELECT ${REPLY_COLUMNS} FROM ${repliesOf(thread, by, "tombstones")} r ${REPLY_JOINS}
		WHERE NOT r.listed AND r.visibility <> 'shown'
			${isStaff(by.role) ? piece`` : piece`AND r.author_id = ${by.id}`}
		ORDER BY r.hidden_at DESC ${limit(most)}`;
	return rows.map((row) => replyFrom(row, by, thread));
}
