import type { ReplyOnPage } from "#app/replies/presentation.server.ts";

/** What a plain reply has none of. */
export const NONE = {
	rootId: null,
	parentId: null,
	inReplyTo: null,
	isAnonymous: false,
	importedName: null,
	importedOn: null,
	importedVotes: 0,
	leftSourceAt: null,
	sourceReplies: 0,
	voted: false,
	underCount: 0,
	editedAt: null,
	removedAt: null,
	removedByStaff: false,
	acceptedAt: null,
	endorsedAt: null,
	endorsedBy: null,
	staffWord: null,
	promotedTo: null,
	pinned: null,
	position: null,
	isFolded: false,
} satisfies Partial<ReplyOnPage>;

/** A reply as it travels to the browser: what it has none of stays away, which is most of what there is to say. */
export type SparseReply = Omit<ReplyOnPage, keyof typeof NONE> &
	Partial<ReplyOnPage>;

/** The reply as it was. */
export const whole = (reply: SparseReply): ReplyOnPage =>
	Object.assign(Object.create(NONE), reply);
