import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import type { Member } from "#app/visibility/member.ts";

export type Thinking = { positions: string[]; writeFirst: boolean };

export const setThinking = (
	{ id: threadId }: { id: number },
	given: Thinking & { by: Member; course: Course; reason?: string },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { positions, writeFirst } = given;
		const set = await sql`
			UPDATE threads SET positions = ${positions}, write_first = ${writeFirst} WHERE id = ${threadId} RETURNING 1`;
		if (set.length === 0) return;
		await recount(sql, "threads", [threadId], ["stated"]);
		happened("thinking.set", { threadId });
	});
