import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type express from "express";
import { runLater } from "#app/platform/http/after-sending.server.ts";
import type { RequestContext } from "#app/platform/http/request.server.ts";
import { gzipped, takesGzip } from "#app/server/gzip.ts";
import { cachedPage, keepPage, startedAt } from "#app/server/page-cache.ts";
import type { FoundRoute } from "#app/server/route-handlers.ts";
import { policy } from "#app/server/security.ts";
import { sendUnavailable } from "#app/server/unavailable-page.ts";

/** Bytes that fit into one packet. */
const WORTH_ZIPPING = 1024;

export async function throughRemix(
	req: express.Request,
	res: express.Response,
	url: URL,
	{ handle, answer }: FoundRoute,
) {
	const isDocument = !url.pathname.endsWith(".data");
	const isKept = handle.isKept && isDocument && !import.meta.env.DEV;
	const cache = isKept ? startedAt(req) : null;
	const context: RequestContext = {
		requestId: randomUUID(),
		// A form that is too large to be read to its end has no socket any more.
		address: (req.socket && req.ip) ?? "",
		isDocument,
		isPart: url.searchParams.has("_routes"),
		nonce: cache ? undefined : randomBytes(16).toString("base64"),
		prose: new Map(),
		html: null,
		cookies: [],
		later: [],
		isPersonal: false,
		courseId: null,
		refused: res.locals.refused,
	};
	res.setHeader("X-Request-Id", context.requestId);
	res.once("finish", () => {
		if (res.statusCode === 200) void runLater(context);
	});
	const response = await answer(asRequest(req, res, url), context);
	if (context.unavailable) {
		if (!cachedPage(req, res)) sendUnavailable(req, res, context.unavailable);
		return;
	}
	for (const cookie of context.cookies)
		response.headers.append("Set-Cookie", cookie);
	const { html } = context;
	const body =
		html === null ? Buffer.from(await response.arrayBuffer()) : utf8(html);
	res.status(response.status);
	for (const [name, value] of response.headers) res.append(name, value);
	if (cache && html !== null) {
		const page = { html, body, status: response.status };
		await keepPage(cache, context, page, handle, res);
		return;
	}
	if (response.headers.get("Content-Type")?.startsWith("text/html"))
		res.setHeader(
			"Content-Security-Policy",
			policy(context.nonce ? [`'nonce-${context.nonce}'`] : [], handle.sources),
		);
	if (!res.hasHeader("Cache-Control"))
		res.setHeader("Cache-Control", "private, no-store");
	res.vary("Accept-Encoding");
	if (response.status === 304) {
		res.end();
		return;
	}
	const isPicture = response.headers.get("Content-Type") === "image/png";
	// Other sites may show a share image.
	if (isPicture) res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
	const isZipped = body.length > WORTH_ZIPPING && !isPicture && takesGzip(req);
	if (isZipped) res.setHeader("Content-Encoding", "gzip");
	const sent = isZipped ? await gzipped(body, { level: 3 }) : body;
	res.setHeader("Content-Length", sent.length);
	res.end(req.method === "HEAD" ? undefined : sent);
}

const encoder = new TextEncoder();

/** `Buffer.from` takes three times as long for Chinese. */
function utf8(text: string): Buffer {
	const bytes = Buffer.allocUnsafe(text.length * 3);
	return bytes.subarray(0, encoder.encodeInto(text, bytes).written);
}

function asRequest(
	req: IncomingMessage & { body?: Buffer },
	res: ServerResponse,
	url: URL,
): Request {
	const headers = new Headers();
	for (const [name, value] of Object.entries(req.headers))
		for (const one of [value ?? []].flat()) headers.append(name, one);
	// Checked already. Remix would compare it with Host, which a proxy may change.
	headers.delete("Origin");
	const aborted = new AbortController();
	res.once("close", () => {
		if (!res.writableFinished) aborted.abort();
	});
	return new Request(url, {
		method: req.method,
		headers,
		body: req.body?.length ? new Uint8Array(req.body) : null,
		signal: aborted.signal,
	});
}
