import type { Author, Thread } from "#app/threads/queries.server.ts";
import { threadRights } from "#app/threads/rights.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

/** The role is said of staff alone. */
export const authorOnPage = ({ handle, name, role }: Author) => ({
	handle,
	name,
	...(isStaff(role) && { role }),
});

/** Null where no reply has a date: the thread's own is none. */
const lastReplyAt = ({ replyCount, lastActivityAt, createdAt }: Thread) =>
	replyCount > 0 && lastActivityAt.getTime() !== createdAt.getTime()
		? lastActivityAt
		: null;

export type AuthorOnPage = ReturnType<typeof authorOnPage>;

export type OpenerOnPage = ReturnType<typeof openerOnPage>;

export const openerOnPage = (
	by: Member,
	thread: Thread,
	html: string | undefined,
) => ({
	number: thread.number,
	kind: thread.kind,
	position: thread.position,
	lessonNumber: thread.lessonNumber,
	lessonPlace: thread.lessonPlace,
	title: thread.title,
	html,
	author: thread.author && authorOnPage(thread.author),
	isAnonymous: thread.isAnonymous,
	importedName: thread.importedName,
	createdAt:
		thread.importedName && !thread.importedOn ? null : thread.createdAt,
	editedAt: thread.editedAt,
	state: isShown(thread) ? thread.state : null,
	isHidden: !isShown(thread),
	isPrivate: thread.isPrivate,
	isLocked: thread.lockedAt !== null,
	hasLeftLesson: thread.leftLessonAt !== null,
	hasSource: thread.hasSource,
	replyCount: thread.replyCount,
	sourceReplies: thread.sourceReplies,
	topCount: thread.topCount,
	checkIns: thread.checkIns,
	lastActivityAt: lastReplyAt(thread),
	voteCount: thread.voteCount,
	importedVotes: thread.importedVotes,
	voted: thread.voted,
	promotedFromId: thread.promotedFromId,
	claimedBy: thread.claimedBy,
	positions: thread.positions,
	writeFirst: thread.writeFirst,
	can: threadRights(by, thread),
});

/** Of a lesson's own thread, which its page shows below the lesson. */
export const discussionOnPage = (by: Member, thread: Thread) => ({
	number: thread.number,
	hasSource: thread.hasSource,
	replyCount: thread.replyCount,
	sourceReplies: thread.sourceReplies,
	topCount: thread.topCount,
	checkIns: thread.checkIns,
	positions: thread.positions,
	isHidden: !isShown(thread),
	can: threadRights(by, thread),
});
