import type { QuestionState } from "#app/platform/prisma/enums.ts";
import { isAsker, type ThreadState } from "#app/threads/policy.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		answerSettled: true;
		claimed: true;
	}
}

export type { QuestionState };

export const canSolve = (
	by: Member,
	thread: ThreadState & { state: QuestionState | null },
) => isAsker(by, thread) && thread.state === "follow_up" && isShown(thread);

export const canProposePublishing = (by: Member, thread: ThreadState) =>
	isStaff(by.role) &&
	!isAsker(by, thread) &&
	thread.isPrivate &&
	isShown(thread);

/** The asker alone decides who reads a private question. */
export const canPublish = (by: Member, thread: ThreadState) =>
	isAsker(by, thread) && thread.isPrivate && isShown(thread);

/** `unanswered`: without a word by staff. */
export const QUESTION_FILTERS = [
	"waiting",
	"unanswered",
	"follow_up",
	"mine",
] as const;
export type QuestionFilter = (typeof QUESTION_FILTERS)[number];
