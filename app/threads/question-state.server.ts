import { recount } from "#app/counters/recount.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";

// The state is a generated column over facts on the thread's row. A new reply sets those itself; a removal or an
// acceptance recounts them here, a new role later (members/commands.server.ts).

/** Ignores threads of other kinds. */
export const recountQuestions = (sql: Sql, threadIds: number[]) =>
	recount(sql, "threads", threadIds, [
		...(["others_count", "asker_replied_at", "staff_replied_at"] as const),
		...(["staff_first_at", "accepted_at", "endorsed_at"] as const),
	]);

/** Later replies are no follow-ups then. */
export const setSolved = (sql: Sql, threadId: number) =>
	sql`UPDATE threads SET solved_at = now() WHERE id = ${threadId} RETURNING 1`;

/** Null: nobody is at it. */
export const setClaim = (
	sql: Sql,
	threadId: number,
	byId: number | null,
) => sql`
	UPDATE threads SET claimed_by_id = ${byId}, claimed_at = CASE WHEN ${byId}::int IS NOT NULL THEN now() END
	WHERE id = ${threadId}`;

/** Returns a row where it was not proposed, or was declined. */
export const setProposed = (sql: Sql, threadId: number) => sql`
	UPDATE threads SET publish_proposed_at = now(), publish_declined_at = NULL
	WHERE id = ${threadId} AND is_private AND (publish_proposed_at IS NULL OR publish_declined_at IS NOT NULL)
	RETURNING 1`;

/** Returns a row where it was proposed, and not declined. */
export const unsetProposed = (sql: Sql, threadId: number) => sql`
	UPDATE threads SET publish_proposed_at = NULL
	WHERE id = ${threadId} AND publish_proposed_at IS NOT NULL AND publish_declined_at IS NULL RETURNING 1`;

/** Returns a row where the question is private still. */
export const setPublished = (
	sql: Sql,
	threadId: number,
	published: boolean,
) => sql`
	UPDATE threads SET is_private = ${!published} AND is_private,
		publish_declined_at = CASE WHEN ${!published} THEN now() END
	WHERE id = ${threadId} AND is_private RETURNING 1`;

/** Returns those of the questions that were open. */
export const setSettled = (
	sql: Sql,
	threadIds: number[],
	by: { id: number; replyId: number },
) => sql<{ id: number }>`
	UPDATE threads SET settled_at = now(), settled_by_id = ${by.id}, settled_by_reply_id = ${by.replyId}
	WHERE id = ANY(${threadIds}::int[]) AND kind = 'question' AND visibility = 'shown' AND settled_at IS NULL
	RETURNING id`;
