import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { StartError } from "#app/platform/env.server.ts";
import type { Say } from "#app/platform/postgres/embedded.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

export type Migration = { name: string; sql: string; checksum: string };
type Applied = { name: string; checksum: string; isFinished: boolean };

/** The advisory lock of Prisma's own engine, so that only one process migrates at a time. */
export const MIGRATING = 72_707_369;

/** As Prisma's engine makes it, so that `prisma migrate` reads the same history. */
export const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
	id VARCHAR(36) PRIMARY KEY NOT NULL,
	checksum VARCHAR(64) NOT NULL,
	finished_at TIMESTAMPTZ,
	migration_name VARCHAR(255) NOT NULL,
	logs TEXT,
	rolled_back_at TIMESTAMPTZ,
	started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
	applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

function migrationsFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "prisma/migrations"))) {
		if (folder === dirname(folder))
			throw new StartError("The folder prisma/migrations is missing.");
		folder = dirname(folder);
	}
	return join(folder, "prisma/migrations");
}

export async function listMigrations(
	folder = migrationsFolder(),
): Promise<Migration[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory());
	return Promise.all(
		names
			.map(({ name }) => name)
			.sort()
			.map(async (name) => {
				const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
				const checksum = createHash("sha256").update(sql).digest("hex");
				return { name, sql, checksum };
			}),
	);
}

/** @throws StartError when the database's history is not the beginning of ours, or a migration fails */
export async function migrate(
	url: string,
	say: Say,
	folder?: string,
): Promise<void> {
	const migrations = await listMigrations(folder);
	const client = new pg.Client({ connectionString: url });
	try {
		await client.connect();
		await client.query("SELECT pg_advisory_lock($1)", [MIGRATING]);
		await client.query(HISTORY);
		const applied = await listApplied(client);
		for (const migration of missing(migrations, applied, "database")) {
			say(`Migrating the database: ${migration.name} …`);
			await apply(client, migration);
		}
	} catch (error) {
		if (error instanceof StartError) throw error;
		throw new StartError(
			`The database cannot be migrated: ${reasonOf(error)}.`,
		);
	} finally {
		await client.end().catch(() => {});
	}
}

export async function listApplied(client: pg.Client): Promise<Applied[]> {
	const { rows } = await client.query<Applied>(
		`SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
		FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
	);
	return rows;
}

/** @throws StartError when the database's history is not the beginning of ours */
export function missing(
	migrations: Migration[],
	applied: Applied[],
	place: "database" | "backup",
): Migration[] {
	const ours = new Map(migrations.map((one) => [one.name, one]));
	for (const { name, checksum, isFinished } of applied) {
		if (!isFinished)
			throw new StartError(
				`The migration ${name} was begun and not finished in this ${place}: settle it with "prisma migrate resolve".`,
			);
		if (!ours.has(name))
			throw new StartError(
				`The ${place} has the migration ${name}, which is not here: it belongs to a newer Seminar.`,
			);
		if (ours.get(name)?.checksum !== checksum)
			throw new StartError(
				`The migration ${name} was changed after it had been applied to this ${place}: restore its file.`,
			);
	}
	const done = new Set(applied.map(({ name }) => name));
	return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, migration: Migration) {
	try {
		await client.query("BEGIN");
		await applyWithin(client, migration);
		await client.query("COMMIT");
	} catch (error) {
		throw new StartError(
			`The migration ${migration.name} failed: ${reasonOf(error)}.`,
		);
	}
}

export async function applyWithin(
	client: pg.Client,
	{ name, sql, checksum }: Migration,
): Promise<void> {
	await client.query(sql);
	await client.query(
		`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
		VALUES ($1, $2, $3, clock_timestamp(), 1)`,
		[randomUUID(), checksum, name],
	);
}
