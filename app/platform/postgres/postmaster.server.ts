import { spawn } from "node:child_process";
import { open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
	type Cluster,
	isAlive,
} from "#app/platform/postgres/cluster.server.ts";
import { runAs } from "#app/platform/postgres/programs.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

/** `host` is the folder of its Unix socket, or 127.0.0.1 where it has none. */
export type Postmaster = { pid: number; host: string; port: number };

const SETTINGS = {
	listen_addresses: "127.0.0.1",
	// Ten for each of ten processes, the rest for listening, locks and imports.
	max_connections: "150",
	shared_buffers: "128MB",
	// Pages are in memory or on an SSD; the default suits hard disks, and reads small tables whole.
	random_page_cost: "1.1",
	// Plan once per connection, not for every page's values.
	plan_cache_mode: "force_generic_plan",
	jit: "off",
	log_checkpoints: "off",
	// The application logs its own errors; people's text must not reach this log.
	log_min_messages: "log",
	log_min_error_statement: "panic",
};

/** Bytes of a socket's address (unix(7); macOS has 104), less PostgreSQL's file name. */
const SOCKET_FOLDER_MAX = 104 - "/.s.PGSQL.65535".length - 1;

/** A query through a Unix socket costs half of one through a port. */
function socketFolder(data: string): string {
	const folder = dirname(data);
	const isFit =
		process.platform !== "win32" &&
		!folder.includes(",") &&
		Buffer.byteLength(folder) <= SOCKET_FOLDER_MAX;
	return isFit ? folder : "";
}

const STOP_TRIES = 3000;
const STOP_PAUSE_MS = 20;

/** Whoever started it. Clears the file of one that is gone. */
export async function findPostmaster(data: string): Promise<Postmaster | null> {
	const file = join(data, "postmaster.pid");
	// Process id, data, start, port, socket folder (PostgreSQL manual, "Database File Layout").
	const text = await readFile(file, "utf8").catch(() => "");
	const lines = text.split("\n");
	const [pid, , , port] = lines.map(Number);
	if (!pid || !port) return null;
	const host = lines[4] || "127.0.0.1";
	if (await isRunning(pid, data)) return { pid, host, port };
	// PostgreSQL notices a dead process, but not that its id was given to another one.
	if (isAlive(pid)) await rm(file, { force: true });
	return null;
}

async function isRunning(pid: number, data: string): Promise<boolean> {
	if (process.platform !== "linux") return isAlive(pid);
	const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
	return words.split("\0").includes(data);
}

export async function runPostmaster(
	{ programs, data, account }: Cluster,
	logFile: string,
	settings: Record<string, string>,
): Promise<string> {
	const all = {
		...SETTINGS,
		unix_socket_directories: socketFolder(data),
		...settings,
		port: await freePort(),
	};
	const options = Object.entries(all).map((pair) => `--${pair.join("=")}`);
	const log = await open(logFile, "a");
	const { size } = await log.stat();
	const server = spawn(
		join(programs, "bin/postgres"),
		["-D", data, ...options],
		{ ...runAs(account), detached: true, stdio: ["ignore", log.fd, log.fd] },
	);
	server.unref();
	const ended = new Promise<string>((resolve) => {
		server.once("error", (error) => resolve(reasonOf(error)));
		server.once("exit", () => resolve("it ended"));
	});
	await log.close();
	const how = await ended;
	const logged = (await readFile(logFile)).subarray(size).toString();
	return logged.match(/(?<=(?:FATAL|PANIC): +).+/g)?.at(-1) ?? how;
}

/** Does not wait for clients; false if it still runs after a minute. */
export async function stopPostmaster(
	data: string,
	{ pid }: Postmaster,
): Promise<boolean> {
	if (await isRunning(pid, data)) process.kill(pid, "SIGINT");
	for (let tries = 0; tries < STOP_TRIES; tries++) {
		if (!(await isRunning(pid, data))) return true;
		await delay(STOP_PAUSE_MS);
	}
	return false;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === "object" && address ? address.port : 0;
}
