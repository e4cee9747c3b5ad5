import { type AnyTask, addJob } from "#app/platform/jobs/queue.server.ts";
import { takeJob } from "#app/platform/jobs/worker.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { TASKS } from "#app/server/jobs.ts";

/** Runs all jobs that are due, as a server does. */
export async function runJobs(tasks: AnyTask[] = TASKS): Promise<void> {
	const { signal } = new AbortController();
	for (const task of tasks) while (await takeJob(task, signal));
}

/** Runs a task as a start does. */
export async function runAtStart(task: AnyTask): Promise<void> {
	await addJob(sql, task, task.atStart ?? {});
	await runJobs([task]);
}
