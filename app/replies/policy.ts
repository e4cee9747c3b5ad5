import { isStaff, type Member } from "#app/courses/policy.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import { canReadReplies, isAsker, isOpenTo } from "#app/threads/policy.ts";

export type ReplyState = {
	authorId: number | null;
	removedAt: Date | null;
	removedByStaff: boolean;
	/** The question that it has become: what is to be done is done there. */
	promotedTo: unknown;
};

/** Neither removed nor become a question. */
const stands = ({ removedAt, promotedTo }: ReplyState) =>
	!removedAt && !promotedTo;

/** Whoever wrote it; of an imported reply, nobody here. */
export const isAuthor = (by: Member, reply: Pick<ReplyState, "authorId">) =>
	by.id !== null && by.id === reply.authorId;

/** Signed in, the thread neither locked nor removed; staff also where it is locked. */
export const canReply = (by: Member, thread: ThreadState) =>
	by.id !== null && isOpenTo(by, thread);

/** Authors alone, and never what was removed: staff do not edit others' words. */
export const canEditReply = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) => isAuthor(by, reply) && stands(reply) && isOpenTo(by, thread);

export const canRemoveReply = (by: Member, reply: ReplyState) =>
	stands(reply) && (isAuthor(by, reply) || isStaff(by.role));

/** What staff removed only staff restore. */
export const canRestoreReply = (by: Member, reply: ReplyState) =>
	reply.removedAt !== null &&
	(isStaff(by.role) || (isAuthor(by, reply) && !reply.removedByStaff));

/** Of a thread that is not open yet: one's own replies, and what is pinned. */
export const canReadReply = (
	by: Member,
	reply: Pick<ReplyState, "authorId"> & { pinned: unknown },
	thread: ThreadState,
) => canReadReplies(by, thread) || isAuthor(by, reply) || reply.pinned !== null;

/** A removed text is read by its author and by staff. */
export const canReadRemoved = (by: Member, reply: ReplyState) =>
	isAuthor(by, reply) || isStaff(by.role);

/** The wordings before the present one. */
export const canReadHistory = (by: Member, reply: ReplyState) =>
	canReadRemoved(by, reply);

/** Any reply that stands, imported ones too; never one's own. */
export const canVoteReply = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) =>
	by.id !== null &&
	!isAuthor(by, reply) &&
	stands(reply) &&
	isOpenTo(by, thread);

/** Staff, for a reply that stands, and never out of a private question. */
export const canPinReply = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) => isStaff(by.role) && stands(reply) && !thread.isPrivate;

/** Whoever asked, any reply that stands, as many as helped. */
export const canAccept = (by: Member, reply: ReplyState, thread: ThreadState) =>
	isAsker(by, thread) && stands(reply) && isOpenTo(by, thread);

/** Staff, their own replies too. */
export const canEndorse = (by: Member, reply: ReplyState) =>
	isStaff(by.role) && stands(reply);

/** Staff, on any reply that stands. */
export const canSayWord = (by: Member, reply: ReplyState) =>
	isStaff(by.role) && stands(reply);

/**
 * Whoever wrote it, and staff, make a reply a question of its own; staff alone where that would open closed replies.
 * Nobody in a private question: who asked decides who reads it, and there would be two to decide.
 */
export const canPromote = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) =>
	stands(reply) &&
	!thread.isPrivate &&
	isOpenTo(by, thread) &&
	(isStaff(by.role) || (isAuthor(by, reply) && !thread.writeFirst));

/** Staff settle other questions by an answer that everybody may read. */
export const canSettle = (by: Member, reply: ReplyState, thread: ThreadState) =>
	isStaff(by.role) &&
	thread.kind === "question" &&
	!thread.isPrivate &&
	!thread.removedAt &&
	stands(reply);
