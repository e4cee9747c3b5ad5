import { randomBytes, randomUUID } from "node:crypto";
import type {
	IncomingMessage,
	RequestListener,
	ServerResponse,
} from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { ViteDevServer } from "vite";
import { env, siteUrl } from "#app/platform/env.server.ts";
import type { RequestContext } from "#app/platform/http.server.ts";
import { readBody } from "#app/server/body.ts";
import { cachedPage, keepPage, startedAt } from "#app/server/page-cache.ts";
import { policy, sameOrigin, securityHeaders } from "#app/server/security.ts";

type Options = {
	build: ServerBuild | (() => Promise<ServerBuild>);
	dev?: ViteDevServer;
	clientDirectory: string;
};

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** The whole site as one listener: the page cache in front, then files, then Remix. */
export function createSite(options: Options): RequestListener {
	const { build, dev, clientDirectory } = options;
	const app = express();
	app.disable("x-powered-by");
	app.set("trust proxy", env.TRUST_PROXY);
	app.use(securityHeaders);
	app.use(sameOrigin);
	app.use(compression({ level: 4 }));
	if (dev) app.use(dev.middlewares);
	else {
		const assets = { immutable: true, maxAge: YEAR, index: false };
		app.use("/assets", express.static(`${clientDirectory}/assets`, assets));
		app.use("/assets", (_, res) => void res.status(404).end());
		app.use(express.static(clientDirectory, { maxAge: "1h", index: false }));
	}
	const answer = createRequestHandler(build, process.env.NODE_ENV);
	app.use(readBody, async (req, res, next) => {
		try {
			await throughRemix(req, res, answer);
		} catch (error) {
			next(error);
		}
	});
	return (req, res) => {
		if (!cachedPage(req, res)) app(req, res);
	};
}

async function throughRemix(
	req: express.Request,
	res: express.Response,
	answer: ReturnType<typeof createRequestHandler>,
) {
	// Development shows every change at once.
	const cache = import.meta.env.DEV ? null : startedAt(req);
	const path = req.originalUrl.split("?", 1)[0] ?? "/";
	const context: RequestContext = {
		requestId: randomUUID(),
		address: req.ip ?? "",
		isDocument: !path.endsWith(".data"),
		nonce: cache ? undefined : randomBytes(16).toString("base64"),
		prose: new Map(),
		cookies: [],
		courseId: null,
	};
	res.setHeader("X-Request-Id", context.requestId);
	const response = await answer(asRequest(req, res), context);
	for (const cookie of context.cookies)
		response.headers.append("Set-Cookie", cookie);
	const body = Buffer.from(await response.arrayBuffer());
	res.status(response.status);
	for (const [name, value] of response.headers) res.append(name, value);
	if (cache && (await keepPage(cache, context, response, body, res))) return;
	if (response.headers.get("Content-Type")?.startsWith("text/html"))
		res.setHeader(
			"Content-Security-Policy",
			policy(context.nonce ? [`'nonce-${context.nonce}'`] : []),
		);
	if (!res.hasHeader("Cache-Control"))
		res.setHeader("Cache-Control", "private, no-store");
	res.end(req.method === "HEAD" ? undefined : body);
}

/** The request as the Fetch API has it. Its origin is the configured one: headers do not decide the address. */
function asRequest(
	req: IncomingMessage & { body?: Buffer },
	res: ServerResponse,
): Request {
	const headers = new Headers();
	for (const [name, value] of Object.entries(req.headers))
		for (const one of [value ?? []].flat()) headers.append(name, one);
	const aborted = new AbortController();
	res.once("close", () => {
		if (!res.writableFinished) aborted.abort();
	});
	return new Request(new URL(req.url ?? "/", siteUrl), {
		method: req.method,
		headers,
		body: req.body?.length ? new Uint8Array(req.body) : null,
		signal: aborted.signal,
	});
}
