/*
 * The limit: a node:http server that only sends given bytes under given headers. Like the real one it is a process of its
 * own; the benchmark first sends it the answers by path, then requests them.
 */
import { createServer } from "node:http";

/** @typedef {{ path: string, headers: string[], body: Uint8Array }} Page */

/** @type {Map<string | undefined, Page>} */
const pages = new Map();

const server = createServer((req, res) => {
	const page = pages.get(req.url);
	if (!page) return void res.writeHead(404).end();
	res.writeHead(200, page.headers);
	res.end(page.body);
});

server.listen(0, "127.0.0.1", () => {
	process.on("message", (/** @type {Page} */ page) => {
		pages.set(page.path, page);
		process.send?.(server.address());
	});
	process.on("disconnect", () => process.exit());
});
