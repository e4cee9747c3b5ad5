import { constants } from "node:os";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { readEvents } from "#app/events/act.server.ts";
import { env, StartError } from "#app/platform/env.server.ts";
import { openDatabase } from "#app/platform/postgres/database.server.ts";
import {
	connectDatabase,
	disconnectDatabase,
} from "#app/platform/postgres/db.server.ts";
import type { Database } from "#app/platform/postgres/embedded.server.ts";
import { READERS } from "#app/server/readers.ts";
import { serve, tryPort } from "#app/server/serve.ts";
import { atSignal, isEnding } from "#app/server/signals.ts";
import { bringUpToDate } from "#app/server/up-to-date.ts";

/* Everything said goes to stderr: a command's stdout holds its result alone. */
const say = (line: string) => process.stderr.write(`${line}\n`);

const SERVING = ["start", "demo", "dev"];

async function run(argv: string[], dev?: ViteDevServer): Promise<void> {
	const [command = "start", ...words] = argv;
	const task = SERVING.includes(command)
		? null
		: (await import("#app/server/commands.ts")).commands[command];
	if (!task) await tryPort();
	else if (words.includes("--help")) {
		process.stdout.write(`${task.usage}\n`);
		return;
	}
	const database = await openDatabase(env, say);
	const close = async () => {
		await disconnectDatabase();
		await database.close();
	};
	connectDatabase(database);
	readEvents(READERS);
	atSignal(async (signal) => {
		await database.close();
		return 128 + constants.signals[signal];
	});
	try {
		if (!task?.takesAsItIs) await bringUpToDate(database.url, say);
		if (!task) return await open(command, database, close, dev);
		process.exitCode = await task.run(words, database.url, say);
	} catch (error) {
		await close();
		throw error;
	}
	await close();
}

async function open(
	command: string,
	database: Database,
	close: () => Promise<void>,
	dev?: ViteDevServer,
) {
	const isDemo = command === "demo";
	const signIns = isDemo
		? await (await import("#prisma/seed/seed.server.ts")).seed(database, say)
		: [];
	await disconnectDatabase();
	connectDatabase(database, { limited: true });
	const load = (vite: ViteDevServer): Promise<unknown> =>
		vite.ssrLoadModule("virtual:remix/server-build");
	const url = await serve({
		build: dev
			? () => load(dev) as Promise<ServerBuild>
			: await import("virtual:remix/server-build"),
		dev,
		database,
		clientDirectory: resolve("build/client"),
		close,
	});
	say(`Seminar · 研讨 is at ${url}`);
	for (const line of signIns) say(line);
}

export async function main(argv: string[], dev?: ViteDevServer): Promise<void> {
	try {
		await run(argv, dev);
	} catch (error) {
		if (isEnding()) return;
		if (!(error instanceof StartError)) throw error;
		say(error.message);
		process.exit(1);
	}
}
