import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "@remix-run/node";
import type express from "express";
import { siteUrl } from "#app/platform/env.server.ts";
import type { RequestContext } from "#app/platform/http.server.ts";
import { addressOf } from "#app/server/address.ts";
import { gzipped, takesGzip } from "#app/server/gzip.ts";
import { cachedPage, keepPage, startedAt } from "#app/server/page-cache.ts";
import { policy } from "#app/server/security.ts";
import { sendUnavailable } from "#app/server/unavailable-page.ts";

/** Bytes that fit into one packet. */
const WORTH_ZIPPING = 1024;

export async function throughRemix(
	req: express.Request,
	res: express.Response,
	answer: RequestHandler,
) {
	const cache = import.meta.env.DEV ? null : startedAt(req);
	const { path } = addressOf(req.url);
	const context: RequestContext = {
		requestId: randomUUID(),
		address: req.ip ?? "",
		isDocument: !path.endsWith(".data"),
		nonce: cache ? undefined : randomBytes(16).toString("base64"),
		prose: new Map(),
		html: null,
		cookies: [],
		isPersonal: false,
		courseId: null,
	};
	res.setHeader("X-Request-Id", context.requestId);
	const response = await answer(asRequest(req, res), context);
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
		await keepPage(cache, context, response.status, { html, body }, res);
		return;
	}
	if (response.headers.get("Content-Type")?.startsWith("text/html"))
		res.setHeader(
			"Content-Security-Policy",
			policy(context.nonce ? [`'nonce-${context.nonce}'`] : []),
		);
	if (!res.hasHeader("Cache-Control"))
		res.setHeader("Cache-Control", "private, no-store");
	res.vary("Accept-Encoding");
	const isZipped = body.length > WORTH_ZIPPING && takesGzip(req);
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

/** Its origin is the configured one: headers do not decide the address. */
function asRequest(
	req: IncomingMessage & { body?: Buffer },
	res: ServerResponse,
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
	// Set part by part: a path that begins with "//" would name another host.
	const { path, query } = addressOf(req.url);
	const url = new URL(siteUrl);
	url.pathname = path;
	url.search = query;
	// Remix's old way to ask for data: it would answer with an error.
	if (query.includes("_data=")) url.searchParams.delete("_data");
	return new Request(url, {
		method: req.method,
		headers,
		body: req.body?.length ? new Uint8Array(req.body) : null,
		signal: aborted.signal,
	});
}
