/*
 * The limit: a node:http server that does nothing but send given bytes under given headers. A process of its own, as
 * the real one is; the benchmark sends it the answers by path and asks it for them.
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
