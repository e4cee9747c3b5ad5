import { lockLinks, lockStanding } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import { reopenSettled } from "#app/threads/settled.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { recountAlso } from "#app/votes/me-too.server.ts";

/* Links lead from closed questions to open ones, under locks on both, so that they never form a cycle. */

/** Tells each asker once. Idempotent. @throws Refusal where the answer or its question was removed or closed */
export async function closeQuestions(
	answer: { id: number },
	{
		by,
		course,
		numbers,
	}: { by: Member & { id: number }; course: Course; numbers: number[] },
): Promise<void> {
	await transaction(async (sql) => {
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
		const closed = await sql<{ id: number; askerId: number | null }>`
			UPDATE threads SET closed_at = now(), closed_by_id = ${by.id}, closed_by_reply_id = ${answer.id}
			WHERE id = ANY(${ids}::int[]) AND kind = 'question' AND visibility = 'shown' AND closed_at IS NULL
			RETURNING id, author_id AS "askerId"`;
		await sql`
			INSERT INTO notifications (user_id, kind, thread_id, reply_id)
			SELECT author_id, 'closed', id, ${answer.id} FROM threads
			WHERE id = ANY(${closed.map(({ id }) => id)}::int[]) AND author_id <> ${by.id}
			ON CONFLICT DO NOTHING`;
		await recountAlso(sql, [threadId]);
	});
	changed(course.id);
}

/** Idempotent. */
export async function reopenQuestion(
	thread: { id: number },
	{ course }: { course: Course },
): Promise<void> {
	await transaction(async (sql) => {
		await lockLinks(sql, course.id);
		await reopenSettled(sql, { questionId: thread.id });
	});
	changed(course.id);
}
