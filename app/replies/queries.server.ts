import {
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import { ORDERS, reversed, type Sort } from "#app/replies/ranking.ts";
import type { Author, Thread } from "#app/threads/queries.server.ts";
import type { StaffWord } from "#app/ui/staff-word.tsx";
import type { Member, Role } from "#app/visibility/member.ts";
import { isStaff } from "#app/visibility/member.ts";
import {
	canReadReplies,
	canReadText,
	canSeeAsker,
	isShown,
	type Visibility,
} from "#app/visibility/policy.ts";
import {
	ANSWERED_NAME,
	everybody,
	PLACES,
	repliesOf,
	THEIR_THREAD,
	threads,
} from "#app/visibility/relations.server.ts";

export const REPLIES_PER_PAGE = 20;
export const UNDER_SHOWN = 10;
export const UNDER_PER_PAGE = 50;
const CHECK_INS_SHOWN = 30;
const OWN_SHOWN = 20;

export type Reply = {
	id: number;
	rootId: number | null;
	parentId: number | null;
	/** Only where it is not the reply above; empty for an anonymous asker. */
	inReplyTo: string | null;
	/** Null for those who may not know it. */
	authorId: number | null;
	isAnonymous: boolean;
	author: Author | null;
	importedName: string | null;
	importedOn: string | null;
	leftSourceAt: Date | null;
	sourceReplies: number;
	html: string;
	votes: number;
	/** Those of `votes` that came with the source. */
	importedVotes: number;
	voted: boolean;
	underCount: number;
	createdAt: Date;
	editedAt: Date | null;
	visibility: Visibility;
	hiddenByStaff: boolean;
	acceptedAt: Date | null;
	endorsedAt: Date | null;
	endorsedBy: string | null;
	staffWord: StaffWord | null;
	/** Without a title where that question was removed. */
	promotedTo: { number: number; title: string | null } | null;
	pinned: NoteKind | null;
	position: string | null;
	isFolded: boolean;
};

export type ReplyRow = Omit<Reply, "author" | "html"> & {
	html: string | null;
	handle: string | null;
	name: string | null;
	role: Role | null;
};

/**
 * Rare columns are subqueries: planning nine joins took as long as reading the rows. `r` is joined by REPLY_JOINS, `v`
 * is the viewer's vote.
 */
export const REPLY_COLUMNS = piece`
	r.id, r.root_id AS "rootId", r.parent_id AS "parentId", r.author_id AS "authorId",
	t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id AS "isAnonymous",
	CASE WHEN r.parent_id <> r.root_id THEN ${ANSWERED_NAME} END AS "inReplyTo",
	r.imported_name AS "importedName", r.imported_on AS "importedOn", r.left_source_at AS "leftSourceAt",
	r.source_replies AS "sourceReplies", r.html, r.votes, r.imported_votes AS "importedVotes",
	v.voter_id IS NOT NULL AS voted, r.under_count AS "underCount", r.created_at AS "createdAt",
	r.edited_at AS "editedAt", r.visibility, r.hidden_by_staff AS "hiddenByStaff",
	r.accepted_at AS "acceptedAt", r.endorsed_at AS "endorsedAt", (SELECT name FROM users WHERE id = r.endorsed_by_id) AS "endorsedBy",
	CASE WHEN r.staff_word IS NOT NULL THEN jsonb_build_object(
		'kind', r.staff_word, 'text', r.staff_word_text, 'by', (SELECT name FROM users WHERE id = r.staff_word_by_id)
	) END AS "staffWord",
	(
		SELECT jsonb_build_object('number', q.number, 'title', CASE WHEN q.visibility = 'shown' THEN q.title END)
		FROM ${threads(everybody, "tombstones")} q WHERE q.id = r.promoted_to_id
	) AS "promotedTo",
	(SELECT kind FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL) AS pinned, r.position, NOT r.listed AND r.visibility = 'shown' AS "isFolded", a.handle, a.name,
	CASE WHEN a.owner_at IS NOT NULL THEN 'instructor' ELSE m.role END AS role`;

export const REPLY_JOINS = piece`
	${THEIR_THREAD}
	LEFT JOIN users a ON a.id = r.author_id
	LEFT JOIN memberships m ON m.course_id = t.course_id AND m.user_id = r.author_id`;

/** Blanks what this viewer may not see: removed text, an anonymous asker's name, who is answered in a closed thread. */
export function replyFrom(
	row: ReplyRow,
	by: Member,
	thread: Pick<Thread, "writeFirst" | "hasWritten">,
): Reply {
	const { handle, name, role } = row;
	const readable = !row.promotedTo && canReadText(by, row);
	const isNamed = !row.isAnonymous || canSeeAsker(by, row.authorId);
	// In place: copying thirty columns of each reply twice took a twentieth of a page's time.
	return Object.assign(row, {
		html: readable ? (row.html ?? "") : "",
		position: readable ? row.position : null,
		inReplyTo: canReadReplies(by, thread) ? row.inReplyTo : null,
		authorId: isNamed ? row.authorId : null,
		author: isNamed && handle && name ? { handle, name, role } : null,
		handle: null,
		name: null,
		role: null,
	});
}

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
	const replies = await listBranches(thread, by, { top, withCheckIns });
	return sort === "best" && page === 1 ? plainFirst(replies) : replies;
}

