import type { AppLoadContext } from "@remix-run/node";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { type InCourse, inCourse } from "#app/courses/queries.server.ts";
import {
	idFrom,
	notFound,
	wordFrom,
} from "#app/platform/http/request.server.ts";
import { db, sql } from "#app/platform/postgres/db.server.ts";
import type { NoteKind, StaffWordKind } from "#app/platform/prisma/enums.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import type { Role } from "#app/visibility/member.ts";
import {
	canReadReply,
	canReadText,
	type Visibility,
} from "#app/visibility/policy.ts";
import {
	courses,
	everybody,
	forStaff,
	hasWritten,
	replies,
	repliesIn,
	threads,
	writerOf,
} from "#app/visibility/relations.server.ts";

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
	visibility: Visibility;
	hiddenByStaff: boolean;
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
	threadVisibility: Visibility;
	threadHiddenByStaff: boolean;
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
): Promise<InCourse & { thread: ThreadAround; reply: FoundReply }> {
	const viewer = await getViewer(args);
	const [row] = await sql<FoundRow>`
		SELECT r.id, r.thread_id AS "threadId", r.root_id AS "rootId", ${writerOf("r", viewer)} AS "authorId",
			coalesce(r.imported_name, a.name, CASE WHEN NOT (t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id) THEN '' END) AS name,
			t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id AS "isAnonymous",
			t.is_private AS "isPrivate", t.is_anonymous AS "isThreadAnonymous", r.source, r.html, r.version, r.votes, r.listed,
			r.created_at AS "createdAt", r.edited_at AS "editedAt",
			r.visibility, r.hidden_by_staff AS "hiddenByStaff", p.kind AS pinned,
			r.position, t.positions, t.write_first AS "writeFirst", ${hasWritten(viewer?.id ?? null)} AS "hasWritten",
			(SELECT number FROM ${threads(everybody, "tombstones")} q WHERE q.id = r.promoted_to_id) AS "promotedTo",
			c.id AS "courseId", c.slug, c.title AS "courseTitle", m.role,
			t.number, t.kind, t.title, t.lesson_id AS "lessonId", ${writerOf("t", viewer)} AS "threadAuthorId",
			t.locked_at AS "threadLockedAt", t.visibility AS "threadVisibility", t.hidden_by_staff AS "threadHiddenByStaff"
		FROM ${courses(viewer)} c
		JOIN ${threads(viewer, evenRemoved ? "tombstones" : "evenRemoved")} t ON t.course_id = c.id
		JOIN ${repliesIn(viewer, "tombstones")} r ON true
		LEFT JOIN users a ON a.id = ${writerOf("r", viewer)}
		LEFT JOIN memberships m ON m.course_id = c.id AND m.user_id = ${viewer?.id ?? null}
		LEFT JOIN pins p ON p.reply_id = r.id AND p.unpinned_at IS NULL
		WHERE r.id = ${idFrom(args.params.id)} AND c.slug = ${wordFrom(args.params.course)}`;
	if (!row) throw notFound();
	const { courseId, slug, courseTitle, role, listed, ...rest } = row;
	const { number, kind, title, lessonId, threadAuthorId, ...more } = rest;
	const { threadLockedAt, threadVisibility, threadHiddenByStaff, ...last } =
		more;
	const { isPrivate, isThreadAnonymous, ...open } = last;
	const { positions, writeFirst, hasWritten: hasOpened, ...reply } = open;
	const course = { id: courseId, slug, title: courseTitle };
	const found = inCourse(viewer, course, role);
	const thread = {
		number,
		kind,
		title,
		lessonId,
		authorId: threadAuthorId,
		isPrivate,
		isAnonymous: isThreadAnonymous,
		positions,
		writeFirst,
		hasWritten: hasOpened,
		lockedAt: threadLockedAt,
		visibility: threadVisibility,
		hiddenByStaff: threadHiddenByStaff,
	};
	const isReached = canReadText(found.by, thread);
	const isReadable =
		isReached && !reply.promotedTo && canReadText(found.by, reply);
	if (!listed && !isReadable && !evenRemoved) throw notFound();
	const isOpen = canReadReply(found.by, reply, thread);
	if (!isOpen && !evenClosed) throw notFound();
	args.context.courseId = courseId;
	const shown =
		isReadable && isOpen ? reply : { ...reply, source: "", html: "" };
	const shownThread = isReached ? thread : { ...thread, title: "" };
	return { ...found, thread: shownThread, reply: shown };
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
		SELECT staff_word AS kind, staff_word_text AS text FROM ${replies(forStaff)} q WHERE id = ${replyId} AND staff_word IS NOT NULL`;
	return word ?? null;
}
