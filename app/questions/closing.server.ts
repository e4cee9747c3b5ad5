import { lockLinks, lockStanding } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { setSettled } from "#app/threads/question-state.server.ts";
import { reopenSettled } from "#app/threads/settled.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { recountAlso } from "#app/votes/me-too.server.ts";

/* Links lead from closed questions to open ones, under locks on both, so that they never form a cycle. */

type Given = { by: Member & { id: number }; course: Course; reason?: string };

/** Idempotent. @throws Refusal where the answer or its question was removed or closed */
export const closeQuestions = (
	answer: { id: number },
	given: Given & { numbers: number[] },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, course, numbers } = given;
		await lockLinks(sql, course.id);
		const threads = await sql<{ id: number }>`
			SELECT id FROM threads
			WHERE id = (SELECT thread_id FROM replies WHERE id = ${answer.id})
				OR (course_id = ${course.id} AND number = ANY(${numbers}::int[]))
			ORDER BY id FOR NO KEY UPDATE`;
		const { threadId } = await lockStanding(sql, answer.id);
		const [own] = await sql<{ isClosed: boolean; isRemoved: boolean }>`
			SELECT closed_at IS NOT NULL AS "isClosed", visibility <> 'shown' AS "isRemoved" FROM threads WHERE id = ${threadId}`;
		if (own?.isRemoved) throw new Refusal("threadRemoved");
		if (own?.isClosed) throw new Refusal("answerClosed");
		const ids = threads.map(({ id }) => id).filter((id) => id !== threadId);
		const replyId = answer.id;
		const closed = await setSettled(sql, ids, { id: by.id, replyId });
		await recountAlso(sql, [threadId]);
		for (const { id } of closed)
			happened("question.settled", { threadId: id, replyId });
	});

/** Idempotent. */
export const reopenQuestion = (
	thread: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		await lockLinks(sql, given.course.id);
		await reopenSettled(sql, happened, { questionId: thread.id });
	});
