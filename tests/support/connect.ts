import { beforeAll } from "vitest";
import { readEvents } from "#app/events/act.server.ts";
import { connectDatabase, pool } from "#app/platform/postgres/db.server.ts";
import { READERS } from "#app/server/readers.ts";
import { truncateAll, workersDatabase } from "#tests/support/database.ts";

// The files that one worker runs share a database, which each of them finds empty, and the application's modules.
beforeAll(async () => {
	if (!pool) connectDatabase({ url: await workersDatabase() });
	readEvents(READERS);
	await truncateAll();
});
