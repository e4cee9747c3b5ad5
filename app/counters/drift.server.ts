import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { COUNTERS, type Counted } from "#app/counters/counters.ts";
import {
	lockCourse,
	lockReply,
	lockSettling,
	lockThreads,
} from "#app/counters/locks.server.ts";
import {
	type Drift,
	findDrift,
	recount,
} from "#app/counters/recount.server.ts";
import type { Task } from "#app/platform/jobs/queue.server.ts";
import { log } from "#app/platform/log.server.ts";
import {
	type Sql,
	sql,
	transaction,
} from "#app/platform/postgres/db.server.ts";

const PER_BATCH = {
	...{ pins: 2000, replies: 2000, threads: 200 },
	...{ lessons: 200, courses: 100 },
};

type Options = {
	onDrift: (drift: Drift) => Promise<void> | void;
	/** Called with the last batch's duration; false ends the comparison. */
	between?: (milliseconds: number) => Promise<boolean>;
};

export async function compareCounters({
	onDrift,
	between,
}: Options): Promise<void> {
	for (const table of Object.keys(COUNTERS) as Counted[]) {
		let begun = Date.now();
		for await (const batch of findDrift(sql, table, PER_BATCH[table])) {
			for (const drift of batch) await onDrift(drift);
			if (between && !(await between(Date.now() - begun))) return;
			begun = Date.now();
		}
	}
}

export const compareCountersTask: Task = {
	name: "compareCounters",
	payload: z.object({}).strict(),
	schedule: "0 4 * * *",
	merges: true,
	minutes: 20 * 60,
	run: (_, signal) =>
		compareCounters({
			onDrift: (drift) => log.warn(drift, "a counter has drifted"),
			// A pause as long as the batch: it takes at most half of the database's time.
			async between(milliseconds) {
				await delay(milliseconds);
				return !signal.aborted;
			},
		}),
};

/** Takes the locks of those who change the counter. */
export const repair = ({ table, id, column }: Drift) =>
	transaction(async (sql) => {
		await lockRow(sql, table, id);
		await recount(sql, table, [id], [column as never]);
	});

async function lockRow(sql: Sql, table: Counted, id: number) {
	if (table === "courses") return lockCourse(sql, id);
	if (table === "threads") {
		await lockSettling(sql, await courseOf(id));
		return lockThreads(sql, [id]);
	}
	await lockReply(sql, table === "pins" ? await replyOf(id) : id);
}

const courseOf = async (threadId: number) =>
	(
		await sql<{
			id: number;
		}>`SELECT course_id AS id FROM threads WHERE id = ${threadId}`
	)[0]?.id ?? 0;

const replyOf = async (pinId: number) =>
	(
		await sql<{
			id: number;
		}>`SELECT reply_id AS id FROM pins WHERE id = ${pinId}`
	)[0]?.id ?? 0;
