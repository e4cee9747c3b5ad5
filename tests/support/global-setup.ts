import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import {
	connectDatabase,
	disconnectDatabase,
} from "#app/platform/postgres/db.server.ts";
import { startEmbeddedPostgres } from "#app/platform/postgres/embedded.server.ts";
import { bringUpToDate } from "#app/server/up-to-date.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The server on which the tests may make databases. */
		serverUrl: string;
		/** The migrated, empty database that each worker copies. */
		template: string;
	}
}

// Tests need no durability; the product never turns these off.
const CARELESS = {
	fsync: "off",
	synchronous_commit: "off",
	full_page_writes: "off",
	max_connections: "200",
};

/** One real PostgreSQL for all tests: the one at TEST_DATABASE_URL, else an embedded one. */
export default async function setup(project: TestProject) {
	const folder = await mkdtemp(join(tmpdir(), "seminar-test-"));
	// As root, PostgreSQL runs as another user, who needs access.
	await chmod(folder, 0o711);
	const given = process.env.TEST_DATABASE_URL;
	const embedded = given
		? null
		: await startEmbeddedPostgres({
				dataDir: folder,
				say: () => {},
				settings: CARELESS,
			});
	const serverUrl = given ?? embedded?.url ?? "";
	const template = `seminar_template_${process.pid}_${project.name}`;
	const admin = new pg.Client({ connectionString: serverUrl });
	await admin.connect();
	await admin.query(`CREATE DATABASE ${template}`);
	const url = databaseAt(serverUrl, template);
	connectDatabase({ url });
	await bringUpToDate(url, () => {});
	await disconnectDatabase();
	project.provide("serverUrl", serverUrl);
	project.provide("template", template);
	return async () => {
		const { rows } = await admin.query(
			"SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
			[template],
		);
		for (const { datname } of rows)
			await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
		await admin.end();
		await embedded?.close();
		await rm(folder, { recursive: true, force: true });
	};
}

const databaseAt = (serverUrl: string, name: string) => {
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return url.href;
};
