/*
 * A process that uses the embedded database of the folder given as argument: prints the address, and ends with its stdin.
 * For tests that kill it.
 */
import { once } from "node:events";
import { createServer } from "vite";

const [, , dataDir] = process.argv;
const vite = await createServer({
	configFile: false,
	appType: "custom",
	optimizeDeps: { noDiscovery: true },
	server: { middlewareMode: true, ws: false, watch: null },
});
const { startEmbeddedPostgres } = await vite.ssrLoadModule(
	"/app/platform/postgres/embedded.server.ts",
);
const database = await startEmbeddedPostgres({ dataDir, say() {} });
console.log(database.url);
process.stdin.resume();
await once(process.stdin, "end");
await database.close();
await vite.close();
