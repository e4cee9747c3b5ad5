import { renewSkeletons } from "#app/accounts/skeletons.server.ts";
import { installQueues } from "#app/platform/jobs/queue.server.ts";
import type { Say } from "#app/platform/postgres/embedded.server.ts";
import { migrate } from "#app/platform/postgres/migrate.server.ts";
import { TASKS } from "#app/server/jobs.ts";

export async function bringUpToDate(url: string, say: Say): Promise<void> {
	await migrate(url, say);
	await installQueues(TASKS);
	await renewSkeletons();
}
