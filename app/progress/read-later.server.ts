import { afterSending } from "#app/platform/http/after-sending.server.ts";
import type { RequestContext } from "#app/platform/http/request.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import type { ThreadNews } from "#app/progress/news.server.ts";
import type { Member } from "#app/visibility/member.ts";

type Args = { request: Request; context: RequestContext };

/** The page shows the thread: once it is sent, its replies are read. `isOpen`: it shows those of others too. */
export function readLater(
	args: Args,
	by: Member,
	{ id, news, isOpen }: { id: number; news: ThreadNews; isOpen: boolean },
): void {
	const readTo = isOpen ? (news?.last ?? 0) : 0;
	if (by.id === null || (news?.readTo ?? -1) >= readTo) return;
	afterSending(
		args,
		() => sql`
			INSERT INTO thread_reads (user_id, thread_id, read_to) VALUES (${by.id}, ${id}, ${readTo})
			ON CONFLICT (user_id, thread_id) DO UPDATE SET read_to = excluded.read_to WHERE thread_reads.read_to < excluded.read_to`,
	);
}
