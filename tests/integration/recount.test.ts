import {
	afterEach,
	beforeEach,
	describe,
	expect,
	it,
	type MockInstance,
	vi,
} from "vitest";
import { recountCommand } from "#app/counters/command-line.server.ts";
import { COUNTERS } from "#app/counters/counters.ts";
import { compareCountersTask } from "#app/counters/drift.server.ts";
import { addJob } from "#app/platform/jobs/queue.server.ts";
import { log } from "#app/platform/log.server.ts";
import { fragment, sql } from "#app/platform/postgres/db.server.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import { voteReply, voteThread } from "#app/votes/commands.server.ts";
import {
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	somebody,
	useCast,
} from "#tests/support/cast.ts";
import { runJobs } from "#tests/support/jobs.ts";
import { drifted } from "#tests/support/recount.ts";

const cast = useCast();

/** Makes one of everything that is counted. */
beforeEach(async () => {
	const { course, learner, other, instructor } = cast;
	const asked = await makeThread(course, learner, { kind: "question" });
	const twin = await makeThread(course, other, { kind: "question" });
	await makeLesson(course);
	const answer = await makeReply(course, asked.id, instructor);
	await makeReply(course, asked.id, learner, { parentId: answer.id });
	const gone = await makeReply(course, asked.id, learner);
	await removeReply({ ...gone, authorId: learner.id }, { by: learner, course });
	await makeNote(course, { ...answer, threadId: asked.id }, instructor);
	const settled = { by: instructor, course, numbers: [twin.number] };
	await settleQuestions(answer, settled);
	const by = await somebody(1);
	await voteReply(answer.id, { by, course, voted: true });
	await voteThread(twin.id, { by, course, voted: true });
	expect(await drifted()).toEqual([]);
});

/** For counters that are no numbers, or not free ones: another value, and its row. */
const WRONG: Record<string, string> = {
	thread_id: "(SELECT max(id) FROM threads)",
	stated: "'{7}'",
	listed: "true WHERE visibility <> 'shown'",
	to_check: "true",
	last_thread_number: "0",
	last_lesson_number: "0",
};

async function spoil(table: string, column: string): Promise<void> {
	const wrong =
		WRONG[column] ?? (column.endsWith("_at") ? "'2020-01-01'" : "7");
	const where = wrong.includes("WHERE") ? "" : "WHERE id = 1";
	await sql`UPDATE ${fragment(table)} SET ${fragment(`${column} = ${wrong} ${where}`)}`;
}

describe("npm run recount", () => {
	let said = "";
	const mocks: MockInstance[] = [];
	beforeEach(() => {
		said = "";
		const hear = (text: unknown) => {
			said += text;
			return true;
		};
		mocks.push(
			vi.spyOn(process.stdout, "write").mockImplementation(hear),
			vi.spyOn(process.stderr, "write").mockReturnValue(true),
		);
	});
	afterEach(() => {
		for (const mock of mocks.splice(0)) mock.mockRestore();
	});

	it("reports each counter that has drifted, and repairs it only on command", async () => {
		for (const [table, columns] of Object.entries(COUNTERS))
			for (const column of Object.keys(columns)) {
				await spoil(table, column);
				const wrong = await drifted();
				said = "";
				expect(await recountCommand([])).toBe(1);
				expect(said).toMatch(
					new RegExp(`^${table} \\d+: ${column} is .+, counted .+\n`),
				);
				expect(await drifted()).toEqual(wrong);
				expect(await recountCommand(["--repair"])).toBe(0);
				expect(await drifted(), column).toEqual([]);
			}
	});

	it("prints nothing if nothing has drifted", async () => {
		expect(await recountCommand([])).toBe(0);
		expect(said).toBe("");
	});
});

it("a server logs drift and does not repair it", async () => {
	const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
	await spoil("threads", "reply_count");
	await addJob(sql, compareCountersTask, {});
	await runJobs();
	const drift = { table: "threads", id: 1, column: "reply_count" };
	const line = [expect.objectContaining(drift), "a counter has drifted"];
	expect(warned.mock.calls).toEqual([line]);
	expect(await drifted()).toHaveLength(1);
	warned.mockRestore();
});

it("servers compare once a day, at a quiet hour", async () => {
	const schedules = await sql<{ name: string; cron: string; zone: string }>`
		SELECT name, cron, timezone AS zone FROM pgboss.schedule`;
	expect(schedules).toEqual([
		{ name: "compareCounters", cron: "0 4 * * *", zone: "Asia/Shanghai" },
	]);
});