/** `top` gives the top-level replies; each is followed by its first answers, then come the latest check-ins. */
export async function listBranches(
	thread: Thread,
	by: Member,
	{
		top,
		withCheckIns,
	}: { top: ReturnType<typeof piece>; withCheckIns: boolean },
): Promise<Reply[]> {
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
		SELECT ${REPLY_COLUMNS} FROM shown JOIN ${repliesOf(thread, by, "tombstones")} r ON r.id = shown.id ${REPLY_JOINS}
		LEFT JOIN reply_votes v ON v.reply_id = r.id AND v.voter_id = ${by.id}
		ORDER BY shown.place, shown.nth`;
	return rows.map((row) => replyFrom(row, by, thread));
}

/** A staff word bars only the first place: the page's first reply without one comes before it, with its answers. */
function plainFirst(replies: Reply[]): Reply[] {
	if (!replies[0]?.staffWord || !isShown(replies[0])) return replies;
	const from = replies.findIndex(
		(reply) =>
			reply.rootId === null &&
			!reply.staffWord &&
			isShown(reply) &&
			!reply.promotedTo &&
			!reply.isFolded,
	);
	if (from < 0) return replies;
	const id = replies[from]?.id;
	const isLead = (reply: Reply) => reply.id === id || reply.rootId === id;
	return [...replies.filter(isLead), ...replies.filter((r) => !isLead(r))];
}

async function listOwn(thread: Thread, by: Member): Promise<Reply[]> {
	if (by.id === null) return [];
	const rows = await sql<ReplyRow>`
		SELECT ${REPLY_COLUMNS} FROM ${repliesOf(thread, by, "tombstones")} r ${REPLY_JOINS}
		LEFT JOIN reply_votes v ON v.reply_id = r.id AND v.voter_id = ${by.id}
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
	const rows = await sql<ReplyRow>`
		WITH shown AS (
			SELECT ${rootId}::int AS id, 0 AS nth
			UNION ALL
			SELECT id, row_number() OVER () FROM (
				SELECT id FROM ${PLACES} p WHERE root_id = ${rootId} AND listed
				ORDER BY created_at, id ${limit(UNDER_PER_PAGE)} OFFSET ${(page - 1) * UNDER_PER_PAGE}
			) ids
		)
		SELECT ${REPLY_COLUMNS} FROM shown JOIN ${repliesOf(thread, by, "tombstones")} r ON r.id = shown.id AND r.listed ${REPLY_JOINS}
		LEFT JOIN reply_votes v ON v.reply_id = r.id AND v.voter_id = ${by.id}
		ORDER BY shown.nth`;
	// Null for a reply of another thread, or one that is not top-level.
	if (rows[0]?.rootId !== null) return null;
	return rows.map((row) => replyFrom(row, by, thread));
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
		LEFT JOIN reply_votes v ON v.reply_id = r.id AND v.voter_id = ${by.id}
		WHERE NOT r.listed AND r.visibility <> 'shown'
			${isStaff(by.role) ? piece`` : piece`AND r.author_id = ${by.id}`}
		ORDER BY r.hidden_at DESC ${limit(most)}`;
	return rows.map((row) => replyFrom(row, by, thread));
}
