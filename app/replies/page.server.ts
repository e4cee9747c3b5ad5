import type { Member } from "#app/courses/policy.ts";
import { listRepliesFrom, type RepliesFrom } from "#app/replies/from.server.ts";
import {
	listReplies,
	listUnder,
	type Reply,
} from "#app/replies/queries.server.ts";
import type { Sort } from "#app/replies/ranking.ts";
import { canReadReplies } from "#app/threads/policy.ts";
import type { Thread } from "#app/threads/queries.server.ts";

/** `under` and `from` are ids of replies, 0 for none. */
type Asked = { under: number; from: number; sort: Sort; page: number };

/** The replies of the page that is asked for, by number or from one on; null: there is none of the one it names. */
export async function listPage(
	thread: Thread,
	by: Member,
	{ under, from, sort, page }: Asked,
): Promise<(Partial<RepliesFrom> & { replies: Reply[] }) | null> {
	if (from && canReadReplies(by, thread))
		return listRepliesFrom(thread, by, from);
	const replies = under
		? await listUnder(thread, by, { rootId: under, page })
		: await listReplies(thread, by, { sort, page });
	return replies && { replies };
}
