import { pool, sql } from "#app/platform/postgres/db.server.ts";

/** How many deadlocks the server has ended in this database, retried ones included. */
export async function countDeadlocks(): Promise<number> {
	const [server] = await sql<{ canFlush: boolean }>`
		SELECT to_regproc('pg_stat_force_next_flush') IS NOT NULL AS "canFlush"`;
	if (server?.canFlush) await flush();
	const [counted] = await sql<{ deadlocks: string }>`
		SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
	return Number(counted?.deadlocks);
}

/** A connection reports its statistics late, unless forced to. */
async function flush() {
	const clients = await Promise.all(
		Array.from({ length: pool.options.max ?? 10 }, () => pool.connect()),
	);
	for (const client of clients) {
		await client.query("SELECT pg_stat_force_next_flush()");
		client.release();
	}
}
