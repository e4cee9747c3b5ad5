import type { ReplyOnPage } from "#app/replies/presentation.server.ts";

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
	visibility: "shown",
	hiddenByStaff: false,
	acceptedAt: null,
	endorsedAt: null,
	endorsedBy: null,
	staffWord: null,
	promotedTo: null,
	pinned: null,
	position: null,
	isFolded: false,
} satisfies Partial<ReplyOnPage>;

/** Leaves out values that equal NONE, which are most of them. */
export type SparseReply = Omit<ReplyOnPage, keyof typeof NONE> &
	Partial<ReplyOnPage>;

export const whole = (reply: SparseReply): ReplyOnPage =>
	Object.assign(Object.create(NONE), reply);
