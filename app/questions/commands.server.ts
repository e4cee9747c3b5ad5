import type { Course } from "#app/courses/queries.server.ts";
import { tellAsker, untell } from "#app/notifications/commands.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { fragment, sql, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import { findTie, tieQuestion } from "#app/questions/anchors.server.ts";
import type { Passage } from "#app/questions/anchors.ts";
import { type NewThread, startThread } from "#app/threads/commands.server.ts";
import { CLAIM_STANDS } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { lockAround, recountAround } from "#app/votes/me-too.server.ts";

type NewQuestion = Omit<NewThread, "kind" | "also"> & {
	blockId: number | null;
	passage: Passage | null;
};

/** Sent twice it returns the first question. @throws Invalid where the text breaks a limit */
export async function askQuestion({
	blockId,
	passage,
	...question
}: NewQuestion): Promise<{ number: number }> {
	const { lessonId, by } = question;
	const tie =
		lessonId !== null && blockId !== null
			? await findTie({ lessonId, blockId }, passage, by.id)
			: null;
	return startThread({
		...question,
		kind: "question",
		also: async (sql, threadId) => {
			if (tie) await tieQuestion(sql, threadId, tie);
		},
	});
}

/** Later replies are no follow-ups then. Idempotent. */
export async function solveQuestion(
	thread: { id: number },
	{ course }: { course: Course },
): Promise<void> {
	await sql`UPDATE threads SET solved_at = now() WHERE id = ${thread.id}`;
	changed(course.id);
}

/** Idempotent. @throws Refusal where somebody else's claim still stands */
export async function claimQuestion(
	thread: { id: number },
	{ by, course, claimed }: { by: Member; course: Course; claimed: boolean },
): Promise<void> {
	await transaction(async (sql) => {
		const [now] = await sql<{ byId: number | null }>`
			SELECT CASE WHEN ${fragment(CLAIM_STANDS)} THEN t.claimed_by_id END AS "byId"
			FROM threads t WHERE t.id = ${thread.id} FOR NO KEY UPDATE`;
		if (now?.byId && now.byId !== by.id) throw new Refusal("claimed");
		await sql`
			UPDATE threads SET claimed_by_id = ${claimed ? by.id : null}, claimed_at = CASE WHEN ${claimed} THEN now() END
			WHERE id = ${thread.id}`;
	});
	changed(course.id);
}

/** Its asker is told; may be repeated after it was declined. Idempotent. */
export async function proposePublishing(
	thread: { id: number },
	{ by, course }: { by: Member; course: Course },
): Promise<void> {
	await transaction(async (sql) => {
		const [proposed] = await sql`
			UPDATE threads SET publish_proposed_at = now(), publish_declined_at = NULL
			WHERE id = ${thread.id} AND is_private AND (publish_proposed_at IS NULL OR publish_declined_at IS NOT NULL)
			RETURNING 1`;
		if (proposed)
			await tellAsker(sql, {
				...{ kind: "proposed", threadId: thread.id, replyId: null },
				byId: by.id,
			});
	});
	changed(course.id);
}

/** Withdraws the notification, unless it was read. Idempotent. */
export async function withdrawProposal(
	thread: { id: number },
	{ course }: { course: Course },
): Promise<void> {
	await transaction(async (sql) => {
		const [withdrawn] = await sql`
			UPDATE threads SET publish_proposed_at = NULL
			WHERE id = ${thread.id} AND publish_declined_at IS NULL RETURNING 1`;
		if (withdrawn)
			await untell(sql, "proposed", {
				threadIds: [thread.id],
				evenRead: false,
			});
	});
	changed(course.id);
}

/** Idempotent. */
export async function answerPublishing(
	thread: { id: number },
	{ course, published }: { course: Course; published: boolean },
): Promise<void> {
	await transaction(async (sql) => {
		await lockAround(sql, course.id, thread.id);
		await sql`
			UPDATE threads SET is_private = ${!published} AND is_private,
				publish_declined_at = CASE WHEN ${!published} THEN now() END
			WHERE id = ${thread.id} AND is_private`;
		// Where an answer elsewhere settles it, its voters now count there.
		await recountAround(sql, thread.id);
	});
	changed(course.id);
}

/** Corrects the rule in replies/asks.ts. Idempotent. */
export async function noteAsking(
	reply: { id: number },
	{ course, asks }: { course: Course; asks: boolean },
): Promise<void> {
	await sql`
		UPDATE replies SET asks = ${asks}, not_asking_at = CASE WHEN NOT ${asks}::boolean THEN now() END
		WHERE id = ${reply.id}`;
	changed(course.id);
}
