import type { AppLoadContext } from "@remix-run/node";
import { excerptHtml } from "#app/markdown/excerpt-html.ts";
import { keepProse } from "#app/markdown/prose.tsx";
import { replyRights } from "#app/replies/rights.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import { type SparseReply, sparse } from "#app/replies/sparse.ts";
import { type Place, pinId, whoLine } from "#app/replies/who-line.server.tsx";
import type { ThreadState } from "#app/threads/policy.ts";
import type { Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

/** Characters. */
const BEGINNING = 60;

/** The page that replies are made for; `votes`: the replies that the viewer voted for. */
export type ForPage = Place & {
	context: AppLoadContext;
	by: Member;
	thread: ThreadState;
	votes: ReadonlySet<number>;
	/** Pinned replies stand above the list of all. */
	hasPinsAbove?: boolean;
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
	/** Only the beginning is here, and leads up to the whole. */
	isAbove: false,
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

/** In its own place, a reply that is pinned above is not said again. */
function inPlace(page: ForPage, reply: Reply): SparseReply {
	if (!page.hasPinsAbove || !reply.pinned || !isShown(reply))
		return onPage(page, reply);
	const beginning = excerptHtml(reply.html, BEGINNING);
	const html = `<p><a class="beginning link" href="#${pinId(reply)}">${beginning}</a></p>`;
	return {
		...onPage(page, reply),
		html: keepProse(page.context, `reply-${reply.id}-text`, html),
		isAbove: true,
	};
}

export type Branch = { reply: SparseReply; under: SparseReply[] };

export function branches(page: ForPage, replies: Reply[]): Branch[] {
	const grouped: Branch[] = [];
	for (const reply of replies.filter(({ isFolded }) => !isFolded)) {
		const shown = inPlace(page, reply);
		if (reply.rootId === null) grouped.push({ reply: shown, under: [] });
		else grouped.at(-1)?.under.push(shown);
	}
	return grouped;
}

export const checkIns = (page: ForPage, replies: Reply[]) =>
	replies
		.filter(({ isFolded }) => isFolded)
		.map((reply) => onPage(page, reply));
