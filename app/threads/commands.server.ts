import { lockCourse, lockLinks } from "#app/counters/locks.server.ts";
import { becomeLearner } from "#app/courses/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { renderBody } from "#app/markdown/body.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { piece, type Sql, sql, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import { submissionKey } from "#app/platform/submission.server.ts";
import type { StartedKind } from "#app/threads/kinds.ts";
import { reopenSettled } from "#app/threads/settled.server.ts";
import { keepTitleTokens } from "#app/threads/title-tokens.server.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";

/** Locks the course's row until the transaction ends. */
export async function nextThreadNumber(
	sql: Sql,
	courseId: number,
): Promise<number> {
	const [course] = await sql<{ number: number }>`
		UPDATE courses SET last_thread_number = last_thread_number + 1 WHERE id = ${courseId}
		RETURNING last_thread_number AS number`;
	if (!course) throw new Error(`No course ${courseId}`);
	return course.number;
}

export type NewThread = {
	by: Member & { id: number };
	course: Course;
	kind: StartedKind;
	lessonId: number | null;
	title: string;
	body: string;
	submissionId: string;
	isPrivate?: boolean;
	isAnonymous?: boolean;
	also?: (sql: Sql, threadId: number) => Promise<void>;
};

/** Sent twice it returns the first thread. @throws Invalid where the text breaks a limit */
export async function startThread(
	thread: NewThread,
): Promise<{ number: number }> {
	const { by, course } = thread;
	const html = await renderBody(thread.body, by.id);
	const submission = submissionKey(
		thread.submissionId,
		thread.title,
		thread.body,
	);
	const started = await transaction(async (sql) => {
		// The same form sent at once waits here, and then finds the first.
		await lockCourse(sql, course.id);
		const [first] = await sql<{ number: number }>`
			SELECT number FROM threads WHERE author_id = ${by.id} AND submission_id = ${submission}`;
		if (first) return first;
		const number = await nextThreadNumber(sql, course.id);
		await becomeLearner(sql, course.id, by);
		const isQuestion = thread.kind === "question";
		const [inserted] = await sql<{ id: number }>`
			INSERT INTO threads (course_id, number, kind, lesson_id, title, source, html, renderer, author_id,
				submission_id, is_private, is_anonymous)
			VALUES (${course.id}, ${number}, ${thread.kind}::thread_kind, ${thread.lessonId}, ${thread.title},
				${thread.body}, ${html}, ${RENDERER_VERSION}, ${by.id},
				${submission}, ${isQuestion && (thread.isPrivate ?? false)}, ${isQuestion && (thread.isAnonymous ?? false)})
			RETURNING id`;
		if (!inserted) throw new Error("A thread was not inserted");
		if (isQuestion) await keepTitleTokens(sql, inserted.id, thread.title);
		await thread.also?.(sql, inserted.id);
		return { number };
	});
	changed(course.id, { adds: true });
	return started;
}

type NewOpener = {
	by: Member & { id: number };
	course: Course;
	title: string;
	body: string;
	version: number;
};

/** False where it says the same already. @throws Refusal where it may not be edited now */
async function isToEdit(
	sql: Sql,
	thread: { id: number },
	{ by, title, body, version }: NewOpener,
	lock = piece``,
): Promise<boolean> {
	const [now] = await sql<{
		title: string;
		source: string;
		version: number;
		locked: boolean;
	}>`
		SELECT title, source, version, locked_at IS NOT NULL AS locked FROM threads
		WHERE id = ${thread.id} AND visibility = 'shown' ${lock}`;
	if (!now) throw new Refusal("threadRemoved");
	if (now.locked && !isStaff(by.role)) throw new Refusal("threadLocked");
	if (now.title === title && now.source === body) return false;
	if (now.version !== version)
		throw new Refusal("staleEdit", {
			theirs: `${now.title}\n\n${now.source}`,
			version: now.version,
		});
	return true;
}

/**
 * @throws Refusal with the other text where it was edited since `version`; where it was removed or locked
 * @throws Invalid where the text breaks a limit
 */
export async function editThread(
	thread: { id: number },
	text: NewOpener,
): Promise<void> {
	// A stale edit is refused before rendering, and again under the lock.
	if (!(await isToEdit(sql, thread, text))) return;
	const html = await renderBody(text.body, text.by.id);
	await transaction(async (sql) => {
		const lock = piece`FOR NO KEY UPDATE`;
		if (!(await isToEdit(sql, thread, text, lock))) return;
		await retitle(sql, thread.id, text.title);
		await sql`
			UPDATE threads SET source = ${text.body}, html = ${html}, renderer = ${RENDERER_VERSION} WHERE id = ${thread.id}`;
	});
	changed(text.course.id);
}

async function retitle(sql: Sql, threadId: number, title: string) {
	await sql`
		INSERT INTO thread_edits (thread_id, version, title, source, created_at)
		SELECT id, version, title, source, coalesce(edited_at, created_at) FROM threads WHERE id = ${threadId}`;
	await sql`
		UPDATE threads SET title = ${title}, version = version + 1, edited_at = now() WHERE id = ${threadId}`;
	await keepTitleTokens(sql, threadId, title);
}

/** Idempotent. @throws Refusal where it was removed */
export async function retitleThread(
	thread: { id: number },
	{ course, title }: { course: Course; title: string },
): Promise<void> {
	await transaction(async (sql) => {
		const [now] = await sql<{ title: string }>`
			SELECT title FROM threads WHERE id = ${thread.id} AND visibility = 'shown' FOR NO KEY UPDATE`;
		if (!now) throw new Refusal("threadRemoved");
		if (now.title !== title) await retitle(sql, thread.id, title);
	});
	changed(course.id);
}

export async function lockThread(
	thread: { id: number },
	{ course, locked }: { course: Course; locked: boolean },
): Promise<void> {
	await sql`
		UPDATE threads SET locked_at = CASE WHEN ${locked} THEN coalesce(locked_at, now()) END WHERE id = ${thread.id}`;
	changed(course.id);
}

/** What its answers settled elsewhere opens again. Idempotent. */
export async function removeThread(
	thread: { id: number; authorId: number | null },
	{ by, course }: { by: Member; course: Course },
): Promise<void> {
	await transaction(async (sql) => {
		await lockLinks(sql, course.id);
		await reopenSettled(sql, { threadId: thread.id });
		await sql`
			UPDATE threads SET visibility = 'removed', hidden_at = now(), hidden_by_id = ${by.id}, hidden_by_staff = ${by.id !== thread.authorId}
			WHERE id = ${thread.id} AND visibility = 'shown'`;
	});
	changed(course.id);
}

/** What it settled stays open. Idempotent. */
export async function restoreThread(
	thread: { id: number },
	{ course }: { course: Course },
): Promise<void> {
	await sql`
		UPDATE threads SET visibility = 'shown', hidden_at = NULL, hidden_by_id = NULL, hidden_by_staff = false WHERE id = ${thread.id}`;
	changed(course.id);
}
