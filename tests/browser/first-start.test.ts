import pg from "pg";
import { expect, test } from "vitest";
import { pool, sql } from "#app/platform/postgres/db.server.ts";
import { threads } from "#prisma/seed/discussion.ts";
import { databaseUrl } from "#tests/support/database.ts";
import { startSite } from "#tests/support/site.ts";

test("servers that start at once on an empty database all work and add the course once", async () => {
	const [own] = await sql<{ name: string }>`SELECT current_database() AS name`;
	const name = `${own?.name}_empty`;
	await pool.query(`CREATE DATABASE ${name}`);
	const settings = { DATABASE_URL: databaseUrl(name) };
	const sites = await Promise.all(
		(["demo", "demo"] as const).map((command) =>
			startSite({ command, settings }),
		),
	);
	for (const { url } of sites)
		expect((await fetch(`${url}/courses/llm`)).status).toBe(200);
	const client = new pg.Client({ connectionString: settings.DATABASE_URL });
	await client.connect();
	const { rows } = await client.query(`
		SELECT (SELECT count(*) FROM users)::int AS users, (SELECT count(*) FROM courses)::int AS courses,
			(SELECT count(*) FROM lessons)::int AS lessons, (SELECT count(*) FROM threads)::int AS threads,
			(SELECT count(*) FROM users WHERE owner_at IS NOT NULL)::int AS owners,
			(SELECT count(*) FROM site_key)::int AS keys`);
	await client.end();
	expect(rows).toEqual([
		{
			...{ users: 12, courses: 1, lessons: 3, threads: threads.length },
			...{ owners: 1, keys: 1 },
		},
	]);
	// The server that made the passwords prints them.
	const told = sites.filter(({ said }) => said.join().includes("guxing@"));
	expect(told).toHaveLength(1);
	for (const { stop } of sites) await stop();
});
