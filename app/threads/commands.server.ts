import { lockCourse, lockSettling } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { renderBody, renderOptional } from "#app/markdown/body.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { becomeLearner } from "#app/members/roles.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { submissionKey } from "#app/platform/forms/submission.server.ts";
import { piece, type Sql, sql } from "#app/platform/postgres/db.server.ts";
import type { StartedKind } from "#app/threads/kinds.ts";
import { isLockedFor, type ThreadKind } from "#app/threads/policy.ts";
import { hideThread, insertThread } from "#app/threads/rows.server.ts";
import { keepTitleTokens } from "#app/threads/title-tokens.server.ts";
import { unsettle } from "#app/threads/unsettle.server.ts";
import type { Member } from "#app/visibility/member.ts";

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
	thenWrite?: (sql: Sql, threadId: number) => Promise<void>;
};

const renderOpener = (kind: ThreadKind, body: string, by: { id: number }) =>
	kind === "question"
		? renderOptional(body, by.id, "body")
		: renderBody(body, by.id);

/** Sent twice it returns the first thread. @throws Refusal where its lesson was removed @throws Invalid where the text breaks a limit */
export async function startThread(
	thread: NewThread,
): Promise<{ number: number }> {
	const { by, course, kind, title, lessonId } = thread;
	const html = await renderOpener(kind, thread.body, by);
	const submissionId = submissionKey(thread.submissionId, title, thread.body);
	return act(thread, async (sql, happened) => {
		// The same form sent at once waits here, and then finds the first.
		await lockCourse(sql, course.id);
		const [first] = await sql<{ number: number }>`
			SELECT number FROM threads WHERE author_id = ${by.id} AND submission_id = ${submissionId}`;
		if (first) return first;
		const gone =
			await sql`SELECT 1 FROM lessons WHERE id = ${lessonId} AND removed_at IS NOT NULL`;
		if (gone.length > 0) throw new Refusal("lessonRemoved");
		await becomeLearner(sql, course.id, by);
		const isQuestion = kind === "question";
		const started = await insertThread(sql, course.id, {
			...{ kind, title, lessonId, html, submissionId },
			source: thread.body,
			renderer: RENDERER_VERSION,
			authorId: by.id,
			isPrivate: isQuestion && thread.isPrivate,
			isAnonymous: isQuestion && thread.isAnonymous,
		});
		await thread.thenWrite?.(sql, started.id);
		happened("thread.started", { threadId: started.id });
		return { number: started.number };
	});
}

type NewOpener = {
	by: Member & { id: number };
	course: Course;
	title: string;
	body: string;
	version: number;
};

/** The thread's kind; null where it says the same already. @throws Refusal where it may not be edited now */
async function kindToEdit(
	sql: Sql,
	thread: { id: number },
	{ by, title, body, version }: NewOpener,
	lock = piece``,
): Promise<ThreadKind | null> {
	const [now] = await sql<{
		kind: ThreadKind;
		title: string;
		source: string;
		version: number;
		lockedAt: Date | null;
	}>`
		SELECT kind, title, source, version, locked_at AS "lockedAt" FROM threads
		WHERE id = ${thread.id} AND visibility = 'shown' ${lock}`;
	if (!now) throw new Refusal("threadRemoved");
	if (isLockedFor(by, now)) throw new Refusal("threadLocked");
	if (now.title === title && now.source === body) return null;
	if (now.version !== version)
		throw new Refusal("staleEdit", {
			theirs: `${now.title}\n\n${now.source}`,
			version: now.version,
		});
	return now.kind;
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
	const kind = await kindToEdit(sql, thread, text);
	if (!kind) return;
	const html = await renderOpener(kind, text.body, text.by);
	await act(text, async (sql, happened) => {
		const lock = piece`FOR NO KEY UPDATE`;
		if (!(await kindToEdit(sql, thread, text, lock))) return;
		await retitle(sql, thread.id, text.title);
		await sql`
			UPDATE threads SET source = ${text.body}, html = ${html}, renderer = ${RENDERER_VERSION} WHERE id = ${thread.id}`;
		happened("thread.edited", { threadId: thread.id });
	});
}

async function retitle(sql: Sql, threadId: number, title: string) {
	await sql`
		INSERT INTO thread_edits (thread_id, version, title, source, created_at)
		SELECT id, version, title, source, coalesce(edited_at, created_at) FROM threads WHERE id = ${threadId}`;
	await sql`
		UPDATE threads SET title = ${title}, version = version + 1, edited_at = now() WHERE id = ${threadId}`;
	await keepTitleTokens(sql, threadId, title);
}

type Given = { by: Member; course: Course; reason?: string };

/** Idempotent. @throws Refusal where it was removed */
export const retitleThread = (
	thread: { id: number },
	given: Given & { title: string },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const [now] = await sql<{ title: string }>`
			SELECT title FROM threads WHERE id = ${thread.id} AND visibility = 'shown' FOR NO KEY UPDATE`;
		if (!now) throw new Refusal("threadRemoved");
		if (now.title === given.title) return;
		await retitle(sql, thread.id, given.title);
		happened("thread.edited", { threadId: thread.id });
	});

/** Idempotent. */
export const lockThread = (
	thread: { id: number },
	given: Given & { locked: boolean },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { locked } = given;
		const changed = await sql`
			UPDATE threads SET locked_at = CASE WHEN ${locked} THEN now() END
			WHERE id = ${thread.id} AND (locked_at IS NULL) = ${locked} RETURNING 1`;
		if (changed.length > 0)
			happened(locked ? "thread.locked" : "thread.unlocked", {
				threadId: thread.id,
			});
	});

/** What its answers settled elsewhere opens again. Idempotent. */
export const removeThread = (
	thread: { id: number; authorId: number | null },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, course, reason } = given;
		await lockSettling(sql, course.id);
		await unsettle(sql, happened, { threadId: thread.id });
		const { authorId } = thread;
		if (await hideThread(sql, thread.id, { authorId, byId: by.id, reason }))
			happened("thread.removed", { threadId: thread.id });
	});

/** What it settled stays open. Idempotent. */
export const restoreThread = (
	thread: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		const restored = await sql`
			UPDATE threads SET visibility = 'shown', hidden_at = NULL, hidden_by_id = NULL, hidden_by_staff = false,
				hidden_reason = NULL
			WHERE id = ${thread.id} AND visibility <> 'shown' RETURNING 1`;
		if (restored.length > 0)
			happened("thread.restored", { threadId: thread.id });
	});
