import { isStaff, type Member } from "#app/courses/policy.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import { canReadReplies, isAsker, isOpenTo } from "#app/threads/policy.ts";

declare module "#app/platform/refusal.ts" {
	interface Refusals {
		replyRemoved: true;
		replyPromoted: true;
	}
}

export type ReplyState = {
	authorId: number | null;
	removedAt: Date | null;
	removedByStaff: boolean;
	/** The question it became; acts on it belong there. */
	promotedTo: unknown;
};

const stands = ({ removedAt, promotedTo }: ReplyState) =>
	!removedAt && !promotedTo;

/** Of an imported reply, nobody here. */
export const isAuthor = (by: Member, reply: Pick<ReplyState, "authorId">) =>
	by.id !== null && by.id === reply.authorId;

export const canReply = (by: Member, thread: ThreadState) =>
	by.id !== null && isOpenTo(by, thread);

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

/** Before a thread opens: one's own replies, and pinned ones. */
export const canReadReply = (
	by: Member,
	reply: Pick<ReplyState, "authorId"> & { pinned: unknown },
	thread: ThreadState,
) => canReadReplies(by, thread) || isAuthor(by, reply) || reply.pinned !== null;

export const canReadRemoved = (by: Member, reply: ReplyState) =>
	isAuthor(by, reply) || isStaff(by.role);

export const canReadHistory = (by: Member, reply: ReplyState) =>
	canReadRemoved(by, reply);

/** Imported replies too; never one's own. */
export const canVoteReply = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) =>
	by.id !== null &&
	!isAuthor(by, reply) &&
	stands(reply) &&
	isOpenTo(by, thread);

export const canPinReply = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) => isStaff(by.role) && stands(reply) && !thread.isPrivate;

export const canAccept = (by: Member, reply: ReplyState, thread: ThreadState) =>
	isAsker(by, thread) && stands(reply) && isOpenTo(by, thread);

export const canEndorse = (by: Member, reply: ReplyState) =>
	isStaff(by.role) && stands(reply);

export const canSayWord = (by: Member, reply: ReplyState) =>
	isStaff(by.role) && stands(reply);

/** Staff alone where that would open closed replies. Nobody in a private question: its asker decides who reads it. */
export const canPromote = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) =>
	stands(reply) &&
	!thread.isPrivate &&
	isOpenTo(by, thread) &&
	(isStaff(by.role) || (isAuthor(by, reply) && !thread.writeFirst));

/** Only by an answer that everybody may read. */
export const canSettle = (by: Member, reply: ReplyState, thread: ThreadState) =>
	isStaff(by.role) &&
	thread.kind === "question" &&
	!thread.isPrivate &&
	!thread.removedAt &&
	stands(reply);
