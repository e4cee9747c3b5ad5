import { compareCountersTask } from "#app/counters/drift.server.ts";
import { followRolesTask } from "#app/members/roles.server.ts";
import type { AnyTask } from "#app/platform/jobs/queue.server.ts";
import {
	indexChangedTask,
	indexMissingTask,
} from "#app/search/tasks.server.ts";
import { renderAgainTask } from "#app/server/render-again.ts";
import { fillTitleTokensTask } from "#app/threads/title-tokens.server.ts";

export const TASKS: AnyTask[] = [
	compareCountersTask,
	fillTitleTokensTask,
	followRolesTask,
	indexChangedTask,
	indexMissingTask,
	renderAgainTask,
];
