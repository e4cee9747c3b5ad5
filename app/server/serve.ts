import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { stopLooking } from "#app/glossary/lesson-terms.server.ts";
import { env, StartError, siteUrl } from "#app/platform/env.server.ts";
import { startJobs } from "#app/platform/jobs/worker.server.ts";
import { log } from "#app/platform/log.server.ts";
import {
	changed,
	changesSent,
	hearOthers,
} from "#app/platform/postgres/changes.server.ts";
import type { Place } from "#app/platform/postgres/presence.server.ts";
import { TASKS } from "#app/server/jobs.ts";
import { atSignal } from "#app/server/signals.ts";
import { createSite } from "#app/server/site.ts";

const CLOSE_WITHIN_MS = 10_000;

type Options = {
	build: ServerBuild | (() => Promise<ServerBuild>);
	dev?: ViteDevServer;
	database: Place;
	clientDirectory: string;
	close: () => Promise<void>;
};

/** Returns the address to open. @throws StartError when the port cannot be had */
export async function serve({ database, close, ...site }: Options) {
	const server = createServer(createSite(site));
	server.requestTimeout = 60_000;
	server.headersTimeout = 20_000;
	server.keepAliveTimeout = 65_000;
	await listen(server);
	const deafen = hearOthers(database);
	changed({ courseId: null });
	const stopJobs = startJobs(TASKS);

	atSignal(async (signal) => {
		log.info({ signal }, "stopping");
		setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
		await new Promise((resolve) => {
			server.close(resolve);
			server.closeIdleConnections();
		});
		await stopJobs();
		await stopLooking();
		await changesSent();
		await deafen();
		await close();
		return 0;
	});
	return siteUrl;
}

/** Called before anything slow is set up. @throws StartError when the port cannot be had */
export async function tryPort(): Promise<void> {
	const server = createServer();
	await listen(server);
	await new Promise((resolve) => server.close(resolve));
}

async function listen(server: Server) {
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) =>
			reject(
				error.code === "EADDRINUSE"
					? new StartError(
							`Port ${env.PORT} is taken by another program: stop it, or set PORT to a free one.`,
						)
					: new StartError(
							`Cannot listen on ${env.HOST}:${env.PORT}: ${error.message}`,
						),
			),
		);
		server.listen(env.PORT, env.HOST, resolve);
	});
}
