import { once } from "node:events";
import { chmod, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findPostmaster } from "#app/platform/postgres/postmaster.server.ts";
import { freePort, run } from "#tests/support/site.ts";

let dataDir: string;

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "seminar-stopping-"));
	await chmod(dataDir, 0o711);
});

afterEach(() => rm(dataDir, { recursive: true }));

test.each([
	["demo", "Putting in the demo course"],
	["start", " is at "],
])(
	"pressing Ctrl+C again and again leaves no database behind: %s, after '%s'",
	async (command, said) => {
		const settings = {
			DATABASE_URL: "",
			DATA_DIR: dataDir,
			PORT: await freePort(),
		};
		const child = await run([command], settings);
		child.stdout.resume();
		const ended = once(child, "exit");
		await new Promise<void>((resolve) => {
			createInterface({ input: child.stderr }).on("line", (line) => {
				if (line.includes(said)) resolve();
			});
		});
		const data = await realpath(join(dataDir, "postgres/data"));
		expect(await findPostmaster(data)).not.toBeNull();
		await vi.waitFor(() => {
			child.kill("SIGINT");
			expect(child.exitCode ?? child.signalCode).not.toBeNull();
		}, 20_000);
		await ended;
		expect(await findPostmaster(data)).toBeNull();
	},
);
