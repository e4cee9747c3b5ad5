import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import type { Reply } from "#app/replies/queries.server.ts";
import { NONE, type SparseReply } from "#app/replies/sparse.ts";

/** Undefined `html`: the document brings it. */
export type ReplyOnPage = Omit<Reply, "html"> & { html: string | undefined };

/** Keeps the text under the element id that ReplyItem uses. */
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

export type Branch = { reply: SparseReply; under: SparseReply[] };

export function branches(context: AppLoadContext, replies: Reply[]): Branch[] {
	const grouped: Branch[] = [];
	for (const reply of replies.filter(({ isFolded }) => !isFolded)) {
		const shown = onPage(context, reply);
		if (reply.rootId === null) grouped.push({ reply: shown, under: [] });
		else grouped.at(-1)?.under.push(shown);
	}
	return grouped;
}

export const checkIns = (context: AppLoadContext, replies: Reply[]) =>
	replies
		.filter(({ isFolded }) => isFolded)
		.map((reply) => onPage(context, reply));
