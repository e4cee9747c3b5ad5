import { EventEmitter } from "node:events";
import PgBoss from "pg-boss";
import type { z } from "zod";
import { env, StartError } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import {
	pool,
	type Sql,
	session,
	sql,
} from "#app/platform/postgres/db.server.ts";
import { MIGRATING } from "#app/platform/postgres/migrate.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

// Work after a commit. A task is a kind of work and belongs to its domain; a job is one piece of it that waits in
// PostgreSQL, in the schema of pg-boss. docs/decisions/23-jobs.md says how it behaves.

export type Task<Payload extends object = Record<string, never>> = {
	name: string;
	payload: z.ZodType<Payload>;
	/**
	 * A job may run twice, so that must do no harm. When `signal` aborts, it returns within seconds: a job with the same
	 * payload then goes on.
	 */
	run(payload: Payload, signal: AbortSignal): Promise<void>;
	/** One waiting job is enough for each key. */
	merges?: boolean;
	/** The payload of a job that is added whenever a server starts or a backup is restored. Goes with `merges`. */
	atStart?: Payload;
	schedule?: string;
	/** `run` is stopped in the middle of this time; a job not done at its end was in a process that was killed. */
	minutes?: number;
};

export type AnyTask = Task<object>;

/** After 5 to 10 s, then about twice as long each time: two hours in all. */
const RETRIES = { retryLimit: 10, retryDelay: 5, retryBackoff: true };
const DAY = 24 * 60 * 60;

export const SETTINGS: PgBoss.ConstructorOptions = {
	...RETRIES,
	// Jobs wait as long as it takes; what failed can be read for three months.
	retentionDays: 365,
	archiveCompletedAfterSeconds: DAY / 24,
	archiveFailedAfterSeconds: 90 * DAY,
	deleteAfterDays: 1,
	maintenanceIntervalSeconds: 60,
	cronWorkerIntervalSeconds: 30,
};

const UNIQUE_VIOLATION = "23505";

/** pg-boss sends BEGIN and COMMIT in one text: a failure leaves the transaction open, so the connection is closed. */
export async function executeSql(text: string, values?: unknown[]) {
	const client = await pool.connect();
	let isBroken = true;
	try {
		const result = await client.query(text, values);
		isBroken = false;
		return result;
	} catch (error) {
		const { code } = error as { code?: string };
		// Fetching raises it if a job of the same key runs. pg-boss would ignore other errors silently.
		if (code !== UNIQUE_VIOLATION && !(error instanceof Unavailable))
			log.warn({ err: error }, "the queue of jobs cannot be used");
		throw error;
	} finally {
		client.release(isBroken);
	}
}

/** Never started: it only sends, fetches and completes. */
export const boss = new PgBoss({ ...SETTINGS, db: { executeSql } });

export const minutesOf = ({ minutes = 2 }: AnyTask) => minutes;

/** Creates or updates the schema and a queue for each task, one process at a time. @throws StartError */
export async function installQueues(tasks: AnyTask[]): Promise<void> {
	try {
		await session(async (sql) => {
			await sql`SELECT pg_advisory_lock(${MIGRATING})`;
			await install(tasks);
			await sql`SELECT pg_advisory_unlock(${MIGRATING})`;
		});
	} catch (error) {
		throw new StartError(
			`The queue of jobs cannot be set up: ${reasonOf(error)}. The database user needs the right to create a schema.`,
		);
	}
}

async function install(tasks: AnyTask[]) {
	const options = { db: { executeSql }, supervise: false, schedule: false };
	await new PgBoss(options).start();
	for (const task of tasks) {
		const { name, merges, schedule } = task;
		const queue = (): PgBoss.Queue => ({
			...RETRIES,
			name,
			policy: merges ? "stately" : "standard",
			expireInMinutes: minutesOf(task),
		});
		await boss.createQueue(name, queue());
		await boss.updateQueue(name, queue());
		if (schedule)
			await boss.schedule(name, schedule, {}, { tz: env.TIME_ZONE });
		else await boss.unschedule(name);
	}
}

const within = (sql: Sql): PgBoss.Db => ({
	async executeSql(text, values) {
		const strings = text.split(/\$\d+/);
		const given = [...text.matchAll(/\$(\d+)/g)].map(
			([, n]) => values[Number(n) - 1],
		);
		const template = Object.assign(strings, { raw: strings });
		return { rows: await sql(template, ...given) };
	},
});

const WAKE_MS = 100;
/** Emits the names of tasks that this process has added jobs of. */
export const added = new EventEmitter();

/** Runs after the commit of the transaction that `sql` belongs to, and never if it is rolled back. */
export async function addJob<Payload extends object>(
	sql: Sql,
	task: Task<Payload>,
	payload: Payload,
	{ key }: { key?: string } = {},
): Promise<void> {
	const id = await boss.send(task.name, payload, {
		db: within(sql),
		...(key !== undefined && { singletonKey: key }),
	});
	if (!id && !task.merges) throw new Error(`There is no queue ${task.name}`);
	setTimeout(() => added.emit(task.name), WAKE_MS).unref();
}

/** Finds work that has no job: old texts after an upgrade, what a backup left undone. */
export async function addStartJobs(tasks: AnyTask[]): Promise<void> {
	for (const task of tasks)
		if (task.atStart) await addJob(sql, task, task.atStart);
}
