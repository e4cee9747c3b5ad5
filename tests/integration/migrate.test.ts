import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { migrate } from "#app/platform/postgres/migrate.server.ts";
import { databaseUrl } from "#tests/support/database.ts";

const NEXT = "29990101000000_next";
const AFTER = "29990101000001_after";

let folder: string;
let url: string;
let said: string[];

beforeEach(async () => {
	said = [];
	folder = await mkdtemp(join(tmpdir(), "seminar-migrations-"));
	await cp("prisma/migrations", folder, { recursive: true });
	const [database] = await sql<{ name: string }>`
		SELECT current_database() AS name`;
	url = databaseUrl(database?.name ?? "");
});

afterEach(async () => {
	await sql`DELETE FROM _prisma_migrations WHERE migration_name >= '2999'`;
	await sql`DROP TABLE IF EXISTS planets`;
	await rm(folder, { recursive: true });
});

async function write(name: string, text: string) {
	await mkdir(join(folder, name), { recursive: true });
	await writeFile(join(folder, name, "migration.sql"), text);
}

const run = () => migrate(url, (line) => said.push(line), folder);

const history = () => sql<{ name: string; checksum: string; steps: number }>`
	SELECT migration_name AS name, checksum, applied_steps_count AS steps FROM _prisma_migrations
	WHERE migration_name >= '2999' AND finished_at >= started_at AND rolled_back_at IS NULL AND logs IS NULL
	ORDER BY started_at`;

describe("a migration run", () => {
	it("applies new migrations in order, once, and records them as Prisma does", async () => {
		const text = "ALTER TABLE planets ADD name text;";
		await write(AFTER, text);
		await write(NEXT, "CREATE TABLE planets (id int);");
		await run();
		await run();
		expect(said).toEqual([
			`Migrating the database: ${NEXT} …`,
			`Migrating the database: ${AFTER} …`,
		]);
		const [, after] = await history();
		const checksum = createHash("sha256").update(text).digest("hex");
		expect(after).toEqual({ name: AFTER, checksum, steps: 1 });
	});

	it("happens once if many start at the same moment", async () => {
		await write(NEXT, "CREATE TABLE planets (id int);");
		await Promise.all(Array.from({ length: 8 }, run));
		expect(said).toHaveLength(1);
		expect(await history()).toHaveLength(1);
	});

	it("leaves nothing of a failed migration", async () => {
		await write(NEXT, "CREATE TABLE planets (id int); SELECT nonsense;");
		await expect(run()).rejects.toMatchObject({
			name: "StartError",
			message: `The migration ${NEXT} failed: column "nonsense" does not exist.`,
		});
		expect(await history()).toEqual([]);
		expect(await sql`SELECT to_regclass('planets') AS found`).toEqual([
			{ found: null },
		]);
	});

	it("stops before a migration that was changed after it was applied", async () => {
		await write(NEXT, "CREATE TABLE planets (id int);");
		await run();
		await write(NEXT, "CREATE TABLE planets (id bigint);");
		await expect(run()).rejects.toThrow(
			`The migration ${NEXT} was changed after it had been applied`,
		);
	});

	it("stops if the database is of a newer version", async () => {
		await write(NEXT, "CREATE TABLE planets (id int);");
		await run();
		await rm(join(folder, NEXT), { recursive: true });
		await expect(run()).rejects.toThrow(
			`The database has the migration ${NEXT}, which is not here`,
		);
	});

	it("stops at a migration that another tool left unfinished", async () => {
		await sql`
			INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('unfinished', '', ${NEXT})`;
		await expect(run()).rejects.toThrow(
			`The migration ${NEXT} was begun and not finished`,
		);
	});
});
