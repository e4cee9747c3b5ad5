import { isStaff, type Member } from "#app/courses/policy.ts";
import type { QuestionState, ThreadKind } from "#app/platform/prisma/enums.ts";

export type { ThreadKind };

/** Characters of an opener or a reply. */
export const BODY_MAX = 30_000;

export type ThreadState = {
	kind: ThreadKind;
	/** Null to those whom an anonymous question does not tell. */
	authorId: number | null;
	isPrivate: boolean;
	isAnonymous: boolean;
	/** Among which it asks for a position; none: it asks for no such thing. */
	positions: string[];
	/** Others' replies open to a learner after one's own; whether who asks has written that. */
	writeFirst: boolean;
	hasWritten: boolean;
	lockedAt: Date | null;
	removedAt: Date | null;
	removedByStaff: boolean;
};

export const THREAD_KINDS = [
	"lesson",
	"thinking",
	"question",
	"topic",
	"announcement",
] as const;

/** The kinds that people start; the others come with a lesson. */
export const STARTED_KINDS = ["question", "topic", "announcement"] as const;
export type StartedKind = (typeof STARTED_KINDS)[number];

/** Whoever started it; of a lesson's threads, nobody. */
export const isAuthor = (by: Member, thread: Pick<ThreadState, "authorId">) =>
	by.id !== null && by.id === thread.authorId;

/** Whoever asked the question. */
export const isAsker = (by: Member, thread: ThreadState) =>
	thread.kind === "question" && isAuthor(by, thread);

/** Neither removed nor locked; a lock does not hold staff. */
export const isOpenTo = (by: Member, thread: ThreadState) =>
	!thread.removedAt && (!thread.lockedAt || isStaff(by.role));

/** Topics and questions by whoever is signed in, announcements by staff. */
export const canStartThread = (by: Member, kind: StartedKind) =>
	by.id !== null && (kind !== "announcement" || isStaff(by.role));

export const canEditThread = (by: Member, thread: ThreadState) =>
	isAuthor(by, thread) && isOpenTo(by, thread);

/** The title of a question whose author has no account here: staff gave it when they made it of an imported reply. */
export const canRetitle = (by: Member, thread: ThreadState) =>
	isStaff(by.role) &&
	thread.kind === "question" &&
	thread.authorId === null &&
	isOpenTo(by, thread);

const isStarted = (thread: ThreadState) =>
	STARTED_KINDS.some((kind) => kind === thread.kind);

/** Threads of a lesson are removed with their lesson only. */
export const canRemoveThread = (by: Member, thread: ThreadState) =>
	isStarted(thread) &&
	!thread.removedAt &&
	(isAuthor(by, thread) || isStaff(by.role));

export const canRestoreThread = (by: Member, thread: ThreadState) =>
	thread.removedAt !== null &&
	(isStaff(by.role) || (isAuthor(by, thread) && !thread.removedByStaff));

/** A removed thread, and a private question, is reached by its author and by staff. */
export const canReachThread = (by: Member, thread: ThreadState) =>
	(!thread.removedAt && !thread.isPrivate) ||
	isAuthor(by, thread) ||
	isStaff(by.role);

/** Where one writes first, others' replies are for those who have written, and for staff. */
export const canReadReplies = (
	by: Member,
	thread: Pick<ThreadState, "writeFirst" | "hasWritten">,
) => !thread.writeFirst || thread.hasWritten || isStaff(by.role);

/** Who asked an anonymous question, and wrote the asker's replies in it, is known to staff and to the asker. */
export const canSeeAsker = (by: Member, askerId: number | null) =>
	isStaff(by.role) || (by.id !== null && by.id === askerId);

export const canReadThreadHistory = (by: Member, thread: ThreadState) =>
	isAuthor(by, thread) || isStaff(by.role);

export const canLockThread = (by: Member) => isStaff(by.role);

/** Questions and topics, never one's own. */
export const canVoteThread = (by: Member, thread: ThreadState) =>
	(thread.kind === "question" || thread.kind === "topic") &&
	by.id !== null &&
	!isAuthor(by, thread) &&
	isOpenTo(by, thread);

/** Staff say that they are at it. */
export const canClaim = (by: Member, thread: ThreadState) =>
	isStaff(by.role) && thread.kind === "question" && !thread.removedAt;

/** Which claim of theirs staff may wish for: to be at an open question, or at it no longer. Null: a colleague is at it. */
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
