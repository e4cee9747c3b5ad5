import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import { replyRights } from "#app/replies/rights.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import { type SparseReply, sparse } from "#app/replies/sparse.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import { authorOnPage } from "#app/threads/presentation.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

/** The page that replies are made for; `votes`: the replies that the viewer voted for. */
type ForPage = {
	context: AppLoadContext;
	by: Member;
	thread: ThreadState;
	votes: ReadonlySet<number>;
};

export type ReplyOnPage = ReturnType<typeof wholeOnPage>;

const wholeOnPage = (
	{ context, by, thread, votes }: ForPage,
	reply: Reply,
	id: string,
) => ({
	id: reply.id,
	/** Undefined: the document brings it. */
	html: reply.html && keepProse(context, `${id}-text`, reply.html),
	author: reply.author && authorOnPage(reply.author),
	isAnonymous: reply.isAnonymous,
	importedName: reply.importedName,
	importedOn: reply.importedOn,
	createdAt: reply.importedOn === null ? reply.createdAt : null,
	editedAt: reply.editedAt,
	hasLeftSource: reply.leftSourceAt !== null,
	sourceReplies: reply.sourceReplies,
	inReplyTo: reply.inReplyTo,
	underCount: reply.underCount,
	votes: reply.votes,
	importedVotes: reply.importedVotes,
	voted: votes.has(reply.id),
	isHidden: !isShown(reply),
	hiddenByStaff: reply.hiddenByStaff,
	isAccepted: reply.acceptedAt !== null,
	endorsedAt: reply.endorsedAt,
	endorsedBy: reply.endorsedBy,
	staffWord: reply.staffWord,
	promotedTo: reply.promotedTo,
	isPinned: reply.pinned !== null,
	position: reply.position,
	can: replyRights(by, reply, thread),
});

/** Keeps the text under the element id that ReplyItem uses. */
export const onPage = (
	page: ForPage,
	reply: Reply,
	id = `reply-${reply.id}`,
): SparseReply => sparse(wholeOnPage(page, reply, id));

export type Branch = { reply: SparseReply; under: SparseReply[] };

export function branches(page: ForPage, replies: Reply[]): Branch[] {
	const grouped: Branch[] = [];
	for (const reply of replies.filter(({ isFolded }) => !isFolded)) {
		const shown = onPage(page, reply);
		if (reply.rootId === null) grouped.push({ reply: shown, under: [] });
		else grouped.at(-1)?.under.push(shown);
	}
	return grouped;
}

export const checkIns = (page: ForPage, replies: Reply[]) =>
	replies
		.filter(({ isFolded }) => isFolded)
		.map((reply) => onPage(page, reply));
