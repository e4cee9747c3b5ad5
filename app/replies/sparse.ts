import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import { NOTHING } from "#app/visibility/rights.ts";

const NONE = {
	sourceReplies: 0,
	underCount: 0,
	votes: 0,
	importedVotes: 0,
	voted: false,
	isHidden: false,
	isAccepted: false,
	isEndorsed: false,
	isPinned: false,
	isAbove: false,
	staffWord: null,
	promotedTo: null,
	can: NOTHING,
} satisfies Partial<ReplyOnPage>;

type Rare = keyof typeof NONE;

export type SparseReply = Omit<ReplyOnPage, Rare> &
	Partial<Pick<ReplyOnPage, Rare>>;

/** Leaves out values that equal NONE, which are most of them. */
export function sparse(reply: ReplyOnPage): SparseReply {
	const all: Record<string, unknown> = reply;
	const none: Record<string, unknown> = NONE;
	const sent: Record<string, unknown> = {};
	for (const name in all) if (all[name] !== none[name]) sent[name] = all[name];
	return sent as SparseReply;
}

export const unsparse = (reply: SparseReply): ReplyOnPage =>
	Object.assign(Object.create(NONE), reply);
