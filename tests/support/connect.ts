import { beforeAll } from "vitest";
import { readEvents } from "#app/events/act.server.ts";
import { connectDatabase, pool } from "#app/platform/postgres/db.server.ts";
import { READERS } from "#app/server/readers.ts";
import { truncateAll, workersDatabase } from "#tests/support/database.ts";

// The files of one worker share the application's modules and a database, which is empty at the start of each.
beforeAll(async () => {
	if (!pool) connectDatabase({ url: await workersDatabase() });
	readEvents(READERS);
	await truncateAll();
});
