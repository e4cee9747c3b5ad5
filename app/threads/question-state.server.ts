import { recount } from "#app/counters/recount.server.ts";
import type { Sql } from "#app/platform/db.server.ts";

/*
 * The state of a question is a generated column. It follows from a few facts on the thread's row: posting a reply sets
 * them in passing; whatever changes them otherwise (a removal, an acceptance) has them counted anew here, and a new role
 * in its own time (members/commands.server.ts).
 */

/** Counts anew what the states of these questions follow from; other kinds of threads are left alone. */
export const recountQuestions = (sql: Sql, threadIds: number[]) =>
	recount(sql, "threads", threadIds, [
		...(["others_count", "asker_replied_at", "staff_replied_at"] as const),
		...(["staff_first_at", "accepted_at", "endorsed_at"] as const),
	]);
