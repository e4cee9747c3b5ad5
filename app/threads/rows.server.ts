import { takeThreadNumber } from "#app/courses/commands.server.ts";
import {
	asBefore,
	type Before,
} from "#app/platform/postgres/as-before.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import { keepTitleTokens } from "#app/threads/title-tokens.server.ts";

type NewRow = {
	kind: ThreadKind;
	title: string;
	lessonId: number | null;
	position?: number;
	source?: string;
	html?: string;
	renderer?: number;
	authorId?: number | null;
	submissionId?: string;
	isPrivate?: boolean;
	isAnonymous?: boolean;
	/** Of a question that was a reply: what the reply brings. */
	promotedFromId?: number;
	importedName?: string | null;
	importedOn?: string | null;
	importedVotes?: number;
	votes?: number;
	createdAt?: Date | null;
	editedAt?: Date | null;
};

/** Numbers the thread, and keeps a question's words for the search of similar ones. Locks the course's row. */
export async function insertThread(
	sql: Sql,
	courseId: number,
	row: NewRow,
): Promise<{ id: number; number: number }> {
	const number = await takeThreadNumber(sql, courseId);
	const { createdAt = null } = row;
	const [thread] = await sql<{ id: number }>`
		INSERT INTO threads (course_id, number, kind, lesson_id, position, title, source, html, renderer, author_id, submission_id,
			is_private, is_anonymous, promoted_from_id, imported_name, imported_on, imported_votes, vote_count,
			created_at, last_activity_at, edited_at)
		VALUES (${courseId}, ${number}, ${row.kind}::thread_kind, ${row.lessonId}, ${row.position ?? null}, ${row.title},
			${row.source ?? ""}, ${row.html ?? ""}, ${row.renderer ?? 0}, ${row.authorId ?? null}, ${row.submissionId ?? null},
			${row.isPrivate ?? false}, ${row.isAnonymous ?? false}, ${row.promotedFromId ?? null}, ${row.importedName ?? null},
			${row.importedOn ?? null}, ${row.importedVotes ?? 0}, ${row.votes ?? 0},
			coalesce(${createdAt}, now()), coalesce(${createdAt}, now()), ${row.editedAt ?? null})
		RETURNING id`;
	if (!thread) throw new Error("A thread was not inserted");
	if (row.kind === "question") await keepTitleTokens(sql, thread.id, row.title);
	return { id: thread.id, number };
}

type Hidden = { authorId: number | null; byId: number | null; reason?: string };

export async function hideThread(
	sql: Sql,
	threadId: number,
	{ authorId, byId, reason }: Hidden,
): Promise<boolean> {
	const hidden = await sql`
		UPDATE threads SET visibility = 'removed', hidden_at = now(), hidden_by_id = ${byId},
			hidden_by_staff = ${byId !== authorId}, hidden_reason = ${reason ?? null}
		WHERE id = ${threadId} AND visibility = 'shown' RETURNING 1`;
	return hidden.length > 0;
}

export const titleLessonThread = (sql: Sql, lessonId: number, title: string) =>
	sql`UPDATE threads SET title = ${title} WHERE lesson_id = ${lessonId} AND kind = 'lesson'`;

export const leaveLesson = (sql: Sql, threadId: number) =>
	sql`UPDATE threads SET left_lesson_at = now() WHERE id = ${threadId}`;

export const placeInLesson = (
	sql: Sql,
	threadId: number,
	{ title, position }: { title: string; position: number },
) => sql`
	UPDATE threads SET title = ${title}, position = ${position}, left_lesson_at = NULL WHERE id = ${threadId}`;

/** What a lesson's text changes of its threads. */
export const THREAD_COLUMNS = ["title", "position", "left_lesson_at"];

export const restoreThreads = (sql: Sql, rows: Before[]) =>
	sql`UPDATE threads x SET ${asBefore(THREAD_COLUMNS, rows)}`;

/** Without replies, of an import that is undone. */
export const deleteThreads = (sql: Sql, ids: number[]) =>
	sql`DELETE FROM threads WHERE id = ANY(${ids}::int[])`;

/** Up or down; all else about a thread's replies is recounted. */
export const countTop = (sql: Sql, threadId: number, step: number) =>
	sql`UPDATE threads SET top_count = top_count + ${step} WHERE id = ${threadId}`;

/** What hides a lesson's threads with it; those that were removed for themselves stay so. */
const WITH_LESSON = "lesson";

/** All threads of a lesson go and come with it, and the questions about it too. */
export const showThreadsOf = (sql: Sql, lessonId: number, isShown: boolean) =>
	isShown
		? sql`
			UPDATE threads SET visibility = 'shown', hidden_at = NULL, hidden_reason = NULL, hidden_by_staff = false
			WHERE lesson_id = ${lessonId} AND visibility = 'held' AND hidden_reason = ${WITH_LESSON}`
		: sql`
			UPDATE threads SET visibility = 'held', hidden_at = now(), hidden_reason = ${WITH_LESSON}, hidden_by_staff = true
			WHERE lesson_id = ${lessonId} AND visibility = 'shown'`;

/** Not recounted, as a thread may have a hundred thousand. */
export const countReplies = (sql: Sql, threadId: number, step: number) =>
	sql`UPDATE threads SET reply_count = reply_count + ${step} WHERE id = ${threadId}`;

/** `byStaff` and `isQuestion` save the questions' facts a recount. */
export const countNewReply = (
	sql: Sql,
	threadId: number,
	reply: {
		byId: number;
		isListedAtTop: boolean;
		isQuestion: boolean;
		byStaff: boolean;
	},
) => sql`
	UPDATE threads SET reply_count = reply_count + 1, top_count = top_count + ${reply.isListedAtTop ? 1 : 0},
		last_activity_at = greatest(last_activity_at, now()),
		others_count = others_count + CASE WHEN NOT ${reply.isQuestion} OR author_id = ${reply.byId} THEN 0 ELSE 1 END,
		asker_replied_at = CASE WHEN ${reply.isQuestion} AND author_id = ${reply.byId} THEN greatest(asker_replied_at, now()) ELSE asker_replied_at END,
		staff_replied_at = CASE WHEN author_id = ${reply.byId} OR NOT ${reply.byStaff} THEN staff_replied_at ELSE greatest(staff_replied_at, now()) END,
		staff_first_at = CASE WHEN author_id = ${reply.byId} OR NOT ${reply.byStaff} THEN staff_first_at ELSE coalesce(staff_first_at, now()) END
	WHERE id = ${threadId}`;
