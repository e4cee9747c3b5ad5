import { sql } from "#app/platform/postgres/db.server.ts";
import { type Spread, spreadOf } from "#app/thinking/spread.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	forStaff,
	hasReplied,
	threads,
} from "#app/visibility/relations.server.ts";

export async function findSpread(
	thread: { id: number; positions: string[] },
	by: Member,
): Promise<{ spread: Spread; hasReplied: boolean } | null> {
	if (thread.positions.length === 0) return null;
	const [row] = await sql<{
		positions: string[];
		stated: number[];
		hasReplied: boolean;
	}>`
		SELECT positions, stated, ${hasReplied(by.id)} AS "hasReplied" FROM ${threads(forStaff, "tombstones")} t WHERE id = ${thread.id}`;
	const spread = row && spreadOf(row.positions, row.stated);
	return spread ? { spread, hasReplied: row.hasReplied } : null;
}
