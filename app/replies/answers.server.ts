import { lockStanding } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import type { StaffWordKind } from "#app/platform/prisma/enums.ts";
import type { Member } from "#app/visibility/member.ts";

type ReplyId = { id: number };
type Given = { by: Member; course: Course; reason?: string };

/** Idempotent. @throws Refusal where the reply was removed or became a question meanwhile */
export const acceptReply = (
	{ id: replyId }: ReplyId,
	given: Given & { accepted: boolean },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { accepted } = given;
		const { threadId } = await lockStanding(sql, replyId);
		const changed = await sql`
			UPDATE replies SET accepted_at = CASE WHEN ${accepted} THEN now() END
			WHERE id = ${replyId} AND (accepted_at IS NULL) = ${accepted} RETURNING 1`;
		if (changed.length === 0) return;
		await recount(sql, "threads", [threadId], ["accepted_at"]);
		const kind = accepted ? "reply.accepted" : "reply.unaccepted";
		happened(kind, { threadId, replyId });
	});

/** Idempotent; the first to endorse stays named. @throws Refusal where the reply does not stand */
export const endorseReply = (
	{ id: replyId }: ReplyId,
	given: Given & { endorsed: boolean },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, endorsed } = given;
		const { threadId } = await lockStanding(sql, replyId);
		const changed = await sql`
			UPDATE replies SET endorsed_at = CASE WHEN ${endorsed} THEN now() END,
				endorsed_by_id = CASE WHEN ${endorsed} THEN ${by.id}::int END
			WHERE id = ${replyId} AND (endorsed_at IS NULL) = ${endorsed} RETURNING 1`;
		if (changed.length === 0) return;
		await recount(sql, "threads", [threadId], ["endorsed_at"]);
		const kind = endorsed ? "reply.endorsed" : "reply.unendorsed";
		happened(kind, { threadId, replyId });
	});

/** It bars the reply from standing first; null takes it back. @throws Refusal where the reply does not stand */
export const sayWord = (
	{ id: replyId }: ReplyId,
	given: Given & { word: { kind: StaffWordKind; text: string } | null },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, word } = given;
		const { threadId } = await lockStanding(sql, replyId);
		await sql`
			UPDATE replies SET staff_word = ${word?.kind ?? null}::staff_word, staff_word_text = ${word?.text ?? null},
				staff_word_by_id = ${word && by.id}, staff_word_at = ${word && new Date()}
			WHERE id = ${replyId}`;
		const kind = word ? "reply.commented" : "reply.uncommented";
		happened(kind, { threadId, replyId });
	});

/** Corrects the rule in replies/asks.ts. Idempotent. */
export const noteAsking = (
	{ id: replyId }: ReplyId,
	given: Given & { asks: boolean },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { asks } = given;
		const [noted] = await sql<{ threadId: number }>`
			UPDATE replies SET asks = ${asks}, not_asking_at = CASE WHEN NOT ${asks}::boolean THEN now() END
			WHERE id = ${replyId} RETURNING thread_id AS "threadId"`;
		const kind = asks ? "reply.asking" : "reply.not_asking";
		if (noted) happened(kind, { ...noted, replyId });
	});
