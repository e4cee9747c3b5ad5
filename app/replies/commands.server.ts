import { becomeLearner } from "#app/courses/commands.server.ts";
import type { Member } from "#app/courses/policy.ts";
import { isStaff } from "#app/courses/policy.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { renderBody } from "#app/markdown/body.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { type Sql, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import { keepShape } from "#app/replies/tree.server.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";

type NewReply = {
	by: Member & { id: number };
	course: Course;
	threadId: number;
	body: string;
	parentId: number | null;
	submissionId: string;
};

/**
 * Writes a reply; sent again with the same submissionId it gives the first one back.
 * @throws Refusal where the thread was locked or removed, or the reply that it answers is gone
 * @throws Invalid where the text cannot be rendered within the limits
 */
export async function postReply(reply: NewReply): Promise<{ id: number }> {
	const { by, course, threadId, parentId } = reply;
	const html = await renderBody(reply.body);
	const written = await transaction(async (sql) => {
		// The thread is locked before its replies, here as in a removal: what is answered cannot go meanwhile.
		const [thread] = await sql<{
			locked: boolean;
			removed: boolean;
			firstId: number | null;
		}>`
			SELECT locked_at IS NOT NULL AS locked, removed_at IS NOT NULL AS removed, (
				SELECT id FROM replies WHERE author_id = ${by.id} AND submission_id = ${reply.submissionId}
			) AS "firstId" FROM threads WHERE id = ${threadId} FOR NO KEY UPDATE`;
		if (thread?.firstId) return { id: thread.firstId };
		if (!thread || thread.removed) throw new Refusal("threadRemoved");
		if (thread.locked && !isStaff(by.role)) throw new Refusal("threadLocked");
		await becomeLearner(sql, course.id, by);
		const rootId =
			parentId === null ? null : await rootFor(sql, threadId, parentId);
		const [inserted] = await sql<{ id: number }>`
			INSERT INTO replies (thread_id, parent_id, root_id, author_id, submission_id, source, html, renderer)
			VALUES (${threadId}, ${parentId}, ${rootId}, ${by.id}, ${reply.submissionId}, ${reply.body}, ${html}, ${RENDERER_VERSION})
			ON CONFLICT (author_id, submission_id) DO NOTHING RETURNING id`;
		if (!inserted) {
			const [first] = await sql<{ id: number }>`
				SELECT id FROM replies WHERE author_id = ${by.id} AND submission_id = ${reply.submissionId}`;
			if (!first)
				throw new Error("A reply's submissionId conflicts with no reply");
			return first;
		}
		await sql`
			UPDATE threads SET reply_count = reply_count + 1, top_count = top_count + ${rootId === null ? 1 : 0},
				last_activity_at = now(),
				others_count = others_count + CASE WHEN author_id = ${by.id} THEN 0 ELSE 1 END,
				asker_replied_at = CASE WHEN author_id = ${by.id} THEN now() ELSE asker_replied_at END,
				staff_replied_at = CASE WHEN author_id = ${by.id} OR NOT ${isStaff(by.role)} THEN staff_replied_at ELSE now() END
			WHERE id = ${threadId}`;
		if (rootId !== null)
			await sql`UPDATE replies SET under_count = under_count + 1 WHERE id = ${rootId}`;
		return inserted;
	});
	changed(course.id);
	return written;
}

/** The top-level reply under which an answer to `parentId` stands. */
async function rootFor(sql: Sql, threadId: number, parentId: number) {
	const [parent] = await sql<{ rootId: number }>`
		SELECT coalesce(root_id, id) AS "rootId" FROM replies
		WHERE id = ${parentId} AND thread_id = ${threadId} AND removed_at IS NULL`;
	if (!parent) throw new Refusal("replyRemoved");
	return parent.rootId;
}

/**
 * Gives a reply a new wording; the old one goes into its history.
 * @throws Refusal with the other text where it was edited since `version`; where it was removed, or its thread locked
 * @throws Invalid where the text cannot be rendered within the limits
 */
export async function editReply(
	reply: { id: number },
	text: { by: Member; course: Course; body: string; version: number },
): Promise<void> {
	const { by, course, body, version } = text;
	const html = await renderBody(body);
	await transaction(async (sql) => {
		const [now] = await sql<{
			source: string;
			version: number;
			removed: boolean;
			locked: boolean;
		}>`
			SELECT r.source, r.version, r.removed_at IS NOT NULL AS removed, t.locked_at IS NOT NULL AS locked
			FROM replies r JOIN threads t ON t.id = r.thread_id WHERE r.id = ${reply.id} FOR NO KEY UPDATE OF r`;
		if (!now || now.removed) throw new Refusal("replyRemoved");
		if (now.locked && !isStaff(by.role)) throw new Refusal("threadLocked");
		if (now.source === body) return;
		if (now.version !== version)
			throw new Refusal("staleEdit", {
				theirs: now.source,
				version: now.version,
			});
		await sql`
			INSERT INTO reply_edits (reply_id, version, source, created_at)
			SELECT id, version, source, coalesce(edited_at, created_at) FROM replies WHERE id = ${reply.id}`;
		await sql`
			UPDATE replies SET source = ${body}, html = ${html}, renderer = ${RENDERER_VERSION},
				version = version + 1, edited_at = now() WHERE id = ${reply.id}`;
	});
	changed(course.id);
}

/** Takes a reply out of sight, with its pin; its votes stay but do not count. Idempotent. */
export async function removeReply(
	reply: { id: number; threadId: number; authorId: number | null },
	{ by, course }: { by: Member; course: Course },
): Promise<void> {
	await transaction(async (sql) => {
		await sql`SELECT 1 FROM threads WHERE id = ${reply.threadId} FOR NO KEY UPDATE`;
		const removed = await sql`
			UPDATE replies SET removed_at = now(), removed_by_id = ${by.id}, removed_by_staff = ${by.id !== reply.authorId}
			WHERE id = ${reply.id} AND removed_at IS NULL RETURNING id`;
		if (!removed.length) return;
		await sql`UPDATE pins SET unpinned_at = now() WHERE reply_id = ${reply.id} AND unpinned_at IS NULL`;
		await sql`UPDATE threads SET reply_count = reply_count - 1 WHERE id = ${reply.threadId}`;
		await keepShape(sql, { id: reply.id, stands: false });
		await recountQuestions(sql, reply);
	});
	changed(course.id);
}

/** Brings a removed reply back, unpinned. Idempotent. */
export async function restoreReply(
	reply: { id: number; threadId: number },
	{ course }: { course: Course },
): Promise<void> {
	await transaction(async (sql) => {
		await sql`SELECT 1 FROM threads WHERE id = ${reply.threadId} FOR NO KEY UPDATE`;
		const [removed] = await sql`
			SELECT 1 FROM replies WHERE id = ${reply.id} AND removed_at IS NOT NULL`;
		if (!removed) return;
		// Listed first: a reply that stands is never unlisted, not even in between.
		await keepShape(sql, { id: reply.id, stands: true });
		await sql`
			UPDATE replies SET removed_at = NULL, removed_by_id = NULL, removed_by_staff = false WHERE id = ${reply.id}`;
		await sql`UPDATE threads SET reply_count = reply_count + 1 WHERE id = ${reply.threadId}`;
		await recountQuestions(sql, reply);
	});
	changed(course.id);
}
