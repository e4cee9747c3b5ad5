import type { AppLoadContext } from "@remix-run/node";
import { getViewer } from "#app/accounts/sessions.server.ts";
import type { Role } from "#app/courses/policy.ts";
import { type Standing, standing } from "#app/courses/queries.server.ts";
import { db, sql } from "#app/platform/db.server.ts";
import { idFrom, notFound, wordFrom } from "#app/platform/http.server.ts";
import type { NoteKind, StaffWordKind } from "#app/platform/prisma/enums.ts";
import { canReadRemoved, canReadReply } from "#app/replies/policy.ts";
import {
	canReachThread,
	canSeeAsker,
	type ThreadState,
} from "#app/threads/policy.ts";
import { hasWritten } from "#app/threads/queries.server.ts";

type Args = {
	request: Request;
	params: { course?: string; id?: string };
	context: AppLoadContext;
};

export type FoundReply = {
	id: number;
	threadId: number;
	rootId: number | null;
	authorId: number | null;
	/** Null: an anonymous asker, to those who may not know. */
	name: string | null;
	isAnonymous: boolean;
	source: string;
	html: string;
	version: number;
	votes: number;
	createdAt: Date;
	editedAt: Date | null;
	removedAt: Date | null;
	removedByStaff: boolean;
	pinned: NoteKind | null;
	position: string | null;
	promotedTo: number | null;
};
export type ThreadAround = ThreadState & {
	number: number;
	title: string;
	lessonId: number | null;
};

type FoundRow = FoundReply & {
	listed: boolean;
	courseId: number;
	slug: string;
	courseTitle: string;
	role: Role | null;
	number: number;
	kind: ThreadState["kind"];
	title: string;
	lessonId: number | null;
	threadAuthorId: number | null;
	threadLockedAt: Date | null;
	threadRemovedAt: Date | null;
	threadRemovedByStaff: boolean;
	isPrivate: boolean;
	isThreadAnonymous: boolean;
	positions: string[];
	writeFirst: boolean;
	hasWritten: boolean;
};

/**
 * Others than author and staff reach hidden replies only with `evenRemoved` or `evenClosed`, without text.
 * @throws Response 404
 */
export async function findReply(
	args: Args,
	{ evenClosed = false, evenRemoved = false } = {},
): Promise<Standing & { thread: ThreadAround; reply: FoundReply }> {
	const viewer = await getViewer(args);
	const [row] = await sql<FoundRow>`
		SELECT r.id, r.thread_id AS "threadId", r.root_id AS "rootId", r.author_id AS "authorId",
			coalesce(r.imported_name, a.name, '') AS name,
			t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id AS "isAnonymous",
			t.is_private AS "isPrivate", t.is_anonymous AS "isThreadAnonymous", r.source, r.html, r.version, r.votes, r.listed,
			r.created_at AS "createdAt", r.edited_at AS "editedAt",
			r.removed_at AS "removedAt", r.removed_by_staff AS "removedByStaff", p.kind AS pinned,
			r.position, t.positions, t.write_first AS "writeFirst", ${hasWritten(viewer?.id ?? null)} AS "hasWritten",
			(SELECT number FROM threads WHERE id = r.promoted_to_id) AS "promotedTo",
			c.id AS "courseId", c.slug, c.title AS "courseTitle", m.role,
			t.number, t.kind, t.title, t.lesson_id AS "lessonId", t.author_id AS "threadAuthorId",
			t.locked_at AS "threadLockedAt", t.removed_at AS "threadRemovedAt", t.removed_by_staff AS "threadRemovedByStaff"
		FROM replies r
		JOIN threads t ON t.id = r.thread_id
		JOIN courses c ON c.id = t.course_id
		LEFT JOIN users a ON a.id = r.author_id
		LEFT JOIN memberships m ON m.course_id = c.id AND m.user_id = ${viewer?.id ?? null}
		LEFT JOIN pins p ON p.reply_id = r.id AND p.unpinned_at IS NULL
		WHERE r.id = ${idFrom(args.params.id)} AND c.slug = ${wordFrom(args.params.course)}`;
	if (!row) throw notFound();
	const { courseId, slug, courseTitle, role, listed, ...rest } = row;
	const { number, kind, title, lessonId, threadAuthorId, ...more } = rest;
	const { threadLockedAt, threadRemovedAt, threadRemovedByStaff, ...last } =
		more;
	const { isPrivate, isThreadAnonymous, ...open } = last;
	const { positions, writeFirst, hasWritten: hasOpened, ...reply } = open;
	const course = { id: courseId, slug, title: courseTitle };
	const found = standing(viewer, course, role);
	const knowsAsker =
		!isThreadAnonymous || canSeeAsker(found.by, threadAuthorId);
	const thread = {
		number,
		kind,
		title,
		lessonId,
		authorId: knowsAsker ? threadAuthorId : null,
		isPrivate,
		isAnonymous: isThreadAnonymous,
		positions,
		writeFirst,
		hasWritten: hasOpened,
		lockedAt: threadLockedAt,
		removedAt: threadRemovedAt,
		removedByStaff: threadRemovedByStaff,
	};
	const isReached = canReachThread(found.by, thread);
	const removedAt = evenRemoved ? null : thread.removedAt;
	if (!isReached && !canReachThread(found.by, { ...thread, removedAt }))
		throw notFound();
	const isReadable =
		isReached &&
		!reply.promotedTo &&
		(!reply.removedAt || canReadRemoved(found.by, reply));
	if (!listed && !isReadable && !evenRemoved) throw notFound();
	const isOpen = canReadReply(found.by, reply, thread);
	if (!isOpen && !evenClosed) throw notFound();
	args.context.courseId = courseId;
	const known =
		reply.isAnonymous && !knowsAsker
			? { ...reply, authorId: null, name: null }
			: reply;
	const shown =
		isReadable && isOpen ? known : { ...known, source: "", html: "" };
	const around = isReached ? thread : { ...thread, title: "" };
	return { ...found, thread: around, reply: shown };
}

export const listReplyEdits = (replyId: number) =>
	db.replyEdit.findMany({
		where: { replyId },
		orderBy: { version: "desc" },
		take: 100,
		select: { version: true, source: true, createdAt: true },
	});

export async function findStaffWord(replyId: number) {
	const [word] = await sql<{ kind: StaffWordKind; text: string }>`
		SELECT staff_word AS kind, staff_word_text AS text FROM replies WHERE id = ${replyId} AND staff_word IS NOT NULL`;
	return word ?? null;
}
