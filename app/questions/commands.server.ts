import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { fragment } from "#app/platform/postgres/db.server.ts";
import { findTie, tieQuestion } from "#app/questions/anchors.server.ts";
import type { Passage } from "#app/questions/anchors.ts";
import { type NewThread, startThread } from "#app/threads/commands.server.ts";
import { CLAIM_STANDS } from "#app/threads/queries.server.ts";
import {
	setClaim,
	setProposed,
	setPublished,
	setSolved,
	unsetProposed,
} from "#app/threads/question-state.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { lockWithSettler, recountSettler } from "#app/votes/me-too.server.ts";

type NewQuestion = Omit<NewThread, "kind" | "thenWrite"> & {
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
			? await findTie({ lessonId, blockId }, passage, by)
			: null;
	return startThread({
		...question,
		kind: "question",
		thenWrite: async (sql, threadId) => {
			if (tie) await tieQuestion(sql, threadId, tie);
		},
	});
}

type Given = { by: Member; course: Course; reason?: string };

/** Later replies are no follow-ups then. Idempotent. */
export const solveQuestion = (
	{ id: threadId }: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		const solved = await setSolved(sql, threadId);
		if (solved.length > 0) happened("question.solved", { threadId });
	});

/** Idempotent. @throws Refusal where somebody else's claim still stands */
export const claimQuestion = (
	{ id: threadId }: { id: number },
	given: Given & { claimed: boolean },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, claimed } = given;
		const [now] = await sql<{ byId: number | null }>`
			SELECT CASE WHEN ${fragment(CLAIM_STANDS)} THEN t.claimed_by_id END AS "byId"
			FROM threads t WHERE t.id = ${threadId} FOR NO KEY UPDATE`;
		if (now?.byId && now.byId !== by.id) throw new Refusal("claimed");
		await setClaim(sql, threadId, claimed ? by.id : null);
		happened(claimed ? "question.claimed" : "question.released", { threadId });
	});

/** May be repeated after it was declined. Idempotent. */
export const proposePublishing = (
	{ id: threadId }: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		const proposed = await setProposed(sql, threadId);
		if (proposed.length > 0) happened("publishing.proposed", { threadId });
	});

/** Idempotent. */
export const withdrawProposal = (
	{ id: threadId }: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		const withdrawn = await unsetProposed(sql, threadId);
		if (withdrawn.length > 0) happened("publishing.withdrawn", { threadId });
	});

/** Idempotent. */
export const answerPublishing = (
	{ id: threadId }: { id: number },
	given: Given & { published: boolean },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { course, published } = given;
		await lockWithSettler(sql, course.id, threadId);
		const answered = await setPublished(sql, threadId, published);
		if (answered.length === 0) return;
		await recountSettler(sql, threadId);
		happened(published ? "publishing.accepted" : "publishing.declined", {
			threadId,
		});
	});
