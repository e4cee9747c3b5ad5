import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import type { Reply } from "#app/replies/queries.server.ts";
import { replyRights } from "#app/replies/rights.ts";
import { type SparseReply, sparse } from "#app/replies/sparse.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import { authorOnPage } from "#app/threads/presentation.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

type Around = { context: AppLoadContext; by: Member; thread: ThreadState };

export type ReplyOnPage = ReturnType<typeof wholeOnPage>;

const wholeOnPage = (
	{ context, by, thread }: Around,
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
	voted: reply.voted,
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
	around: Around,
	reply: Reply,
	id = `reply-${reply.id}`,
): SparseReply => sparse(wholeOnPage(around, reply, id));

export type Branch = { reply: SparseReply; under: SparseReply[] };

export function branches(around: Around, replies: Reply[]): Branch[] {
	const grouped: Branch[] = [];
	for (const reply of replies.filter(({ isFolded }) => !isFolded)) {
		const shown = onPage(around, reply);
		if (reply.rootId === null) grouped.push({ reply: shown, under: [] });
		else grouped.at(-1)?.under.push(shown);
	}
	return grouped;
}

export const checkIns = (around: Around, replies: Reply[]) =>
	replies
		.filter(({ isFolded }) => isFolded)
		.map((reply) => onPage(around, reply));
