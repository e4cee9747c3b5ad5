import type { AppLoadContext } from "@remix-run/node";
import { getViewer, type Viewer } from "#app/accounts/sessions.server.ts";
import { type InCourse, inCourse } from "#app/courses/queries.server.ts";
import { COUNTED_LIMIT } from "#app/platform/counted.server.ts";
import { onceARequest } from "#app/platform/http/once-a-request.ts";
import {
	idFrom,
	notFound,
	wordFrom,
} from "#app/platform/http/request.server.ts";
import {
	db,
	fragment,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import type { QuestionState } from "#app/platform/prisma/enums.ts";
import { type ThreadNews, threadNews } from "#app/progress/news.server.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import type { Member, Role } from "#app/visibility/member.ts";
import { canKnowWriter, canReachThread } from "#app/visibility/policy.ts";
import {
	courses,
	forStaff,
	hasWritten,
	PLACES,
	threads,
	type Who,
	writerOf,
} from "#app/visibility/relations.server.ts";
import {
	type AskedVotes,
	repliesShownLast,
	votedAmong,
} from "#app/votes/queries.server.ts";

export type Author = { handle: string; name: string; role: Role | null };

/** As acts and forms need it. */
export type FoundThread = ThreadState & {
	id: number;
	courseId: number;
	number: number;
	lessonId: number | null;
	title: string;
	version: number;
	/** Null for other kinds. */
	state: QuestionState | null;
	promotedFromId: number | null;
};

/** As its page shows it. */
export type Thread = FoundThread & {
	/** Counts the acts on its replies, apart from votes. */
	repliesVersion: number;
	lessonNumber: number | null;
	lessonPlace: number | null;
	lessonTitle: string | null;
	position: number | null;
	leftLessonAt: Date | null;
	html: string;
	replyCount: number;
	topCount: number;
	voteCount: number;
	voted: boolean;
	news: ThreadNews;
	sourceReplies: number;
	/** Check-ins that pages fold away, counted up to COUNTED_LIMIT. */
	checkIns: number;
	/** Whether a page needs the queries for pinned and for removed, unlisted replies. */
	hasPins: boolean;
	hasUnlisted: boolean;
	hasAnchor: boolean;
	hasSource: boolean;
	createdAt: Date;
	lastActivityAt: Date;
	editedAt: Date | null;
	author: Author | null;
	publishProposedAt: Date | null;
	publishDeclinedAt: Date | null;
	importedName: string | null;
	importedOn: string | null;
	importedVotes: number;
	/** An answer elsewhere that settles it. */
	settledByReplyId: number | null;
	claimedBy: string | null;
	claimedById: number | null;
	/** Whether its answers settle questions, even private ones: do not send it. */
	settles: boolean;
};

type SeenByOne = Pick<SeenThread, "hasWritten" | "voted" | "news">;

/** What a page asks anew of a thread. */
export type SeenThread = {
	id: number;
	courseId: number;
	/** PostgreSQL's xmin: another one after each change of the row. */
	rowVersion: string;
	isClaimed: boolean;
	hasWritten: boolean;
	voted: boolean;
	news: ThreadNews;
};

/** The rest, kept by its version, is the same for everybody: `threadFor` leaves out what somebody may not know. */
type ThreadRow = Omit<Thread, "author" | keyof SeenByOne> & {
	authorHandle: string | null;
	authorName: string | null;
	authorRole: Role | null;
};
type CourseRow = { slug: string; courseTitle: string; role: Role | null };

/** For questions `t`: a claim ends after a day, with the next answer, or when the question is answered. */
export const CLAIM_STANDS = `(
	t.state <> 'answered' AND t.claimed_at > greatest(
		now() - interval '24 hours', t.staff_replied_at, t.accepted_at, t.endorsed_at, t.settled_at
	))`;

const FOUND_COLUMNS = fragment(`
	t.id, t.course_id AS "courseId", t.number, t.kind, t.lesson_id AS "lessonId", t.title, t.version, t.state,
	t.positions, t.write_first AS "writeFirst", t.locked_at AS "lockedAt", t.visibility,
	t.hidden_by_staff AS "hiddenByStaff", t.is_private AS "isPrivate", t.is_anonymous AS "isAnonymous",
	t.promoted_from_id AS "promotedFromId"`);

const THREAD_COLUMNS = piece`
	${FOUND_COLUMNS}, t.settled_count > 0 AS settles, t.replies_version AS "repliesVersion", t.position, t.left_lesson_at AS "leftLessonAt", t.html,
	a.id AS "authorId", t.reply_count AS "replyCount", t.top_count AS "topCount", t.me_too AS "voteCount",
	t.source_replies AS "sourceReplies",
	EXISTS (SELECT 1 FROM pins WHERE thread_id = t.id AND unpinned_at IS NULL) AS "hasPins",
	EXISTS (SELECT FROM ${PLACES} p WHERE thread_id = t.id AND NOT listed AND visibility <> 'shown') AS "hasUnlisted",
	(SELECT count(*)::int FROM (
		SELECT FROM ${PLACES} p WHERE thread_id = t.id AND NOT listed AND visibility = 'shown' ${COUNTED_LIMIT}
	) counted) AS "checkIns",
	EXISTS (SELECT 1 FROM anchors WHERE thread_id = t.id) AS "hasAnchor",
	EXISTS (
		SELECT FROM ${PLACES} p
		WHERE thread_id = t.id AND root_id IS NULL AND listed AND source_position IS NOT NULL
	) AS "hasSource", t.created_at AS "createdAt", t.last_activity_at AS "lastActivityAt", t.edited_at AS "editedAt",
	t.publish_proposed_at AS "publishProposedAt", t.publish_declined_at AS "publishDeclinedAt",
	t.imported_name AS "importedName", t.imported_on AS "importedOn",
	t.imported_votes AS "importedVotes", t.settled_by_reply_id AS "settledByReplyId",
	t.claimed_by_id AS "claimedById", (SELECT name FROM users WHERE id = t.claimed_by_id) AS "claimedBy",
	l.number AS "lessonNumber", l.place AS "lessonPlace", l.title AS "lessonTitle", a.handle AS "authorHandle", a.name AS "authorName",
	CASE WHEN a.owner_at IS NOT NULL THEN 'instructor' ELSE (
		SELECT role FROM memberships WHERE course_id = t.course_id AND user_id = a.id
	) END AS "authorRole"`;

/** The author is joined only where `who` may know them. */
export const threadJoins = (who: Who) => piece`
	LEFT JOIN lessons l ON l.id = t.lesson_id
	LEFT JOIN users a ON a.id = ${writerOf("t", who)}`;

/** Of threads `t`. */
export const seenColumns = (viewer: Viewer | null) => piece`
	t.id, t.course_id AS "courseId", t.xmin::text AS "rowVersion", ${fragment(CLAIM_STANDS)} AS "isClaimed",
	${hasWritten(viewer?.id ?? null)} AS "hasWritten", ${threadNews(viewer)} AS news,
	EXISTS (SELECT 1 FROM thread_votes WHERE thread_id = t.id AND voter_id = ${viewer?.id ?? null}) AS voted`;

/** @throws Response 404 if it has changed since and `by` may no longer reach it */
export async function threadFor(
	by: Member,
	{ id, courseId, rowVersion, isClaimed, ...seen }: SeenThread,
): Promise<Thread> {
	const [found] = await keptRow({ id, courseId, rowVersion });
	if (!found || !canReachThread(by, found)) throw notFound();
	const { authorHandle, authorName, authorRole, ...row } = found;
	const isNamed = canKnowWriter(by, row);
	const author =
		isNamed && authorHandle && authorName
			? { handle: authorHandle, name: authorName, role: authorRole }
			: null;
	return {
		...row,
		...{ author, hasWritten: seen.hasWritten },
		...{ voted: seen.voted, news: seen.news },
		authorId: isNamed ? row.authorId : null,
		claimedBy: isClaimed ? row.claimedBy : null,
		claimedById: isClaimed ? row.claimedById : null,
	};
}

const keptRow = ({
	id,
	courseId,
	rowVersion,
}: Pick<SeenThread, "id" | "courseId" | "rowVersion">) =>
	kept(
		`thread ${id} ${rowVersion}`,
		{ courseId, threadId: id },
		() => sql<ThreadRow>`
			SELECT ${THREAD_COLUMNS} FROM ${threads(forStaff, "evenRemoved")} t ${threadJoins(forStaff)} WHERE t.id = ${id}`,
	);

type Args = {
	request: Request;
	params: { course?: string; number?: string };
	context: AppLoadContext;
};

/** The row of a thread with its course. @throws Response 404, whether missing or hidden */
async function findRow<Row extends { courseId: number }>(
	args: Args,
	width: "evenRemoved" | "tombstones",
	columnsFor: (viewer: Viewer | null) => Piece,
): Promise<InCourse & { row: Omit<Row, keyof CourseRow> }> {
	const viewer = await getViewer(args);
	const viewerId = viewer?.id ?? null;
	const [found] = await sql<Row & CourseRow>`
		SELECT c.slug, c.title AS "courseTitle",
			(SELECT role FROM memberships WHERE course_id = c.id AND user_id = ${viewerId}) AS role,
			${columnsFor(viewer)}
		FROM ${courses(viewer)} c
		JOIN ${threads(viewer, width)} t ON t.course_id = c.id AND t.number = ${idFrom(args.params.number)}
		WHERE c.slug = ${wordFrom(args.params.course)}`;
	if (!found) throw notFound();
	const { slug, courseTitle, role, ...row } = found;
	const course = { id: found.courseId, slug, title: courseTitle };
	args.context.courseId = course.id;
	return { ...inCourse(viewer, course, role), row };
}

/** For its page. @throws Response 404 */
export const findThreadOnPage = onceARequest(readThreadOnPage);

async function readThreadOnPage(
	args: Args,
): Promise<InCourse & { thread: Thread; votes: AskedVotes }> {
	const among = repliesShownLast(args.request);
	const { row, ...found } = await findRow<
		SeenThread & { votedReplies: number[] }
	>(args, "evenRemoved", (viewer) => {
		return piece`${seenColumns(viewer)}, ${votedAmong(viewer?.id ?? null, among)} AS "votedReplies"`;
	});
	const thread = await threadFor(found.by, row);
	return { ...found, thread, votes: { among, voted: row.votedReplies } };
}

/** For acts and forms. Others reach a removed thread only with `evenRemoved`, without title. @throws Response 404 */
export async function findThread(
	args: Args,
	{ evenRemoved = false } = {},
): Promise<InCourse & { thread: FoundThread }> {
	const { row: thread, ...found } = await findRow<FoundThread>(
		args,
		evenRemoved ? "tombstones" : "evenRemoved",
		(viewer) =>
			piece`${FOUND_COLUMNS}, ${writerOf("t", viewer)} AS "authorId", ${hasWritten(viewer?.id ?? null)} AS "hasWritten"`,
	);
	if (canReachThread(found.by, thread)) return { ...found, thread };
	const whenShown = { ...thread, visibility: "shown" as const };
	if (!evenRemoved || !canReachThread(found.by, whenShown)) throw notFound();
	return { ...found, thread: { ...thread, title: "" } };
}

export const findThreadSource = (threadId: number) =>
	db.thread.findUniqueOrThrow({
		where: { id: threadId },
		select: { title: true, source: true, version: true },
	});

/** Newest first. */
export const listThreadEdits = (threadId: number) =>
	db.threadEdit.findMany({
		where: { threadId },
		orderBy: { version: "desc" },
		take: 100,
		select: { version: true, title: true, source: true, createdAt: true },
	});
