import type { ThreadState } from "#app/threads/policy.ts";
import { isAsker, isOpenTo } from "#app/threads/policy.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { isAuthor, isShown, type Text } from "#app/visibility/policy.ts";

declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		replyRemoved: true;
		replyPromoted: true;
	}
}

export type ReplyState = Text & {
	hiddenByStaff: boolean;
	/** The question it became; acts on it belong there. */
	promotedTo: unknown;
};

const stands = (reply: ReplyState) => isShown(reply) && !reply.promotedTo;

export const canEditReply = (
	by: Member,
	reply: ReplyState,
	thread: ThreadState,
) => isAuthor(by, reply) && stands(reply) && isOpenTo(by, thread);

export const canRemoveReply = (by: Member, reply: ReplyState) =>
	stands(reply) && (isAuthor(by, reply) || isStaff(by.role));

/** What staff removed only staff restore. */
export const canRestoreReply = (by: Member, reply: ReplyState) =>
	reply.visibility === "removed" &&
	(isStaff(by.role) || (isAuthor(by, reply) && !reply.hiddenByStaff));

export const canReadHistory = (by: Member, reply: ReplyState) =>
	isAuthor(by, reply) || isStaff(by.role);

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

export const canSettle = (by: Member, reply: ReplyState, thread: ThreadState) =>
	isStaff(by.role) &&
	thread.kind === "question" &&
	!thread.isPrivate &&
	isShown(thread) &&
	stands(reply);
