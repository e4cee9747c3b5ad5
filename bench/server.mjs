import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	realpathSync,
	rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ask } from "./ask.mjs";

/** @typedef {import("./count-statements.mjs").Report} Report */

const root = fileURLToPath(new URL("../", import.meta.url));
const preload = pathToFileURL(`${root}bench/count-statements.mjs`).href;

const START_MS = 120_000;
const PAUSE_MS = 50;
/** Longer than the server collects changes before it tells other processes. */
const QUIET_MS = 400;

/** The benchmark measures the default settings. */
const OURS =
	/^(DATABASE_URL|SITE_URL|HOST|TRUST_PROXY|LOG_LEVEL|TIME_ZONE|(SESSION|LIMIT)_\w+)$/;

/** A folder for the embedded database of one run. */
export function makeDataDir() {
	const dataDir = mkdtempSync(join(tmpdir(), "seminar-bench-"));
	// The account that runs PostgreSQL for root needs access.
	chmodSync(dataDir, 0o755);
	return dataDir;
}

/** @param {{ dataDir?: string, databaseUrl?: string }} place @returns {NodeJS.ProcessEnv} */
function environment({ dataDir, databaseUrl }) {
	/** @type {NodeJS.ProcessEnv} */
	const env = {
		...process.env,
		...{ MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072" },
	};
	for (const name of Object.keys(env)) if (OURS.test(name)) delete env[name];
	if (dataDir) env.DATA_DIR = dataDir;
	if (databaseUrl) env.DATABASE_URL = databaseUrl;
	return env;
}

/**
 * A line for each counter of a database that differs from its rows.
 * @param {{ dataDir?: string, databaseUrl?: string }} place
 */
export function recount(place) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[`${root}app/launch/launch.mjs`, "recount"],
		{ cwd: root, env: environment(place), encoding: "utf8" },
	);
	const lines = stdout.split("\n").filter(Boolean);
	if (status !== 0 && lines.length === 0) throw new Error(stderr);
	return lines;
}

/**
 * The production server with an embedded database, both removed after `stop`; or with the database of a folder or an
 * address, which stays. `settings` go into its environment.
 * @param {{ dataDir?: string, databaseUrl?: string, settings?: Record<string, string> }} [given]
 */
export async function startServer(given = {}) {
	const dataDir = given.dataDir ?? makeDataDir();
	const port = await freePort();
	const env = {
		...environment({ dataDir, databaseUrl: given.databaseUrl }),
		...given.settings,
		PORT: String(port),
	};
	const before = performance.now();
	const child = fork(`${root}app/launch/launch.mjs`, ["start"], {
		cwd: root,
		env,
		execArgv: [
			"--max-old-space-size=512",
			"--max-semi-space-size=16",
			"--import",
			preload,
		],
		serialization: "advanced",
	});
	const ended = once(child, "exit");
	const lost = ended.then(() => {
		throw new Error("The server that is measured has ended.");
	});
	lost.catch(() => {});
	/** @param {"record" | "report"} what @returns {Promise<Report>} */
	const tell = async (what) => {
		child.send(what);
		const [report] = await Promise.race([once(child, "message"), lost]);
		return report;
	};
	const url = `http://127.0.0.1:${port}`;
	const server = {
		url,
		/** Every SQL statement that the server sends while only `work` runs. @param {() => Promise<unknown>} work */
		async statementsOf(work) {
			await delay(QUIET_MS);
			await tell("record");
			await work();
			return (await tell("report")).statements;
		},
		/** From the start of the process to the first answer. */
		startMs: 0,
		/** The largest resident memory so far, in bytes. */
		maxRss: async () => (await tell("report")).maxRss,
		/** The resident memory now, in bytes. */
		rss: async () => (await tell("report")).rss,
		async database() {
			await tell("record");
			await ask(`${url}/ready`);
			return (await tell("report")).database;
		},
		async stop() {
			child.kill("SIGTERM");
			await ended;
			if (!given.dataDir) removeDataDir(dataDir);
		},
	};
	try {
		await Promise.race([ready(url), lost]);
		server.startMs = performance.now() - before;
	} catch (error) {
		await server.stop();
		throw error;
	}
	return server;
}

/** @param {string} url */
async function ready(url) {
	const deadline = Date.now() + START_MS;
	while (Date.now() < deadline) {
		const answer = await ask(`${url}/ready`).catch(() => null);
		if (answer?.status === 200) return;
		await delay(PAUSE_MS);
	}
	throw new Error("The server that is to be measured does not answer.");
}

/** @param {string} dataDir */
export function removeDataDir(dataDir) {
	remove(join(dataDir, "postgres"));
	remove(dataDir);
}

/** The folder, and the target of its link if PostgreSQL could not enter the first. @param {string} folder */
function remove(folder) {
	const place = existsSync(folder) ? realpathSync(folder) : folder;
	rmSync(place, { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
}

async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	if (!address || typeof address === "string") throw new Error("No port.");
	return address.port;
}
