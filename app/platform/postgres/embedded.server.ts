import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { StartError } from "#app/platform/env.server.ts";
import {
	type Cluster,
	openCluster,
} from "#app/platform/postgres/cluster.server.ts";
import {
	findPostmaster,
	type Postmaster,
	runPostmaster,
	stopPostmaster,
} from "#app/platform/postgres/postmaster.server.ts";
import type { Place } from "#app/platform/postgres/presence.server.ts";
import { reasonAt, reasonOf } from "#app/platform/reason.server.ts";

export type Say = (line: string) => void;

/** `url` holds user and password, and changes with a restart. */
export type Database = Place & {
	embedded: boolean;
	/** Call it when all connections are closed. Ends the embedded database, unless other processes use it. */
	close(): Promise<void>;
};

const START_MS = 120_000;
const PAUSE_MS = 50;
const RETRY_MS = 500;
const REGAIN_MS = 2000;
/** The advisory lock that means "in use", the same in every process. */
const IN_USE = 7_364_627;
/** Another start came first, a killed server's children still run, or the port was taken meanwhile. */
const PASSING = /^ *lock file|still in use|could not create any TCP/;
const WRONG_PASSWORD = "28P01";

/**
 * Starts the PostgreSQL of `dataDir`, or joins the running one. Each process holds a shared lock while it uses it. On
 * leaving it tries for the exclusive lock: only the last gets it, and stops the server. Whoever waits for a lock then
 * is cut off, and starts the server anew.
 * @throws StartError
 */
export async function startEmbeddedPostgres({
	dataDir,
	say,
	settings = {},
}: {
	dataDir: string;
	say: Say;
	settings?: Record<string, string>;
}): Promise<Database> {
	const cluster = await openCluster(dataDir, say);
	const logFile = join(dataDir, "postgres.log");
	const start = (say: Say) => hold({ cluster, logFile, settings, say });
	return use(await start(say), cluster, () => start(() => {}));
}

type Held = { claim: pg.Client; postmaster: Postmaster; ended: Promise<void> };

async function hold({
	cluster,
	logFile,
	settings,
	say,
}: {
	cluster: Cluster;
	logFile: string;
	settings: Record<string, string>;
	say: Say;
}): Promise<Held> {
	const deadline = Date.now() + START_MS;
	let isStarting = false;
	let complaint = "";
	while (Date.now() < deadline) {
		const postmaster = await findPostmaster(cluster.data);
		const held = postmaster && (await claimOn(postmaster, cluster));
		if (held) return held;
		if (!postmaster && !isStarting) {
			if (complaint && !PASSING.test(complaint)) break;
			if (complaint) await delay(RETRY_MS);
			else say("Starting the database …");
			isStarting = true;
			runPostmaster(cluster, logFile, settings)
				.catch(reasonOf)
				.then((reason) => {
					complaint = reason;
					isStarting = false;
				});
		}
		await delay(PAUSE_MS);
	}
	const reason = await reasonAt(cluster.data, complaint || "no answer");
	throw new StartError(
		`The database does not start: ${reason} (see ${logFile}).`,
	);
}

const urlOf = ({ host, port }: Postmaster, { password }: Cluster) =>
	`postgres://seminar:${password}@${encodeURIComponent(host)}:${port}/postgres`;

async function claimOn(
	postmaster: Postmaster,
	cluster: Cluster,
): Promise<Held | null> {
	const claim = new pg.Client({
		connectionString: urlOf(postmaster, cluster),
		application_name: "seminar claim",
		connectionTimeoutMillis: 5000,
	});
	claim.on("error", () => {});
	const ended = new Promise<void>((resolve) => {
		claim.once("end", resolve);
	});
	try {
		await claim.connect();
		const { rows } = await claim.query(
			"SELECT current_setting('data_directory') AS data, pg_advisory_lock_shared($1)",
			[IN_USE],
		);
		if (rows[0].data === cluster.data) return { claim, postmaster, ended };
	} catch (error) {
		if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD)
			throw new StartError(
				`The running database does not take the password kept beside ${cluster.data}.`,
			);
	}
	await claim.end().catch(() => {});
	return null;
}

function use(
	held: Held,
	cluster: Cluster,
	holdAgain: () => Promise<Held>,
): Database {
	let { claim, postmaster } = held;
	let isClosing = false;
	let regaining: Promise<void> | undefined;
	const regain = async () => {
		while (!isClosing) {
			const again = await holdAgain().catch(() => delay(REGAIN_MS));
			if (again) return keep(again);
		}
	};
	const keep = (held: Held) => {
		({ claim, postmaster } = held);
		held.ended.then(() => {
			if (!isClosing) regaining = regain();
		});
	};
	keep(held);
	return {
		get url() {
			return urlOf(postmaster, cluster);
		},
		embedded: true,
		whyLost: async () => (await reasonAt(cluster.data, "")) || null,
		async close() {
			isClosing = true;
			await regaining;
			if (await isLast(claim)) await stopPostmaster(cluster.data, postmaster);
			await claim.end().catch(() => {});
		},
	};
}

async function isLast(claim: pg.Client): Promise<boolean> {
	try {
		await claim.query("SELECT pg_advisory_unlock_shared($1)", [IN_USE]);
		const { rows } = await claim.query(
			"SELECT pg_try_advisory_lock($1) AS alone",
			[IN_USE],
		);
		return rows[0].alone;
	} catch {
		return false;
	}
}
