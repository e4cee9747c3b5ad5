import { COUNTERS, type Counted } from "#app/counters/counters.ts";
import {
	lockCourse,
	lockLinks,
	lockReply,
	lockThreads,
} from "#app/counters/locks.server.ts";
import {
	type Drift,
	findDrift,
	recount,
} from "#app/counters/recount.server.ts";
import {
	type Sql,
	session,
	sql,
	transaction,
} from "#app/platform/db.server.ts";

/** The advisory lock under which one process compares. */
const COMPARING = 0x11a7;

/** Rows that one statement compares. */
const PER_BATCH = { pins: 2000, replies: 2000, threads: 200, courses: 100 };

type Options = {
	onDrift: (drift: Drift) => Promise<void> | void;
	/** Called with the last batch's duration; false ends the comparison. */
	between?: (milliseconds: number) => Promise<boolean>;
};

/** False: another process is comparing. */
export const compareCounters = ({ onDrift, between }: Options) =>
	session(async (sql) => {
		const [lock] = await sql<{ taken: boolean }>`
			SELECT pg_try_advisory_lock(${COMPARING}) AS taken`;
		if (!lock?.taken) return false;
		comparing: for (const table of Object.keys(COUNTERS) as Counted[]) {
			let begun = Date.now();
			for await (const batch of findDrift(sql, table, PER_BATCH[table])) {
				for (const drift of batch) await onDrift(drift);
				if (between && !(await between(Date.now() - begun))) break comparing;
				begun = Date.now();
			}
		}
		await sql`SELECT pg_advisory_unlock(${COMPARING})`;
		return true;
	});

/** Takes the locks of those who change the counter. */
export const repair = ({ table, id, column }: Drift) =>
	transaction(async (sql) => {
		await lockRow(sql, table, id);
		await recount(sql, table, [id], [column as never]);
	});

async function lockRow(sql: Sql, table: Counted, id: number) {
	if (table === "courses") return lockCourse(sql, id);
	if (table === "threads") {
		await lockLinks(sql, await courseOf(id));
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
