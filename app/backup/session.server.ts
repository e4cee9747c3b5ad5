import pg from "pg";
import { StartError } from "#app/platform/env.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

/** How long others may hold the locks it needs. */
const LOCK_WAIT_MS = 60_000;
const LOCKED = "55P03";

/** Fixes how values are written, and lifts time limits. */
const SETTINGS = {
	client_encoding: "UTF8",
	DateStyle: "ISO",
	TimeZone: "UTC",
	// Reads tables from their beginning, also beside other readers.
	synchronize_seqscans: "off",
	// An error is better than some of the rows.
	row_security: "off",
	statement_timeout: "0",
	idle_in_transaction_session_timeout: "0",
	transaction_timeout: "0",
	lock_timeout: String(LOCK_WAIT_MS),
	maintenance_work_mem: "256MB",
};

/** Skips what the server does not know: transaction_timeout came with PostgreSQL 17. */
const SET =
	"SELECT set_config(name, $1::jsonb ->> name, false) FROM pg_settings WHERE $1::jsonb ? name";

/** Without the limits of requests. @throws StartError with `failure` and the reason */
export async function withSession<Result>(
	url: string,
	failure: string,
	work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
	const client = new pg.Client({
		connectionString: url,
		application_name: "seminar backup",
		keepAlive: true,
	});
	// The next statement reports a lost connection.
	client.on("error", () => {});
	try {
		await client.connect();
		await client.query(SET, [JSON.stringify(SETTINGS)]);
		// Ends the statement when this process is killed. Windows does not support it.
		await client
			.query("SET client_connection_check_interval = '1s'")
			.catch(() => {});
		return await work(client);
	} catch (error) {
		if (error instanceof StartError) throw error;
		const isLocked = error instanceof pg.DatabaseError && error.code === LOCKED;
		const reason = isLocked
			? "another program holds its tables, such as a backup, a restore or a migration"
			: reasonOf(error);
		throw new StartError(`${failure}: ${reason}.`);
	} finally {
		await client.end().catch(() => {});
	}
}
