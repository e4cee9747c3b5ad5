import { expect, vi } from "vitest";
import {
	type Sql,
	sql,
	transaction,
} from "#app/platform/postgres/db.server.ts";
import { countDeadlocks } from "#tests/support/deadlocks.ts";

/** Resolves when `count` connections of this database wait for a lock. */
export const untilWaiting = (count: () => number) =>
	vi.waitFor(
		async () => {
			const [now] = await sql<{ waiting: number }>`
				SELECT count(*)::int AS waiting FROM pg_stat_activity
				WHERE datname = current_database() AND wait_event_type = 'Lock'`;
			expect(now?.waiting).toBeGreaterThanOrEqual(count());
		},
		{ timeout: 20_000, interval: 5 },
	);

/**
 * Holds a lock until the first, then the second wait for it or for each other, and lets it go. If they took locks in
 * different orders, they would now deadlock, and PostgreSQL would end one, which would run again.
 */
export async function meet(
	hold: (sql: Sql) => Promise<unknown>,
	first: () => Promise<unknown>,
	second: () => Promise<unknown>,
): Promise<void> {
	const deadlocks = await countDeadlocks();
	const outcomes = await transaction(async (held) => {
		await hold(held);
		const one = first();
		await untilWaiting(() => 1);
		const two = second();
		await untilWaiting(() => 2);
		return [one, two];
	});
	await Promise.all(outcomes);
	expect(await countDeadlocks()).toBe(deadlocks);
}
