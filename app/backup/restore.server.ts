import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import {
	checkBackup,
	type Header,
	readBackup,
} from "#app/backup/file.server.ts";
import { notWhole } from "#app/backup/lines.server.ts";
import { withSession } from "#app/backup/session.server.ts";
import {
	dropAll,
	dropIndexes,
	dropJobs,
	findRows,
	listTables,
	setCounters,
} from "#app/backup/tables.server.ts";
import { StartError } from "#app/platform/env.server.ts";
import type { Say } from "#app/platform/postgres/embedded.server.ts";
import {
	applyWithin,
	HISTORY,
	listApplied,
	listMigrations,
	MIGRATING,
	type Migration,
	missing,
} from "#app/platform/postgres/migrate.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

type Options = {
	replace: boolean;
	signOut: boolean;
	say: Say;
	/** Where the migrations are, if not in the project. */
	folder?: string;
};

/** In one transaction; others wait meanwhile. Returns when the backup was taken. @throws StartError */
export async function restoreBackup(
	url: string,
	path: string,
	{ replace, signOut, say, folder }: Options,
): Promise<string> {
	const migrations = await listMigrations(folder);
	say("Reading the file once through …");
	const header = await checkBackup(path);
	const later = missing(migrations, header.migrations, "backup");
	const failure = "The restore failed and changed nothing";
	await withSession(url, failure, async (client) => {
		await client.query("SELECT pg_advisory_lock($1)", [MIGRATING]);
		const tables = await listTables(client, migrations);
		await checkOwner(client, tables, migrations);
		await beginAlone(client, tables);
		const holding = replace ? null : await findRows(client, tables);
		if (holding)
			throw new StartError(
				`The database is not empty (${holding}): --replace puts the backup in the place of all that it holds.`,
			);
		await dropAll(client, tables, migrations);
		await dropJobs(client);
		const earlier = migrations.filter((one) => !later.includes(one));
		await load(client, path, header, earlier, say);
		if (signOut) await client.query("DELETE FROM sessions");
		for (const migration of later) {
			say(`Migrating the database: ${migration.name} …`);
			await applyWithin(client, migration);
		}
		const present = await listTables(client, migrations);
		await client.query(`ANALYZE ${present.join()}`);
		await commit(client);
	});
	return header.madeAt;
}

async function checkOwner(
	client: pg.Client,
	tables: string[],
	migrations: Migration[],
) {
	if (!tables.length) return;
	const applied = tables.includes("_prisma_migrations")
		? await listApplied(client)
		: [];
	missing(migrations, applied, "database");
	if (!applied.length)
		throw new StartError(
			`The database has a table ${tables.at(-1)} that is not of Seminar: restore into another database.`,
		);
}

const DEADLOCK = "40P01";
const LOCK_TRIES = 10;

/** Takes all locks before anything else, so that nothing runs beside it. */
async function beginAlone(client: pg.Client, tables: string[]) {
	for (let tries = 1; ; tries++) {
		await client.query("BEGIN");
		if (!tables.length) return;
		try {
			const list = tables.join();
			await client.query(`LOCK TABLE ${list} IN ACCESS EXCLUSIVE MODE`);
			return;
		} catch (error) {
			const isDeadlock =
				error instanceof pg.DatabaseError && error.code === DEADLOCK;
			if (!isDeadlock || tries === LOCK_TRIES) throw error;
			await client.query("ROLLBACK");
		}
	}
}

async function load(
	client: pg.Client,
	path: string,
	{ counters }: Header,
	migrations: Migration[],
	say: Say,
) {
	await client.query(HISTORY);
	for (const { sql } of migrations) await client.query(sql);
	const tables = await listTables(client, migrations);
	await client.query(`TRUNCATE ${tables.join()} RESTART IDENTITY`);
	const indexes = await dropIndexes(client, tables);
	const empty = new Set(tables);
	await readBackup(path, {
		header: async () => {},
		async rows({ table, columns }, rows) {
			if (!empty.delete(table)) throw notWhole(path);
			const names = columns.map(pg.escapeIdentifier).join();
			const copy = client.query(
				copyFrom(`COPY ${table} (${names}) FROM STDIN WITH (FREEZE)`),
			);
			await pipeline(rows, copy);
			say(`${table}: ${copy.rowCount.toLocaleString("en")} rows`);
			return copy.rowCount;
		},
	});
	if (empty.size) throw notWhole(path);
	await setCounters(client, counters);
	say("Making the indexes …");
	for (const statement of indexes) await client.query(statement);
}

/** Running servers must reconnect: their prepared statements and cached pages belong to tables that go. */
async function commit(client: pg.Client) {
	await client.query(
		`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE datname = current_database() AND usename = session_user AND application_name IN ('seminar', 'seminar changes')`,
	);
	try {
		await client.query("COMMIT");
	} catch (error) {
		throw new StartError(
			`The restore was lost at its very end (${reasonOf(error)}): look whether the database holds the backup.`,
		);
	}
}
