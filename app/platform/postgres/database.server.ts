import { resolve } from "node:path";
import pg from "pg";
import { type Env, StartError } from "#app/platform/env.server.ts";
import {
	type Database,
	type Say,
	startEmbeddedPostgres,
} from "#app/platform/postgres/embedded.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

const OLDEST_VERSION = 14;

/** DATABASE_URL's, else the embedded one in DATA_DIR. @throws StartError */
export async function openDatabase(
	{ DATABASE_URL, DATA_DIR }: Pick<Env, "DATABASE_URL" | "DATA_DIR">,
	say: Say,
): Promise<Database> {
	if (DATABASE_URL) {
		await check(DATABASE_URL);
		return {
			url: DATABASE_URL,
			embedded: false,
			close: async () => {},
		};
	}
	const dataDir = resolve(DATA_DIR);
	try {
		return await startEmbeddedPostgres({ dataDir, say });
	} catch (error) {
		if (error instanceof StartError) throw error;
		throw new StartError(
			`DATA_DIR ${dataDir} cannot be used: ${reasonOf(error)}.`,
		);
	}
}

async function check(url: string) {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: 10_000,
	});
	client.on("error", () => {});
	try {
		await client.connect();
		const { rows } = await client.query(
			"SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding",
		);
		const { version, encoding } = rows[0];
		if (Number.parseInt(version, 10) < OLDEST_VERSION)
			throw new StartError(
				`The database at DATABASE_URL is PostgreSQL ${version}; Seminar needs ${OLDEST_VERSION} or newer.`,
			);
		if (encoding !== "UTF8")
			throw new StartError(
				`The database at DATABASE_URL has the encoding ${encoding}; Seminar needs UTF8.`,
			);
	} catch (error) {
		if (error instanceof StartError) throw error;
		const { host, pathname } = new URL(url);
		throw new StartError(
			`DATABASE_URL: no connection to ${host}${pathname}: ${reasonOf(error)}.`,
		);
	} finally {
		await client.end().catch(() => {});
	}
}
