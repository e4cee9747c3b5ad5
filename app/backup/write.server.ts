import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
	backupBytes,
	checkBackup,
	countRows,
	type Table,
} from "#app/backup/file.server.ts";
import { CHUNK_BYTES } from "#app/backup/lines.server.ts";
import { withSession } from "#app/backup/session.server.ts";
import {
	listColumns,
	listCounters,
	listTables,
} from "#app/backup/tables.server.ts";
import { StartError } from "#app/platform/env.server.ts";
import type { Say } from "#app/platform/postgres/embedded.server.ts";
import {
	listApplied,
	listMigrations,
	missing,
} from "#app/platform/postgres/migrate.server.ts";

/** Level 1 keeps up with PostgreSQL. */
const GZIP = { level: 1, chunkSize: CHUNK_BYTES };

/** The file gets its name only when it is on disk and was read again. Returns its bytes. @throws StartError */
export async function writeBackup(
	url: string,
	path: string,
	say: Say,
): Promise<number> {
	const part = `${path}.${process.pid}.part`;
	return withSession(url, "The backup failed", async (client) => {
		try {
			await writeSnapshot(client, part, say);
			await checkBackup(part);
			await rename(part, path);
		} catch (error) {
			await rm(part, { force: true });
			throw error;
		}
		const folder = await open(dirname(path));
		await folder.sync().finally(() => folder.close());
		return (await stat(path)).size;
	});
}

async function writeSnapshot(client: pg.Client, path: string, say: Say) {
	const migrations = await listMigrations();
	const tables = await listTables(client, migrations);
	if (!tables.length)
		throw new StartError("There is nothing to back up in this database yet.");
	await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
	// Before the snapshot, so that no migration comes in between.
	await client.query(`LOCK TABLE ${tables.join()} IN ACCESS SHARE MODE`);
	const applied = await listApplied(client);
	missing(migrations, applied, "database");
	const { rows } = await client.query(
		"SELECT current_setting('server_version') AS postgres",
	);
	const header = {
		madeAt: new Date().toISOString(),
		postgres: rows[0].postgres,
		migrations: applied,
		counters: await listCounters(client, tables),
	};
	async function* rowsOf({ table, columns }: Table) {
		const names = columns.map(pg.escapeIdentifier).join();
		let count = 0;
		const copy = copyTo(`COPY ${table} (${names}) TO STDOUT`);
		for await (const bytes of client.query(copy)) {
			count += countRows(bytes);
			yield bytes;
		}
		say(`${table}: ${count.toLocaleString("en")} rows`);
		return count;
	}
	await pipeline(
		backupBytes(header, await listColumns(client, tables), rowsOf),
		createGzip(GZIP),
		createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }),
	);
}
