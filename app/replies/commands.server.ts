import { lockReply, lockSettling } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act, type Happened } from "#app/events/act.server.ts";
import { renderBody } from "#app/markdown/body.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { becomeLearner, teachesNow } from "#app/members/roles.server.ts";
import { Invalid, Refusal } from "#app/platform/forms/refusal.ts";
import { submissionKey } from "#app/platform/forms/submission.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import { checkInIn, readCheckIn } from "#app/progress/check-in.ts";
import { recordReading } from "#app/progress/commands.server.ts";
import { asksSomething } from "#app/replies/asks.ts";
import { foldCheckIn, keepShape } from "#app/replies/tree.server.ts";
import { checkPosition } from "#app/thinking/statement.ts";
import { isLockedFor } from "#app/threads/policy.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";
import { countNewReply, countReplies } from "#app/threads/rows.server.ts";
import { countStated } from "#app/threads/stated.server.ts";
import { unsettle } from "#app/threads/unsettle.server.ts";
import type { Member } from "#app/visibility/member.ts";

type NewReply = {
	by: Member & { id: number };
	course: Course;
	threadId: number;
	body: string;
	parentId: number | null;
	position?: string | null;
	submissionId: string;
};

/**
 * Sent again with the same submissionId and text it returns the first reply. A check-in marks the lesson as read.
 * @throws Refusal where the thread was locked or removed, or the parent is gone or became a question
 * @throws Invalid where the text breaks a limit, or the position or parent does not belong to the thread
 */
export async function postReply(reply: NewReply): Promise<{ id: number }> {
	const add = await newReply(reply);
	return act(reply, add);
}

/** Renders the text; what it returns writes the reply, in the act of a caller that does more. */
export async function newReply(reply: NewReply) {
	const { by, course, threadId, parentId, position = null } = reply;
	const html = await renderBody(reply.body, by.id);
	const [asks, checkIn] = [asksSomething(reply.body), readCheckIn(reply.body)];
	const submission = submissionKey(reply.submissionId, reply.body);
	return async (sql: Sql, happened: Happened): Promise<{ id: number }> => {
		// Lock order: the thread before its replies, as in a removal, so that the parent cannot go meanwhile.
		const [thread] = await sql<{
			lockedAt: Date | null;
			removed: boolean;
			lessonId: number | null;
			kind: ThreadKind;
			positions: string[];
			firstId: number | null;
		}>`
			SELECT locked_at AS "lockedAt", visibility <> 'shown' AS removed, lesson_id AS "lessonId", kind, positions, (
				SELECT id FROM replies WHERE author_id = ${by.id} AND submission_id = ${submission}
			) AS "firstId" FROM threads WHERE id = ${threadId} FOR NO KEY UPDATE`;
		if (thread?.firstId) return { id: thread.firstId };
		if (!thread || thread.removed) throw new Refusal("threadRemoved");
		if (isLockedFor(by, thread)) throw new Refusal("threadLocked");
		checkPosition(thread, { rootId: parentId, position });
		await becomeLearner(sql, course.id, by);
		const root =
			parentId === null ? null : await rootFor(sql, threadId, parentId);
		const rootId = root?.id ?? null;
		const says = checkInIn(thread, { checkIn, rootId, position });
		const isQuestion = thread.kind === "question";
		const teaches = isQuestion && (await teachesNow(sql, course.id, by.id));
		const stating = { threadId, authorId: by.id, position };
		const [inserted] = await countStated(
			sql,
			stating,
			() => sql<{ id: number }>`
				INSERT INTO replies (thread_id, parent_id, root_id, author_id, submission_id, source, html, renderer, position,
					is_check_in, listed, asks)
				VALUES (${threadId}, ${parentId}, ${rootId}, ${by.id}, ${submission}, ${reply.body}, ${html},
					${RENDERER_VERSION}, ${position}, ${says.isCheckIn}, ${!says.isCheckIn}, ${asks})
				ON CONFLICT (author_id, submission_id) DO NOTHING RETURNING id`,
		);
		if (!inserted) {
			const [first] = await sql<{ id: number }>`
				SELECT id FROM replies WHERE author_id = ${by.id} AND submission_id = ${submission}`;
			if (!first)
				throw new Error("A reply's submissionId conflicts with no reply");
			return first;
		}
		await countNewReply(sql, threadId, {
			byId: by.id,
			isListedAtTop: rootId === null && !says.isCheckIn,
			isQuestion,
			byStaff: teaches,
		});
		if (root) {
			await sql`UPDATE replies SET under_count = under_count + 1 WHERE id = ${root.id}`;
			if (root.isCheckIn) await foldCheckIn(sql, root);
		}
		if (says.readsLesson)
			await recordReading(sql, { lessonId: says.readsLesson, byId: by.id });
		happened("reply.posted", {
			threadId,
			replyId: inserted.id,
			details: { answersAsStaff: teaches },
		});
		return inserted;
	};
}

