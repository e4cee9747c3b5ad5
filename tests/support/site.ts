import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { databaseUrl } from "#tests/support/database.ts";

const BUILT = new URL("../../build/server/index.js", import.meta.url);
const RUN =
	"import(process.argv[1]).then(({ main }) => main(process.argv.slice(2)))";

/** Runs the production build on the test file's database, without the tester's own settings. */
export async function run(
	words: string[],
	settings: Record<string, string> = {},
) {
	if (!existsSync(BUILT)) throw new Error("Build first: npm run build");
	const [database] = await sql<{
		name: string;
	}>`SELECT current_database() AS name`;
	return spawn(process.execPath, ["-e", RUN, BUILT.href, ...words], {
		env: {
			PATH: process.env.PATH,
			NODE_ENV: "production",
			DATABASE_URL: databaseUrl(database?.name ?? ""),
			LOG_LEVEL: "warn",
			...settings,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/** A free port. */
export async function freePort(): Promise<string> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	return String(typeof address === "object" && address?.port);
}

/** Runs a command of the built server, as `npm run import` does. */
export async function runCommand(
	words: string[],
	settings?: Record<string, string>,
) {
	const child = await run(words, settings);
	const [stdout, stderr, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "exit"),
	]);
	return { code: Number(code), stdout, stderr };
}

type Settings = {
	/** "demo" adds the demo course first. */
	command?: "start" | "demo";
	/** Environment variables. */
	settings?: Record<string, string>;
};

/** The built server at `url`; `said` holds its stderr, line by line. */
export type Site = {
	url: string;
	said: string[];
	stop: () => Promise<void>;
	/** As `kill -9` does. */
	kill: () => Promise<void>;
};

/** Starts the built server on a free port and waits until it is ready. */
export async function startSite({
	command = "start",
	settings = {},
}: Settings = {}): Promise<Site> {
	const PORT = await freePort();
	const url = `http://localhost:${PORT}`;
	const address = settings.SITE_URL ?? url;
	const said: string[] = [];
	const child = await run([command], { ...settings, PORT });
	child.stdout.resume();
	await new Promise<void>((resolve, reject) => {
		createInterface({ input: child.stderr }).on("line", (line) => {
			said.push(line);
			if (line.endsWith(` is at ${address}`)) resolve();
		});
		child.once("exit", () => reject(new Error(said.join("\n"))));
	});
	expect((await fetch(`${url}/ready`)).status).toBe(200);
	const stop = async () => {
		child.kill("SIGTERM");
		if (child.exitCode === null) await once(child, "exit");
		expect(child.exitCode).toBe(0);
	};
	const kill = async () => {
		child.kill("SIGKILL");
		await once(child, "exit");
	};
	return { url, said, stop, kill };
}

/** Serves the site to a file's tests. A test fails if the server logs anything. */
export function useSite(options: Settings = {}): Site {
	const site: Site = {
		...{ url: "", said: [] },
		...{ stop: async () => {}, kill: async () => {} },
	};
	let begun = 0;
	beforeAll(async () => {
		Object.assign(site, await startSite(options));
		begun = site.said.length;
	});
	afterEach(() => {
		expect(site.said.slice(begun)).toEqual([]);
	});
	afterAll(() => site.stop());
	return site;
}
