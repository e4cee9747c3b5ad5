import { lockThreads } from "#app/counters/locks.server.ts";
import type { Happened } from "#app/events/act.server.ts";
import { piece, type Sql } from "#app/platform/postgres/db.server.ts";
import { recountAlso } from "#app/votes/me-too.server.ts";

/** One question, all that one answer settles, or all that a thread's answers settle. */
type Settled =
	| { questionId: number }
	| { replyId: number }
	| { threadId: number };

function chosen(which: Settled) {
	if ("questionId" in which) return piece`t.id = ${which.questionId}`;
	if ("replyId" in which) return piece`r.id = ${which.replyId}`;
	return piece`r.thread_id = ${which.threadId}`;
}

/** Call `lockLinks` before. Idempotent. */
export async function reopenSettled(
	sql: Sql,
	happened: Happened,
	which: Settled,
): Promise<void> {
	const links = await sql<{ id: number; masterId: number }>`
		SELECT t.id, r.thread_id AS "masterId" FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id
		WHERE ${chosen(which)}`;
	if (links.length === 0) return;
	const ids = links.map(({ id }) => id);
	const masters = [...new Set(links.map(({ masterId }) => masterId))];
	await lockThreads(sql, [...ids, ...masters]);
	await sql`
		UPDATE threads SET closed_at = NULL, closed_by_id = NULL, closed_by_reply_id = NULL WHERE id = ANY(${ids}::int[])`;
	await recountAlso(sql, masters);
	for (const threadId of ids) happened("question.reopened", { threadId });
}
