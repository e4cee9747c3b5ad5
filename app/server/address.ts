import type { IncomingMessage } from "node:http";
import { siteUrl } from "#app/platform/env.server.ts";

export function addressOf(url = "/"): { path: string; query: string } {
	const at = url.indexOf("?");
	return at < 0
		? { path: url, query: "" }
		: { path: url.slice(0, at), query: url.slice(at + 1) };
}

/** As Remix reads it. Its origin is the configured one: headers do not decide the address. */
export function urlOf(req: IncomingMessage): URL {
	// Set part by part: a path that begins with "//" would name another host.
	const { path, query } = addressOf(req.url);
	const url = new URL(siteUrl);
	url.pathname = path;
	url.search = query;
	// Remix's old way to ask for data: it would answer with an error.
	if (query.includes("_data=")) url.searchParams.delete("_data");
	return url;
}
