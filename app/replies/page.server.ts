import { redirect } from "@remix-run/node";
import { listByStaff } from "#app/replies/by-staff.server.ts";
import {
	listRepliesFrom,
	type RepliesFrom,
	whereUnnumbered,
} from "#app/replies/from.server.ts";
import { isNumbered } from "#app/replies/numbered.ts";
import {
	listReplies,
	listUnder,
	REPLIES_PER_PAGE,
} from "#app/replies/queries.server.ts";
import type { Sort } from "#app/replies/ranking.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { canReadReplies } from "#app/visibility/policy.ts";

/** `under` and `from` are ids of replies, 0 for none. */
type Asked = {
	path: string;
	under: number;
	from: number;
	sort: Sort;
	page: number;
	byStaff: boolean;
};

/**
 * The replies of the page that is asked for, by number or from one on; null: there is none of the one it names.
 * @throws Response 302 to the replies by time, for a page that has no number
 */
export async function listPage(
	thread: Thread,
	by: Member,
	{ path, under, from, sort, page, byStaff }: Asked,
): Promise<(Partial<RepliesFrom> & { replies: Reply[] }) | null> {
	const isOpen = canReadReplies(by, thread);
	if (isOpen && byStaff) return listByStaff(thread, by, from);
	if (isOpen && from) return listRepliesFrom(thread, by, from);
	const pages = Math.ceil(thread.topCount / REPLIES_PER_PAGE);
	if (isOpen && !under && !isNumbered(page, pages))
		throw redirect(
			`${path}?${await whereUnnumbered(thread, sort, page)}#replies`,
		);
	const replies = under
		? await listUnder(thread, by, { rootId: under, page })
		: await listReplies(thread, by, { sort, page });
	return replies && { replies };
}
