import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import type { Reply } from "#app/replies/queries.server.ts";
import { NONE, type SparseReply } from "#app/replies/sparse.ts";

/** A reply as a page gets it: its text comes with the document, or as data where there is none. */
export type ReplyOnPage = Omit<Reply, "html"> & { html: string | undefined };

/** Hands a reply's text to the page under the element id that ReplyItem gives it; leaves out what it has none of. */
export function onPage(
	context: AppLoadContext,
	reply: Reply,
	id = `reply-${reply.id}`,
): SparseReply {
	const sent: Record<string, unknown> = {
		id: reply.id,
		authorId: reply.authorId,
		author: reply.author,
		votes: reply.votes,
		createdAt: reply.createdAt,
		html: reply.html && keepProse(context, `${id}-text`, reply.html),
	};
	for (const [name, none] of RARE)
		if (reply[name] !== none) sent[name] = reply[name];
	return sent as SparseReply;
}

const RARE = Object.entries(NONE) as [keyof typeof NONE, unknown][];

/** Top-level replies with what stands under each, in the order of the page. */
export type Branch = { reply: SparseReply; under: SparseReply[] };

/** Groups replies, each top-level one followed by those under it. */
export function branches(context: AppLoadContext, replies: Reply[]): Branch[] {
	const grouped: Branch[] = [];
	for (const reply of replies.filter(({ isFolded }) => !isFolded)) {
		const shown = onPage(context, reply);
		if (reply.rootId === null) grouped.push({ reply: shown, under: [] });
		else grouped.at(-1)?.under.push(shown);
	}
	return grouped;
}

/** Those of the replies that only check in. */
export const checkIns = (context: AppLoadContext, replies: Reply[]) =>
	replies
		.filter(({ isFolded }) => isFolded)
		.map((reply) => onPage(context, reply));
