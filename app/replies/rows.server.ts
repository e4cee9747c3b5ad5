import { piece } from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import type { Author, Thread } from "#app/threads/queries.server.ts";
import type { StaffWord } from "#app/ui/staff-word.tsx";
import type { Member, Role } from "#app/visibility/member.ts";
import {
	canKnowWriter,
	canReadReplies,
	canReadText,
	isShown,
	type Visibility,
} from "#app/visibility/policy.ts";
import {
	ANSWERED_NAME,
	everybody,
	THEIR_THREAD,
	threads,
} from "#app/visibility/relations.server.ts";

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
	/** It answers a comment in the source, as its staff. */
	isBySourceStaff: boolean;
	leftSourceAt: Date | null;
	sourceReplies: number;
	html: string;
	votes: number;
	/** Those of `votes` that came with the source. */
	importedVotes: number;
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

/** Rare columns are subqueries: planning nine joins took as long as reading the rows. */
export const REPLY_COLUMNS = piece`
	r.id, r.root_id AS "rootId", r.parent_id AS "parentId", r.author_id AS "authorId",
	t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id AS "isAnonymous",
	CASE WHEN r.parent_id <> r.root_id THEN ${ANSWERED_NAME} END AS "inReplyTo",
	r.imported_name AS "importedName", r.source_answers_id IS NOT NULL AS "isBySourceStaff", r.left_source_at AS "leftSourceAt",
	r.source_replies AS "sourceReplies", r.html, r.votes, r.imported_votes AS "importedVotes",
	r.under_count AS "underCount", r.created_at AS "createdAt",
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

type Sight = Pick<Thread, "writeFirst" | "hasWritten">;

/** Blanks what this viewer may not see: removed text, an anonymous asker's name, who is answered in a closed thread. */
export function replyFrom(row: ReplyRow, by: Member, thread: Sight): Reply {
	const { handle, name, role } = row;
	const readable = !row.promotedTo && canReadText(by, row);
	const isNamed = canKnowWriter(by, row);
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

/** The row, and what those get who may read the thread; null where that depends on who they are. */
export type SharedReply = { row: ReplyRow; plain: Reply | null };

const isPlain = (row: ReplyRow) =>
	isShown(row) && !row.promotedTo && !row.isAnonymous;

const VISITOR: Member = { id: null, role: null };
const OPEN: Sight = { writeFirst: false, hasWritten: false };

export const share = (row: ReplyRow): SharedReply => ({
	row,
	plain: isPlain(row)
		? Object.freeze(replyFrom({ ...row }, VISITOR, OPEN))
		: null,
});

/** The gate for kept replies. */
export const replyFor =
	(by: Member, thread: Sight) =>
	({ row, plain }: SharedReply): Reply =>
		plain && canReadReplies(by, thread)
			? plain
			: replyFrom({ ...row }, by, thread);

/** Rows of a thread's replies that are the same for everybody: by its version, until a vote or anything else changes it. */
export const keptOf = <Value extends object>(
	thread: Pick<Thread, "id" | "courseId" | "repliesVersion">,
	key: string,
	load: () => Promise<Value>,
) =>
	kept(
		`${key} of ${thread.id} ${thread.repliesVersion}`,
		{ courseId: thread.courseId, threadId: thread.id },
		load,
	);
