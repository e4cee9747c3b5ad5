import { setTimeout as delay } from "node:timers/promises";
import PgBoss from "pg-boss";
import {
	type AnyTask,
	added,
	addJob,
	addStartJobs,
	boss,
	executeSql,
	minutesOf,
	SETTINGS,
} from "#app/platform/jobs/queue.server.ts";
import { log } from "#app/platform/log.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

const POLL_MS = 5000;
const AGAIN_MS = 1000;

/** Runs one job of each task at a time. Returns how to stop. */
export function startJobs(tasks: AnyTask[]): () => Promise<void> {
	const stopping = new AbortController();
	const stopKeeping = keepQueues(stopping.signal);
	const adding = patiently(() => addStartJobs(tasks), stopping.signal).catch(
		(err) => log.warn({ err }, "the jobs of a start were not added"),
	);
	const loops = tasks.map((task) => takeJobs(task, stopping.signal));
	return async () => {
		stopping.abort();
		await Promise.all([adding, stopKeeping(), ...loops]);
	};
}

/** Adds scheduled jobs, gives jobs of killed processes to others, clears old ones. Returns how to stop. */
function keepQueues(stopping: AbortSignal): () => Promise<void> {
	const asking = new Set<Promise<unknown>>();
	// pg-boss does not await everything, and a rejection that nobody handles would end the process.
	const never = new Promise<never>(() => {});
	const keeper = new PgBoss({
		...SETTINGS,
		migrate: false,
		db: {
			async executeSql(text, values) {
				if (stopping.aborted) return never;
				const asked = patiently(() => executeSql(text, values), stopping);
				asking.add(asked);
				try {
					return await asked;
				} catch (error) {
					if (stopping.aborted) return never;
					throw error;
				} finally {
					asking.delete(asked);
				}
			},
		},
	});
	keeper.on("error", (err) => log.warn({ err }, "the queue of jobs complains"));
	keeper
		.start()
		.then(() => keeper.expire())
		.catch((err) => log.warn({ err }, "the queue of jobs is not kept"));
	return async () => {
		void keeper.stop({ graceful: false });
		await Promise.allSettled(asking);
	};
}

async function takeJobs(task: AnyTask, stopping: AbortSignal) {
	while (!stopping.aborted) {
		const isTaken = await takeJob(task, stopping).catch((err) => {
			log.warn({ err, task: task.name }, "a job will be run again");
			return false;
		});
		if (!isTaken && !stopping.aborted) await untilAdded(task.name, stopping);
	}
}

const untilAdded = (name: string, stopping: AbortSignal) =>
	new Promise<void>((resolve) => {
		const end = () => {
			clearTimeout(timer);
			added.off(name, end);
			stopping.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, POLL_MS).unref();
		added.once(name, end);
		stopping.addEventListener("abort", end);
	});

export async function takeJob(
	task: AnyTask,
	stopping: AbortSignal,
): Promise<boolean> {
	const [job] = await boss.fetch<object>(task.name, { includeMetadata: true });
	if (!job) return false;
	const { id, name } = job;
	const reason = await run(task, job, stopping);
	await patiently(
		() => (reason ? boss.fail(name, id, reason) : boss.complete(name, id)),
		stopping,
	);
	return true;
}

async function run(
	task: AnyTask,
	{ data, singletonKey, retryCount, retryLimit }: PgBoss.JobWithMetadata,
	stopping: AbortSignal,
) {
	const ending = new AbortController();
	const end = () => ending.abort();
	const half = setTimeout(end, (minutesOf(task) * 60_000) / 2).unref();
	if (stopping.aborted) end();
	stopping.addEventListener("abort", end);
	try {
		await task.run(task.payload.parse(data), ending.signal);
		const key = singletonKey ?? undefined;
		if (ending.signal.aborted) await addJob(sql, task, data, { key });
		return null;
	} catch (err) {
		const attempt = `${retryCount + 1} of ${retryLimit + 1}`;
		const isGivenUp = retryCount >= retryLimit;
		log.warn(
			{ err, task: task.name, attempt },
			isGivenUp ? "a job is given up" : "a job failed and will be run again",
		);
		return { message: reasonOf(err instanceof Unavailable ? err.cause : err) };
	} finally {
		clearTimeout(half);
		stopping.removeEventListener("abort", end);
	}
}

/** Tries again while the database is away. */
async function patiently<Result>(
	work: () => Promise<Result>,
	stopping: AbortSignal,
): Promise<Result> {
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (stopping.aborted || !(error instanceof Unavailable)) throw error;
			await delay(AGAIN_MS, undefined, { ref: false });
		}
	}
}
