import type { Member } from "#app/courses/policy.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { tellAsker, untell } from "#app/notifications/commands.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { fragment, sql, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import { findTie, tieQuestion } from "#app/questions/anchors.server.ts";
import type { Passage } from "#app/questions/anchors.ts";
import { type NewThread, startThread } from "#app/threads/commands.server.ts";
import { CLAIM_STANDS } from "#app/threads/queries.server.ts";
import { lockAround, recountAround } from "#app/votes/me-too.server.ts";

type NewQuestion = Omit<NewThread, "kind" | "also"> & {
	/** The block of the lesson that it is about, and the words in it. */
	blockId: number | null;
	passage: Passage | null;
};

/**
 * Asks a question, about a passage of its lesson or not; sent again with the same submissionId and words it gives the
 * first one back.
 * @throws Invalid where the text cannot be rendered within the limits
 */
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

/** The asker says that nothing is left open: what came later is no follow-up. Idempotent. */
export async function solveQuestion(
	thread: { id: number },
	{ course }: { course: Course },
): Promise<void> {
	await sql`UPDATE threads SET solved_at = now() WHERE id = ${thread.id}`;
	changed(course.id);
}

/**
 * Says that `by` is at a question, or no longer; somebody else's claim stands until it lapses. Idempotent.
 * @throws Refusal where somebody else is at it
 */
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

/** Staff ask whether a private question may be opened to the class, and its asker is told; anew after it was declined. Idempotent. */
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

/** Takes a proposal back that waits for an answer, and the notification that nobody has read. Idempotent. */
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

/** The asker opens a private question to the class, or keeps it as it is. Idempotent. */
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
		// Where an answer elsewhere settles it, those who wonder count there from now on.
		await recountAround(sql, thread.id);
	});
	changed(course.id);
}

/** Staff say whether a reply asks something, where the rule was wrong. Idempotent. */
export async function noteAsking(
	reply: { id: number },
	{ course, asks }: { course: Course; asks: boolean },
): Promise<void> {
	await sql`
		UPDATE replies SET asks = ${asks}, not_asking_at = CASE WHEN NOT ${asks}::boolean THEN now() END
		WHERE id = ${reply.id}`;
	changed(course.id);
}
