import { limit, sql } from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	everybody,
	PLACES,
	repliesIn,
	threads,
	writerOf,
} from "#app/visibility/relations.server.ts";

const SETTLED_SHOWN = 50;

export async function findSettling(replyId: number) {
	const [answer] = await sql<{
		id: number;
		html: string;
		name: string | null;
		threadTitle: string;
	}>`
		SELECT r.id, r.html, t.title AS "threadTitle", coalesce(r.imported_name, a.name) AS name
		FROM ${threads(everybody)} t JOIN ${repliesIn(everybody)} r ON true
		LEFT JOIN users a ON a.id = ${writerOf("r", everybody)}
		WHERE r.id = ${replyId}`;
	return answer ?? null;
}

export const listSettled = (threadId: number, by: Member) =>
	sql<{ number: number; title: string }>`
		SELECT t.number, t.title FROM ${PLACES} r JOIN ${threads(by)} t ON t.settled_by_reply_id = r.id
		WHERE r.thread_id = ${threadId}
		ORDER BY t.settled_at, t.id ${limit(SETTLED_SHOWN)}`;
