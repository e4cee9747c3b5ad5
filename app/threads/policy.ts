import type { QuestionState, ThreadKind } from "#app/platform/prisma/enums.ts";
import { STARTED_KINDS, type StartedKind } from "#app/threads/kinds.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { isAuthor, isShown, type ThreadSight } from "#app/visibility/policy.ts";

declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		threadLocked: true;
		threadRemoved: true;
		lessonRemoved: true;
		questionReplied: true;
	}
}

export type { ThreadKind };

export type ThreadState = ThreadSight & {
	kind: ThreadKind;
	isAnonymous: boolean;
	/** Empty: it asks for no position. */
	positions: string[];
	lockedAt: Date | null;
	hiddenByStaff: boolean;
};

export const isAsker = (by: Member, thread: ThreadState) =>
	thread.kind === "question" && isAuthor(by, thread);

/** A lock does not stop staff. */
export const isLockedFor = (
	by: Pick<Member, "role">,
	{ lockedAt }: Pick<ThreadState, "lockedAt">,
) => lockedAt !== null && !isStaff(by.role);

export const isOpenTo = (
	by: Member,
	thread: Pick<ThreadState, "visibility" | "lockedAt">,
) => isShown(thread) && !isLockedFor(by, thread);

export const canReply = (by: Member, thread: ThreadState) =>
	by.id !== null && isOpenTo(by, thread);

export const canStartThread = (by: Member, kind: StartedKind) =>
	by.id !== null && (kind !== "announcement" || isStaff(by.role));

export const canEditThread = (by: Member, thread: ThreadState) =>
	isAuthor(by, thread) && isOpenTo(by, thread);

/** For a question of an imported author, whose title staff gave. */
export const canRetitle = (by: Member, thread: ThreadState) =>
	isStaff(by.role) &&
	thread.kind === "question" &&
	thread.authorId === null &&
	isOpenTo(by, thread);

const isStarted = (thread: ThreadState) =>
	STARTED_KINDS.some((kind) => kind === thread.kind);

/** A lesson's threads go with their lesson only. */
export const canRemoveThread = (by: Member, thread: ThreadState) =>
	isStarted(thread) &&
	isShown(thread) &&
	(isAuthor(by, thread) || isStaff(by.role));

export const canRestoreThread = (by: Member, thread: ThreadState) =>
	thread.visibility === "removed" &&
	(isStaff(by.role) || (isAuthor(by, thread) && !thread.hiddenByStaff));

/** A question made of a reply by mistake; the command refuses where somebody replied to it. */
export const canDemote = (
	by: Member,
	thread: ThreadState & { promotedFromId: number | null },
) => isStaff(by.role) && thread.promotedFromId !== null && isShown(thread);

export const canReadThreadHistory = (by: Member, thread: ThreadState) =>
	isAuthor(by, thread) || isStaff(by.role);

export const canLockThread = (by: Member) => isStaff(by.role);

export const canVoteThread = (
	by: Member,
	thread: Pick<ThreadState, "kind" | "authorId" | "visibility" | "lockedAt">,
) =>
	(thread.kind === "question" || thread.kind === "topic") &&
	by.id !== null &&
	!isAuthor(by, thread) &&
	isOpenTo(by, thread);

export const canClaim = (by: Member, thread: ThreadState) =>
	isStaff(by.role) && thread.kind === "question" && isShown(thread);

/** Null: a colleague has claimed it. */
export function claimToWish(
	by: Member,
	thread: ThreadState & {
		state: QuestionState | null;
		claimedById: number | null;
	},
): boolean | null {
	if (!canClaim(by, thread) || thread.state === "answered") return null;
	if (thread.claimedById === null) return true;
	return thread.claimedById === by.id ? false : null;
}
