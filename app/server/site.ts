import type { RequestListener } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, {
	type ErrorRequestHandler,
	type RequestHandler,
} from "express";
import type { ViteDevServer } from "vite";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import { urlOf } from "#app/server/address.ts";
import { readBody } from "#app/server/body.ts";
import { cachedPage } from "#app/server/page-cache.ts";
import { sendPlainPage } from "#app/server/plain-page.ts";
import { routeFinder } from "#app/server/route-handlers.ts";
import { sameOrigin, securityHeaders } from "#app/server/security.ts";
import { throughRemix } from "#app/server/through-remix.ts";

type Options = {
	build: ServerBuild | (() => Promise<ServerBuild>);
	dev?: ViteDevServer;
	clientDirectory: string;
};

const YEAR = 365 * 24 * 60 * 60 * 1000;

function isDecodable(path: string): boolean {
	try {
		decodeURIComponent(path);
		return true;
	} catch {
		return false;
	}
}

export function createSite(options: Options): RequestListener {
	const { build, dev, clientDirectory } = options;
	const app = express();
	app.disable("x-powered-by");
	app.set("trust proxy", env.TRUST_PROXY);
	app.use(securityHeaders);
	app.use(sameOrigin);
	// The Fetch API knows no TRACE.
	app.use((req, res, next) => {
		if (req.method !== "TRACE") return next();
		res.status(405).setHeader("Allow", "GET, HEAD, POST").end();
	});
	// Remix would print a warning for each.
	app.use((req, res, next) => {
		if (isDecodable(req.path)) return next();
		sendPlainPage(req, res, 404, (pages) => pages.notFound);
	});
	if (dev) app.use(dev.middlewares);
	else {
		const assets = { immutable: true, maxAge: YEAR, index: false };
		const none: RequestHandler = (_, res) => void res.status(404).end();
		app.use(
			"/assets",
			compression(),
			express.static(`${clientDirectory}/assets`, assets),
			none,
		);
		// Page addresses have no dot.
		const isFile = /^\/[^/]+\.(?!data$)\w+$/;
		app.get(isFile, express.static(clientDirectory, { maxAge: "1h" }));
	}
	const find =
		typeof build === "function"
			? async (url: URL) => routeFinder(await build())(url)
			: routeFinder(build);
	app.use(async (req, res, next) => {
		try {
			const url = urlOf(req);
			const route = await find(url);
			if (await readBody(req, res, url, route.handle))
				await throughRemix(req, res, url, route);
		} catch (error) {
			next(error);
		}
	});
	const fail: ErrorRequestHandler = (error, req, res, next) => {
		const status = error.status ?? 500;
		if (status >= 500)
			log.error({ err: error, url: req.url }, "request failed");
		if (res.headersSent) return next(error);
		sendPlainPage(req, res, status, (pages) =>
			status < 500 ? pages.notFound : pages.failure,
		);
	};
	app.use(fail);
	return (req, res) => {
		if (!cachedPage(req, res)) app(req, res);
	};
}
