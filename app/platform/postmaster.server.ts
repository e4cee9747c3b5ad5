import { spawn } from "node:child_process";
import { open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
	type Cluster,
	isAlive,
} from "#app/platform/postgres-cluster.server.ts";
import { runAs } from "#app/platform/postgres-programs.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

/** A running PostgreSQL server process. Its host: the folder of its Unix socket, or 127.0.0.1 where it has none. */
export type Postmaster = { pid: number; host: string; port: number };

const SETTINGS = {
	listen_addresses: "127.0.0.1",
	// Ten for each of as many as ten processes, and what listens, holds the lock or imports besides.
	max_connections: "150",
	shared_buffers: "128MB",
	// Pages are at hand in memory or on a solid-state disk; at the default, made for turning disks, small tables are read whole.
	random_page_cost: "1.1",
	// A statement is planned once a connection, not again for the values of every page.
	plan_cache_mode: "force_generic_plan",
	// Compiling a statement takes longer than running it: none of ours reads much.
	jit: "off",
	log_checkpoints: "off",
	// The application logs its own errors; what people write does not belong into this log.
	log_min_messages: "log",
	log_min_error_statement: "panic",
};

/** Bytes of a socket's address, less the name that PostgreSQL puts behind the folder (unix(7); macOS has 104). */
const SOCKET_FOLDER_MAX = 104 - "/.s.PGSQL.65535".length - 1;

/** Beside the data: a question through a Unix socket costs half of what it costs through a port. */
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

/** The server process that runs the cluster in `data`, whoever started it. Clears the trace of one that is gone. */
export async function findPostmaster(data: string): Promise<Postmaster | null> {
	const file = join(data, "postmaster.pid");
	// By line: process id, data, start, port, folder of the socket (PostgreSQL manual, "Database File Layout").
	const text = await readFile(file, "utf8").catch(() => "");
	const lines = text.split("\n");
	const [pid, , , port] = lines.map(Number);
	if (!pid || !port) return null;
	const host = lines[4] || "127.0.0.1";
	if (await isRunning(pid, data)) return { pid, host, port };
	// PostgreSQL sees by itself that a process is gone, but not that its id has been given to another one.
	if (isAlive(pid)) await rm(file, { force: true });
	return null;
}

async function isRunning(pid: number, data: string): Promise<boolean> {
	if (process.platform !== "linux") return isAlive(pid);
	const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
	return words.split("\0").includes(data);
}

/** Starts a server process that outlives this one. Resolves when it ends, with its last complaint. */
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
	const said = (await readFile(logFile)).subarray(size).toString();
	return said.match(/(?<=(?:FATAL|PANIC): +).+/g)?.at(-1) ?? how;
}

/** Ends the server process cleanly without waiting for its clients; false if it is still there after a minute. */
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
