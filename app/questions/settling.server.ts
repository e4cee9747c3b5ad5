import { lockSettling, lockStanding } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { setSettled } from "#app/threads/question-state.server.ts";
import { unsettle } from "#app/threads/unsettle.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { recountSettled } from "#app/votes/me-too.server.ts";

/* A settled question settles no other: both are locked, so that no circle forms. */

type Given = { by: Member & { id: number }; course: Course; reason?: string };

/** Idempotent. @throws Refusal where the answer or its question was removed or settled */
export const settleQuestions = (
	answer: { id: number },
	given: Given & { numbers: number[] },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, course, numbers } = given;
		await lockSettling(sql, course.id);
		const threads = await sql<{ id: number }>`
			SELECT id FROM threads
			WHERE id = (SELECT thread_id FROM replies WHERE id = ${answer.id})
				OR (course_id = ${course.id} AND number = ANY(${numbers}::int[]))
			ORDER BY id FOR NO KEY UPDATE`;
		const { threadId } = await lockStanding(sql, answer.id);
		const [own] = await sql<{ isSettled: boolean; isRemoved: boolean }>`
			SELECT settled_at IS NOT NULL AS "isSettled", visibility <> 'shown' AS "isRemoved" FROM threads WHERE id = ${threadId}`;
		if (own?.isRemoved) throw new Refusal("threadRemoved");
		if (own?.isSettled) throw new Refusal("answerSettled");
		const ids = threads.map(({ id }) => id).filter((id) => id !== threadId);
		const replyId = answer.id;
		const settled = await setSettled(sql, ids, { id: by.id, replyId });
		await recountSettled(sql, [threadId]);
		for (const { id } of settled)
			happened("question.settled", { threadId: id, replyId });
	});

/** Idempotent. */
export const unsettleQuestion = (
	thread: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		await lockSettling(sql, given.course.id);
		await unsettle(sql, happened, { questionId: thread.id });
	});
