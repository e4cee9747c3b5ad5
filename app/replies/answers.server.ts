import { lockStanding } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { transaction } from "#app/platform/db.server.ts";
import type { StaffWordKind } from "#app/platform/prisma/enums.ts";
import type { Member } from "#app/visibility/member.ts";

type ReplyId = { id: number };

/** Idempotent. @throws Refusal where the reply was removed or became a question meanwhile */
export async function acceptReply(
	reply: ReplyId,
	{ course, accepted }: { course: Course; accepted: boolean },
): Promise<void> {
	await transaction(async (sql) => {
		const { threadId } = await lockStanding(sql, reply.id);
		await sql`
			UPDATE replies SET accepted_at = CASE WHEN ${accepted} THEN coalesce(accepted_at, now()) END
			WHERE id = ${reply.id}`;
		await recount(sql, "threads", [threadId], ["accepted_at"]);
	});
	changed(course.id);
}

/** Idempotent; the first to endorse stays named. @throws Refusal where the reply does not stand */
export async function endorseReply(
	reply: ReplyId,
	{ by, course, endorsed }: { by: Member; course: Course; endorsed: boolean },
): Promise<void> {
	await transaction(async (sql) => {
		const { threadId } = await lockStanding(sql, reply.id);
		await sql`
			UPDATE replies SET endorsed_at = CASE WHEN ${endorsed} THEN coalesce(endorsed_at, now()) END,
				endorsed_by_id = CASE WHEN ${endorsed} THEN CASE WHEN endorsed_at IS NULL THEN ${by.id} ELSE endorsed_by_id END END
			WHERE id = ${reply.id}`;
		await recount(sql, "threads", [threadId], ["endorsed_at"]);
	});
	changed(course.id);
}

/** It bars the reply from standing first; null takes it back. @throws Refusal where the reply does not stand */
export async function sayWord(
	reply: ReplyId,
	{
		by,
		course,
		word,
	}: {
		by: Member;
		course: Course;
		word: { kind: StaffWordKind; text: string } | null;
	},
): Promise<void> {
	await transaction(async (sql) => {
		await lockStanding(sql, reply.id);
		await sql`
			UPDATE replies SET staff_word = ${word?.kind ?? null}::staff_word, staff_word_text = ${word?.text ?? null},
				staff_word_by_id = ${word && by.id}, staff_word_at = ${word && new Date()}
			WHERE id = ${reply.id}`;
	});
	changed(course.id);
}
