import { recount } from "#app/counters/recount.server.ts";
import type { Sql } from "#app/platform/db.server.ts";

// The state is a generated column over facts on the thread's row. A new reply sets those itself; a removal or an
// acceptance recounts them here, a new role later (members/commands.server.ts).

/** Ignores threads of other kinds. */
export const recountQuestions = (sql: Sql, threadIds: number[]) =>
	recount(sql, "threads", threadIds, [
		...(["others_count", "asker_replied_at", "staff_replied_at"] as const),
		...(["staff_first_at", "accepted_at", "endorsed_at"] as const),
	]);
