import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { databaseUrl } from "#tests/support/database.ts";

/** Queries a database other than the tests' own. */
export async function ask<Row extends object>(
	url: string,
	statement: string,
): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Row>(statement)).rows;
	} finally {
		await client.end();
	}
}

const spare: string[] = [];

/** Makes another database, migrated without rows or empty; it is dropped after the file's tests. */
export async function spareDatabase({ migrated = false } = {}) {
	const template = inject("template");
	const pid = process.env.VITEST_POOL_ID;
	const name = `${template}_spare_${pid}_${spare.length}`;
	spare.push(name);
	await ask(
		inject("serverUrl"),
		`CREATE DATABASE ${name} TEMPLATE ${migrated ? template : "template0"}`,
	);
	return databaseUrl(name);
}

/** Drops the databases of `spareDatabase`. */
export function useSpareDatabases() {
	afterAll(async () => {
		for (const name of spare.splice(0))
			await ask(
				inject("serverUrl"),
				`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
			);
	});
}

/** A hash of every table's rows, generated columns included, and every sequence's position; null: no rows, not started. */
export async function contentsOf(
	url: string,
): Promise<Record<string, string | null>> {
	const tables = await ask<{ name: string }>(
		url,
		"SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
	);
	const hashes = tables.map(
		({ name }) =>
			`SELECT '${name}' AS name, count(*) || ' ' || md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")) AS rows FROM ${name} t`,
	);
	const sequences =
		"SELECT sequencename, last_value::text FROM pg_sequences WHERE schemaname = 'public'";
	if (!tables.length) return {};
	const all = await ask<{ name: string; rows: string | null }>(
		url,
		`${[...hashes, sequences].join(" UNION ALL ")} ORDER BY name`,
	);
	return Object.fromEntries(all.map(({ name, rows }) => [name, rows]));
}

/** Columns, constraints and indexes. */
export const shapeOfTables = (url: string) =>
	ask(
		url,
		`SELECT a.attrelid::regclass::text AS table, attname AS name, format_type(atttypid, atttypmod) || ' ' || attnotnull || attidentity::text || attgenerated::text
			|| coalesce(pg_get_expr(adbin, adrelid), '') AS is
		FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
		WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
		UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
		UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2, 3`,
	);

/** Rewrites a backup with other contents and a matching checksum. */
export async function forge(
	path: string,
	change: (text: string) => string,
): Promise<void> {
	const text = gunzipSync(await readFile(path)).toString();
	const lines = change(text).trimEnd().split("\n");
	const body = `${lines.slice(0, -1).join("\n")}\n`;
	const sha256 = createHash("sha256").update(body).digest("hex");
	await writeFile(path, gzipSync(`${body}${JSON.stringify({ sha256 })}\n`));
}
