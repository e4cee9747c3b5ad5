import { sql } from "#app/platform/postgres/db.server.ts";
import { type Spread, spreadOf } from "#app/thinking/spread.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

export async function findSpread(thread: {
	id: number;
	positions: string[];
}): Promise<Spread | null> {
	if (thread.positions.length === 0) return null;
	const [row] = await sql<{ positions: string[]; stated: number[] }>`
		SELECT positions, stated FROM ${threads(forStaff, "tombstones")} t WHERE id = ${thread.id}`;
	return row ? spreadOf(row.positions, row.stated) : null;
}