async function rootFor(sql: Sql, threadId: number, parentId: number) {
	const [root] = await sql<{
		id: number;
		isCheckIn: boolean;
		isRemoved: boolean;
		isPromoted: boolean;
	}>`
		SELECT r.id, r.is_check_in AS "isCheckIn", p.visibility <> 'shown' AS "isRemoved",
			p.promoted_to_id IS NOT NULL OR p.thread_id <> ${threadId} AS "isPromoted"
		FROM replies p JOIN replies r ON r.id = coalesce(p.root_id, p.id) JOIN threads t ON t.id = p.thread_id
		WHERE p.id = ${parentId} AND (t.id = ${threadId}
			OR EXISTS (SELECT 1 FROM replies WHERE id = t.promoted_from_id AND thread_id = ${threadId}))`;
	if (!root) {
		const parent = await sql`SELECT 1 FROM replies WHERE id = ${parentId}`;
		if (parent.length === 0) throw new Refusal("replyRemoved");
		throw new Invalid("form", "formBroken");
	}
	// The parent may have become a question with the reply above it.
	if (root.isPromoted) throw new Refusal("replyPromoted");
	if (root.isRemoved) throw new Refusal("replyRemoved");
	return root;
}

type Given = { by: Member; course: Course; reason?: string };

/** Its votes stay, uncounted. Idempotent. @throws Refusal where it became a question */
export const removeReply = (
	reply: { id: number; authorId: number | null },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, course, reason = null } = given;
		await lockSettling(sql, course.id);
		await unsettle(sql, happened, { replyId: reply.id });
		const held = await lockReply(sql, reply.id);
		if (held.isRemoved) return;
		if (held.isPromoted) throw new Refusal("replyPromoted");
		const { threadId } = held;
		await countStated(
			sql,
			held,
			() => sql`
				UPDATE replies SET visibility = 'removed', hidden_at = now(), hidden_by_id = ${by.id},
					hidden_by_staff = ${by.id !== reply.authorId}, hidden_reason = ${reason}
				WHERE id = ${reply.id}`,
		);
		await countReplies(sql, threadId, -1);
		await keepShape(sql, { id: reply.id, stands: false });
		await recountQuestions(sql, [threadId]);
		happened("reply.removed", { threadId, replyId: reply.id });
	});

/** The restored reply is not pinned and settles nothing. Idempotent. */
export const restoreReply = (
	reply: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		const held = await lockReply(sql, reply.id);
		if (!held.isRemoved) return;
		const { threadId } = held;
		// Listed first: a shown reply must never be unlisted, even briefly.
		await keepShape(sql, { id: reply.id, stands: true });
		await countStated(
			sql,
			held,
			() => sql`
				UPDATE replies SET visibility = 'shown', hidden_at = NULL, hidden_by_id = NULL, hidden_by_staff = false,
					hidden_reason = NULL
				WHERE id = ${reply.id}`,
		);
		await countReplies(sql, threadId, 1);
		await recountQuestions(sql, [threadId]);
		happened("reply.restored", { threadId, replyId: reply.id });
	});
