import type { Member } from "#app/courses/policy.ts";
import { limit, sql } from "#app/platform/db.server.ts";
import { reachable } from "#app/threads/queries.server.ts";

const SETTLED_SHOWN = 50;

export async function findSettling(replyId: number) {
	const [answer] = await sql<{
		id: number;
		html: string;
		name: string | null;
		threadTitle: string;
	}>`
		SELECT r.id, r.html, t.title AS "threadTitle", CASE WHEN NOT (
				t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id
			) THEN coalesce(r.imported_name, a.name) END AS name
		FROM replies r JOIN threads t ON t.id = r.thread_id LEFT JOIN users a ON a.id = r.author_id
		WHERE r.id = ${replyId} AND r.removed_at IS NULL AND t.removed_at IS NULL AND NOT t.is_private`;
	return answer ?? null;
}

export const listSettled = (threadId: number, by: Member) =>
	sql<{ number: number; title: string }>`
		SELECT t.number, t.title FROM replies r JOIN threads t ON t.closed_by_reply_id = r.id
		WHERE r.thread_id = ${threadId} AND t.removed_at IS NULL AND ${reachable(by)}
		ORDER BY t.closed_at, t.id ${limit(SETTLED_SHOWN)}`;
