import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import {
	chmod,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	realpath,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#app/platform/postgres/database.server.ts";
import { startEmbeddedPostgres } from "#app/platform/postgres/embedded.server.ts";
import { findPostmaster } from "#app/platform/postgres/postmaster.server.ts";

const HOLDER = fileURLToPath(
	new URL("../support/hold-database.mjs", import.meta.url),
);

let dataDir: string;
let holders: ChildProcess[];

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "seminar-embedded-"));
	// As root, PostgreSQL runs as another user, who needs access.
	await chmod(dataDir, 0o711);
	holders = [];
});

afterEach(async () => {
	for (const holder of holders) holder.kill("SIGKILL");
	if (await readFile(join(dataDir, "postgres/password")).catch(() => null))
		await (await start()).close();
	await rm(dataDir, { recursive: true });
});

const start = () => startEmbeddedPostgres({ dataDir, say: () => {} });

const data = () => realpath(join(dataDir, "postgres/data"));

const postmaster = async () => findPostmaster(await data());

async function query(url: string, text: string) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
}

/** Starts another process that uses the database; returns it and its database's address. */
async function hold() {
	const holder = spawn(process.execPath, [HOLDER, dataDir], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	holders.push(holder);
	const [line] = await once(holder.stdout, "data");
	return { holder, url: String(line).trim() };
}

async function kill(process: ChildProcess) {
	process.kill("SIGKILL");
	await once(process, "exit");
}

describe("the embedded database", () => {
	it("is closed to other users and machines, and keeps what was stored", async () => {
		const first = await start();
		await query(first.url, "CREATE TABLE words AS SELECT '涌现' AS word");
		const home = await stat(join(dataDir, "postgres"));
		const password = await stat(join(dataDir, "postgres/password"));
		expect([home.mode & 0o777, password.mode & 0o777]).toEqual([0o700, 0o600]);
		const settings = await query(
			first.url,
			`SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'unix_socket_directories', 'fsync',
				'full_page_writes', 'synchronous_commit', 'server_encoding', 'password_encryption') ORDER BY name`,
		);
		expect(settings.map(({ setting }) => setting)).toEqual([
			"on",
			"on",
			"127.0.0.1",
			"scram-sha-256",
			"UTF8",
			"on",
			await realpath(join(dataDir, "postgres")),
		]);
		await first.close();
		expect(await postmaster()).toBeNull();

		const second = await start();
		const rows = await query(second.url, "SELECT word FROM words");
		expect(rows).toEqual([{ word: "涌现" }]);
		const strangers = new URL(second.url);
		strangers.password = "guess";
		await expect(query(strangers.href, "SELECT 1")).rejects.toThrow(/password/);
		await second.close();
	});

	it("is made once by two processes that start at the same moment", async () => {
		const [one, other] = await Promise.all([hold(), hold()]);
		expect(one.url).toBe(other.url);
		expect(await readdir(dataDir)).toEqual(["postgres", "postgres.log"]);
	});

	it("stops with the last process that uses it, not before", async () => {
		const { holder, url } = await hold();
		const ours = await start();
		expect(ours.url).toBe(url);
		await ours.close();
		expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
		holder.stdin?.end();
		await once(holder, "exit");
		expect(await postmaster()).toBeNull();
	});

	it("serves a process that comes while the last one leaves", async () => {
		let current = await start();
		for (let round = 0; round < 5; round++) {
			const [next] = await Promise.all([start(), current.close()]);
			expect(await query(next.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
			current = next;
		}
		await current.close();
		expect(await postmaster()).toBeNull();
	});

	it("is taken over from a killed process", async () => {
		const { holder, url } = await hold();
		await query(url, "CREATE TABLE words AS SELECT 1 AS n");
		const before = await postmaster();
		await kill(holder);
		const ours = await start();
		expect(await postmaster()).toEqual(before);
		expect(await query(ours.url, "SELECT n FROM words")).toEqual([{ n: 1 }]);
		await ours.close();
		expect(await postmaster()).toBeNull();
	});

	it("restarts by itself after a kill, for all its users, with every committed row", async () => {
		const [first, second] = [await start(), await start()];
		await query(first.url, "CREATE TABLE words (n int)");
		for (let n = 0; n < 20; n++)
			await query(first.url, `INSERT INTO words VALUES (${n})`);
		const { pid } = (await postmaster()) ?? { pid: 0 };
		process.kill(pid, "SIGKILL");
		await vi.waitFor(
			async () => {
				for (const database of [first, second]) {
					const text = "SELECT count(*)::int FROM words";
					const [row] = await query(database.url, text);
					expect(row).toEqual({ count: 20 });
				}
			},
			{ timeout: 20_000, interval: 100 },
		);
		expect((await postmaster())?.pid).not.toBe(pid);
		await first.close();
		expect(await query(second.url, "SELECT 1 AS one")).toHaveLength(1);
		await second.close();
		expect(await postmaster()).toBeNull();
	});

	it("is not restarted by a process that is leaving", async () => {
		const database = await start();
		process.kill((await postmaster())?.pid ?? 0, "SIGKILL");
		await database.close();
		expect(await postmaster()).toBeNull();
	});

	it("starts although another program now has its old process id", async () => {
		await (await start()).close();
		const trace = [process.pid, await data(), 1, 5432, "", "127.0.0.1"];
		await writeFile(join(await data(), "postmaster.pid"), trace.join("\n"));
		const database = await start();
		expect(await query(database.url, "SELECT 1 AS one")).toHaveLength(1);
		await database.close();
	});

	it("clears the remains of a killed first start", async () => {
		const nobody = 2 ** 22 + 1;
		await mkdir(join(dataDir, `postgres.${nobody}/data`), { recursive: true });
		await (await start()).close();
		expect(await readdir(dataDir)).toEqual(["postgres", "postgres.log"]);
	});
});

describe("an unusable database", () => {
	const open = (settings: { DATA_DIR?: string; DATABASE_URL?: string }) =>
		openDatabase({ DATA_DIR: dataDir, ...settings }, () => {});

	it("is reported in one line: no folder", async () => {
		const file = join(dataDir, "file");
		await writeFile(file, "");
		await expect(open({ DATA_DIR: file })).rejects.toMatchObject({
			name: "StartError",
			message: `DATA_DIR ${file} cannot be used: a file is where a folder should be.`,
		});
	});

	it.skipIf(!existsSync("/proc/self"))(
		"is reported in one line: a place that takes no folders",
		async () => {
			await expect(open({ DATA_DIR: "/proc/x/y" })).rejects.toMatchObject({
				name: "StartError",
				message:
					"DATA_DIR /proc/x/y cannot be used: no folder can be made there.",
			});
		},
	);

	it("is reported in one line: an address without an answer", async () => {
		const url = "postgres://me:secret@127.0.0.1:1/forum";
		await expect(open({ DATABASE_URL: url })).rejects.toMatchObject({
			name: "StartError",
			message:
				"DATABASE_URL: no connection to 127.0.0.1:1/forum: nothing answers there.",
		});
	});

	it("is reported in one line: files that PostgreSQL refuses", async () => {
		await (await start()).close();
		await rm(join(await data(), "global/pg_control"));
		await expect(start()).rejects.toMatchObject({
			name: "StartError",
			message: expect.stringMatching(/^The database does not start: .+$/),
		});
		await rm(join(dataDir, "postgres/password"));
	});
});
