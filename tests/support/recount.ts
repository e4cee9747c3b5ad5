import { COUNTERS, type Counted } from "#app/counters/counters.ts";
import { type Drift, findDrift } from "#app/counters/recount.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";

/** Every counter that differs from its rows. */
export async function drifted(): Promise<Drift[]> {
	const found: Drift[] = [];
	for (const table of Object.keys(COUNTERS) as Counted[])
		for await (const drift of findDrift(sql, table, 500)) found.push(...drift);
	return found;
}
