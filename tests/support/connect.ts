import { afterAll, beforeAll } from "vitest";
import {
	connectDatabase,
	disconnectDatabase,
} from "#app/platform/db.server.ts";
import { createDatabase } from "#tests/support/database.ts";

// Each test file has a database of its own, and the application's modules point at it.
const created = createDatabase(
	`seminar_test_${process.pid}_${process.env.VITEST_POOL_ID}`,
);

beforeAll(async () => {
	connectDatabase((await created).url);
});

afterAll(async () => {
	await disconnectDatabase();
	await (await created).drop();
});
