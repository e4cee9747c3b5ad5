import { isStaff, type Member } from "#app/courses/policy.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";

export type { ThreadKind };

/** Characters of an opener or a reply. */
export const BODY_MAX = 30_000;

export type ThreadState = {
	kind: ThreadKind;
	authorId: number | null;
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

/** Neither removed nor locked; a lock does not hold staff. */
export const isOpenTo = (by: Member, thread: ThreadState) =>
	!thread.removedAt && (!thread.lockedAt || isStaff(by.role));

/** Topics and questions by whoever is signed in, announcements by staff. */
export const canStartThread = (by: Member, kind: StartedKind) =>
	by.id !== null && (kind !== "announcement" || isStaff(by.role));

export const canEditThread = (by: Member, thread: ThreadState) =>
	isAuthor(by, thread) && isOpenTo(by, thread);

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

/** A removed thread is reached by its author and by staff. */
export const canReachThread = (by: Member, thread: ThreadState) =>
	!thread.removedAt || isAuthor(by, thread) || isStaff(by.role);

export const canReadThreadHistory = (by: Member, thread: ThreadState) =>
	isAuthor(by, thread) || isStaff(by.role);

export const canLockThread = (by: Member) => isStaff(by.role);

/** Questions and topics, never one's own. */
export const canVoteThread = (by: Member, thread: ThreadState) =>
	(thread.kind === "question" || thread.kind === "topic") &&
	by.id !== null &&
	!isAuthor(by, thread) &&
	isOpenTo(by, thread);
