import { parseArgs } from "node:util";
import { StartError } from "#app/platform/env.server.ts";
import { boss } from "#app/platform/jobs/queue.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";

export const JOBS_USAGE = "npm run jobs -- [--retry]";

type Listed = {
	id: string;
	task: string;
	state: "created" | "retry" | "active" | "failed";
	tries: number;
	at: Date;
	reason: string | null;
};

const STATES = {
	created: "waits until",
	retry: "failed, tried again at",
	active: "runs since",
	failed: "given up at",
};

/** One line on stdout for each job. Returns 1 where some were given up. @throws StartError */
export async function jobsCommand(args: string[]): Promise<number> {
	const retry = wantsRetry(args);
	const jobs = await sql<Listed>`
		SELECT id, name AS task, state::text, retry_count + (started_on IS NOT NULL)::int AS tries,
			CASE state WHEN 'failed' THEN completed_on WHEN 'active' THEN started_on ELSE start_after END AS at,
			coalesce(output->>'message', output->'value'->>'message') AS reason
		FROM pgboss.job WHERE state IN ('created', 'retry', 'active', 'failed') AND name NOT LIKE '\\_\\_%'
		ORDER BY state, 5, name`;
	for (const { id, task, state, tries, at, reason } of jobs) {
		const isRetried = retry && state === "failed";
		if (isRetried) await boss.retry(task, id);
		const counts = [
			`${task} ${STATES[state]} ${at.toISOString()}`,
			...(tries > 0 ? [`tries: ${tries}`] : []),
			...(reason ? [reason] : []),
			...(isRetried ? ["runs again"] : []),
		];
		process.stdout.write(`${counts.join(", ")}\n`);
	}
	const failed = jobs.filter(({ state }) => state === "failed").length;
	process.stderr.write(
		`Jobs that wait or run: ${jobs.length - failed}. Given up: ${failed}.\n`,
	);
	return failed > 0 && !retry ? 1 : 0;
}

function wantsRetry(args: string[]): boolean {
	try {
		const options = { retry: { type: "boolean", default: false } } as const;
		return parseArgs({ args, options }).values.retry;
	} catch {
		throw new StartError(JOBS_USAGE);
	}
}
