import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import { replyRights } from "#app/replies/rights.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import { type SparseReply, sparse } from "#app/replies/sparse.ts";
import { type Place, whoLine } from "#app/replies/who-line.server.tsx";
import type { ThreadState } from "#app/threads/policy.ts";
import type { Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

/** The page that replies are made for; `votes`: the replies that the viewer voted for. */
export type ForPage = Place & {
	context: AppLoadContext;
	by: Member;
	thread: ThreadState;
	votes: ReadonlySet<number>;
};

export type ReplyOnPage = ReturnType<typeof wholeOnPage>;

const wholeOnPage = (page: ForPage, reply: Reply, id: string) => ({
	id: reply.id,
	/** Undefined: the document brings it, as it does the text. */
	who: keepProse(page.context, `${id}-who`, whoLine(page, reply, id)),
	html: reply.html && keepProse(page.context, `${id}-text`, reply.html),
	name: nameOf(page, reply),
	sourceReplies: reply.sourceReplies,
	underCount: reply.underCount,
	votes: reply.votes,
	importedVotes: reply.importedVotes,
	voted: page.votes.has(reply.id),
	isHidden: !isShown(reply),
	isAccepted: reply.acceptedAt !== null,
	isEndorsed: reply.endorsedAt !== null,
	isPinned: reply.pinned !== null,
	staffWord: reply.staffWord,
	promotedTo: reply.promotedTo,
	can: replyRights(page.by, reply, page.thread),
});

function nameOf(
	{ reader }: Place,
	{ author, importedName, isAnonymous }: Reply,
): string {
	const { anonymous, formerAccount } = reader.words.threads;
	const nobody = isAnonymous ? anonymous : formerAccount;
	return author?.name ?? importedName ?? nobody;
}

/** Keeps the texts under the element id that ReplyItem uses. */
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
