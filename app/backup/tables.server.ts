import type pg from "pg";
import type { Header, Table } from "#app/backup/file.server.ts";
import type { Migration } from "#app/platform/postgres/migrate.server.ts";

const HISTORY_TABLE = "_prisma_migrations";

/** Includes what later migrations dropped. */
const madeBy = (migrations: Migration[], kind: string) =>
	migrations.flatMap(({ sql }) =>
		[
			...sql.matchAll(
				RegExp(`^CREATE (?:OR REPLACE |UNLOGGED )?${kind} (\\w+)`, "gm"),
			),
		].map(([, name = ""]) => name),
	);

export async function listTables(
	client: pg.Client,
	migrations: Migration[],
): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(
		"SELECT DISTINCT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL ORDER BY name",
		[[HISTORY_TABLE, ...madeBy(migrations, "TABLE")]],
	);
	return rows.map(({ name }) => name);
}

/** Filled by migrations, before anybody writes. */
const OWN = [HISTORY_TABLE, "site_key"];

export async function findRows(
	client: pg.Client,
	tables: string[],
): Promise<string | null> {
	for (const table of tables.filter((name) => !OWN.includes(name))) {
		const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`);
		if (rowCount) return table;
	}
	return null;
}

/** Fails, instead of cascading, where others built on our tables. */
export async function dropAll(
	client: pg.Client,
	tables: string[],
	migrations: Migration[],
): Promise<void> {
	if (tables.length) await client.query(`DROP TABLE ${tables.join()}`);
	for (const kind of ["FUNCTION", "TYPE"])
		for (const name of madeBy(migrations, kind))
			await client.query(`DROP ${kind} IF EXISTS ${name}`);
}

/** They concern rows that are replaced. The next start finds what the restored rows still need. */
export async function dropJobs(client: pg.Client): Promise<void> {
	const { rows } = await client.query(
		"SELECT to_regclass('pgboss.job') IS NOT NULL AS exist",
	);
	if (rows[0].exist) await client.query("TRUNCATE pgboss.job");
}

/** Without generated columns. */
export async function listColumns(
	client: pg.Client,
	tables: string[],
): Promise<Table[]> {
	const { rows } = await client.query<Table>(
		`SELECT relname AS table, array_agg(attname::text ORDER BY attnum) AS columns
		FROM pg_class c JOIN pg_attribute ON attrelid = c.oid
		WHERE c.oid = ANY ($1::text[]::regclass[]) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
		GROUP BY relname ORDER BY relname`,
		[tables],
	);
	return rows;
}

export async function listCounters(
	client: pg.Client,
	tables: string[],
): Promise<Header["counters"]> {
	const { rows } = await client.query<Header["counters"][number]>(
		`SELECT relname AS table, attname AS column, pg_sequence_last_value(sequence::regclass)::float AS last
		FROM pg_class c JOIN pg_attribute ON attrelid = c.oid, pg_get_serial_sequence(relname, attname) AS sequence
		WHERE c.oid = ANY ($1::text[]::regclass[]) AND attnum > 0 AND NOT attisdropped AND sequence IS NOT NULL
		ORDER BY relname, attname`,
		[tables],
	);
	return rows;
}

export async function setCounters(
	client: pg.Client,
	counters: Header["counters"],
): Promise<void> {
	for (const { table, column, last } of counters)
		if (last !== null)
			await client.query("SELECT setval(pg_get_serial_sequence($1, $2), $3)", [
				table,
				column,
				last,
			]);
}

type Definition = { table: string; name: string; definition: string };

/** Loading is quicker without them. Returns the statements that make them again, foreign keys last. */
export async function dropIndexes(
	client: pg.Client,
	tables: string[],
): Promise<string[]> {
	const list = async (statement: string) =>
		(await client.query<Definition>(statement, [tables])).rows;
	const constraints = (types: string) =>
		list(`SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
			FROM pg_constraint WHERE conrelid = ANY ($1::text[]::regclass[]) AND contype IN (${types}) ORDER BY conrelid, conname`);
	const foreignKeys = await constraints("'f'");
	const keys = await constraints("'p', 'u', 'x'");
	const drop = ({ table, name }: Definition) =>
		client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
	for (const key of [...foreignKeys, ...keys]) await drop(key);
	const indexes = await list(
		`SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
		WHERE indrelid = ANY ($1::text[]::regclass[]) ORDER BY indrelid, indexrelid`,
	);
	for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
	const add = ({ table, name, definition }: Definition) =>
		`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`;
	return [
		...keys.map(add),
		...indexes.map(({ definition }) => definition),
		...foreignKeys.map(add),
	];
}
