import pg from "pg";
import { expect, test, vi } from "vitest";
import { giveRole } from "#app/members/roles.server.ts";
import { sql, transaction } from "#app/platform/postgres/db.server.ts";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";
import { workersDatabase } from "#tests/support/database.ts";
import { startSite } from "#tests/support/site.ts";

const cast = useCast();

/** Starts a server whose job waits for our lock. */
async function inTheMiddle() {
	const { course, learner, other } = cast;
	const { id } = await makeThread(course, learner, { kind: "question" });
	await makeReply(course, id, other);
	const lock = new pg.Client({ connectionString: await workersDatabase() });
	await lock.connect();
	await lock.query(`BEGIN; SELECT FROM threads WHERE id = ${id} FOR UPDATE`);
	await transaction((sql) => giveRole(sql, course.id, other.id, "assistant"));
	const site = await startSite();
	await vi.waitFor(async () => expect(await state()).toContain("active"), 5000);
	return { site, unlock: () => lock.end() };
}

const state = async () =>
	(
		await sql<{ state: string }>`
			SELECT state::text FROM pgboss.job WHERE name = 'followRoles' AND state <> 'completed'`
	).map(({ state }) => state);

/** Makes all waiting jobs due and all running jobs old. */
const pass = () => sql`
	UPDATE pgboss.job SET start_after = start_after - interval '1 day', started_on = started_on - interval '1 day'
	WHERE state < 'completed'`;

async function expectDoneByAnother() {
	await pass();
	const { stop } = await startSite();
	await vi.waitFor(
		async () => {
			await pass();
			expect(await state()).toEqual([]);
		},
		{ timeout: 20_000, interval: 200 },
	);
	expect(
		await sql`SELECT 1 FROM threads WHERE state = 'answered'`,
	).toHaveLength(1);
	await stop();
}

test("another server finishes the job of a killed one", async () => {
	const { site, unlock } = await inTheMiddle();
	await site.kill();
	await unlock();
	expect(await state()).toContain("active");
	await expectDoneByAnother();
});

test("a server told to stop leaves a running job to another", async () => {
	const { site, unlock } = await inTheMiddle();
	await site.stop();
	await unlock();
	expect(await state()).not.toContain("active");
	await expectDoneByAnother();
});
