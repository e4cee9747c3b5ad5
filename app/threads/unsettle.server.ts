import { lockThreads } from "#app/counters/locks.server.ts";
import type { Happened } from "#app/events/act.server.ts";
import { piece, type Sql } from "#app/platform/postgres/db.server.ts";
import { recountSettled } from "#app/votes/me-too.server.ts";

type Settled =
	| { questionId: number }
	| { replyId: number }
	| { threadId: number };

function chosen(which: Settled) {
	if ("questionId" in which) return piece`t.id = ${which.questionId}`;
	if ("replyId" in which) return piece`r.id = ${which.replyId}`;
	return piece`r.thread_id = ${which.threadId}`;
}

/** Call `lockSettling` before. Idempotent. */
export async function unsettle(
	sql: Sql,
	happened: Happened,
	which: Settled,
): Promise<void> {
	const settled = await sql<{ id: number; masterId: number }>`
		SELECT t.id, r.thread_id AS "masterId" FROM threads t JOIN replies r ON r.id = t.settled_by_reply_id
		WHERE ${chosen(which)}`;
	if (settled.length === 0) return;
	const ids = settled.map(({ id }) => id);
	const masters = [...new Set(settled.map(({ masterId }) => masterId))];
	await lockThreads(sql, [...ids, ...masters]);
	await sql`
		UPDATE threads SET settled_at = NULL, settled_by_id = NULL, settled_by_reply_id = NULL WHERE id = ANY(${ids}::int[])`;
	await recountSettled(sql, masters);
	for (const threadId of ids) happened("question.unsettled", { threadId });
}
