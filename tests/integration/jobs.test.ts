import pg from "pg";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	vi,
} from "vitest";
import { z } from "zod";
import { jobsCommand } from "#app/platform/jobs/command-line.server.ts";
import {
	addJob,
	boss,
	installQueues,
	type Task,
} from "#app/platform/jobs/queue.server.ts";
import { startJobs } from "#app/platform/jobs/worker.server.ts";
import { log } from "#app/platform/log.server.ts";
import { sql, transaction } from "#app/platform/postgres/db.server.ts";
import { truncateAll } from "#tests/support/database.ts";
import { runJobs } from "#tests/support/jobs.ts";

const ran = vi.fn<(n: number) => void>();

const counting: Task<{ n: number }> = {
	name: "testCounting",
	payload: z.object({ n: z.int() }),
	run: async ({ n }) => ran(n),
};
const merging: Task<{ n: number }> = {
	...counting,
	name: "testMerging",
	merges: true,
};
const failing: Task<{ n: number }> = {
	...counting,
	name: "testFailing",
	run: async () => {
		throw new Error("The mail server is closed");
	},
};
const nightly: Task = {
	name: "testNightly",
	payload: z.object({}).strict(),
	schedule: "* * * * *",
	run: async () => ran(0),
};
const TASKS = [counting, merging, failing, nightly];

beforeAll(() => installQueues(TASKS));
beforeEach(async () => {
	await truncateAll();
	ran.mockClear();
});
afterAll(async () => {
	await truncateAll();
	for (const { name } of TASKS) await boss.deleteQueue(name);
});

const run = () => runJobs([counting, merging, failing]);
const calls = () => ran.mock.calls.map(([n]) => n);

/** Makes all delayed jobs due, and running ones that much older. */
const pass = (interval: string) => sql`
	UPDATE pgboss.job SET start_after = start_after - ${interval}::interval, started_on = started_on - ${interval}::interval`;

describe("a job", () => {
	it("runs once, and not before the commit", async () => {
		await transaction(async (sql) => {
			await addJob(sql, counting, { n: 7 });
			await run();
			expect(calls()).toEqual([]);
		});
		await run();
		await run();
		expect(calls()).toEqual([7]);
	});

	it("never runs if the transaction is rolled back", async () => {
		const rolledBack = transaction(async (sql) => {
			await addJob(sql, counting, { n: 7 });
			throw new Error("Rolled back");
		});
		await expect(rolledBack).rejects.toThrow("Rolled back");
		await run();
		expect(calls()).toEqual([]);
	});

	it("is refused if it would be lost because it has no queue", async () => {
		const unknown = { ...counting, name: "testUnknown" };
		await expect(addJob(sql, unknown, { n: 1 })).rejects.toThrow(
			"There is no queue testUnknown",
		);
	});

	it("is one per key if its task merges, and a second one once the first has begun", async () => {
		const add = (n: number, key: string) =>
			addJob(sql, merging, { n }, { key });
		await add(1, "a");
		await add(2, "a");
		await add(3, "b");
		await boss.fetch(merging.name);
		await add(4, "a");
		await pass("1 hour");
		await boss.expire();
		await pass("1 hour");
		await run();
		expect(calls().toSorted()).toEqual([1, 3, 4]);
	});

	it("runs again if its process was killed", async () => {
		await addJob(sql, counting, { n: 7 });
		await boss.fetch(counting.name);
		await boss.expire();
		await run();
		expect(calls()).toEqual([]);
		await pass("1 hour");
		await boss.expire();
		await pass("1 hour");
		await run();
		expect(calls()).toEqual([7]);
	});

	it("is tried again after growing pauses, then given up with its reason", async () => {
		const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
		await addJob(sql, failing, { n: 7 });
		const gaps: number[] = [];
		for (;;) {
			await run();
			const [job] = await sql<{ state: string; gap: number }>`
				SELECT state::text, extract(epoch FROM start_after - now())::float AS gap FROM pgboss.job WHERE name = ${failing.name}`;
			if (job?.state !== "retry") break;
			gaps.push(job.gap);
			await pass("1 day");
		}
		expect(gaps).toHaveLength(10);
		expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
		expect(gaps[0]).toBeGreaterThan(4);
		expect(gaps.at(-1)).toBeGreaterThan(40 * 60);
		expect(warned.mock.lastCall).toEqual([
			expect.objectContaining({ task: failing.name, attempt: "11 of 11" }),
			"a job is given up",
		]);
		warned.mockRestore();
		expect(await listed([])).toEqual({
			code: 1,
			said: expect.stringMatching(
				/^testFailing given up at 20\S+Z, tries: 11, The mail server is closed\n$/,
			),
		});
	});

	it("that was given up runs again on command", async () => {
		await addJob(sql, counting, { n: 7 });
		await sql`UPDATE pgboss.job SET state = 'failed', completed_on = now()`;
		await run();
		expect(calls()).toEqual([]);
		expect(await listed(["--retry"])).toMatchObject({ code: 0 });
		await run();
		expect(calls()).toEqual([7]);
	});
});

async function listed(args: string[]) {
	let said = "";
	const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
		said += text;
		return true;
	});
	const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
	const code = await jobsCommand(args);
	out.mockRestore();
	err.mockRestore();
	return { code, said };
}

describe("servers", () => {
	it("run a job at once when one of them adds it, and never stop in the middle of one", async () => {
		const stops = [startJobs([counting]), startJobs([counting])];
		for (const n of [1, 2, 3])
			await transaction((sql) => addJob(sql, counting, { n }));
		await vi.waitFor(() => expect(calls().toSorted()).toEqual([1, 2, 3]), 2000);
		await Promise.all(stops.map((stop) => stop()));
		expect(
			await sql`SELECT 1 FROM pgboss.job WHERE name = ${counting.name} AND state <> 'completed'`,
		).toEqual([]);
	});

	it("stop at once, also while they look for work", async () => {
		const began = performance.now();
		await startJobs([merging])();
		expect(performance.now() - began).toBeLessThan(2000);
	});

	it("run scheduled work once, however many they are", async () => {
		const sent = vi.spyOn(pg.Client.prototype, "query");
		const sendings = () =>
			sent.mock.calls.filter((words) =>
				JSON.stringify(words).includes(`\\"name\\":\\"__pgboss__send-it\\"`),
			).length;
		const stops = [];
		for (const nth of [1, 2]) {
			// As if each were the first to look in this minute.
			await sql`UPDATE pgboss.version SET cron_on = NULL`;
			stops.push(startJobs([nightly]));
			await vi.waitFor(() => expect(sendings()).toBe(nth), 5000);
		}
		// A sent schedule is passed on when a server starts, or half a minute later.
		stops.push(startJobs([nightly]));
		await vi.waitFor(() => expect(ran).toHaveBeenCalled(), 5000);
		await Promise.all(stops.map((stop) => stop()));
		const minutes = await sql`
			SELECT DISTINCT singleton_on FROM pgboss.job WHERE name = '__pgboss__send-it' AND data->>'name' = ${nightly.name}`;
		const jobs =
			await sql`SELECT 1 FROM pgboss.job WHERE name = ${nightly.name}`;
		expect(jobs).toHaveLength(minutes.length);
		sent.mockRestore();
	});
});
