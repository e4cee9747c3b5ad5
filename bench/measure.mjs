import { Agent } from "node:http";
import { ask } from "./ask.mjs";
import { bareLoad } from "./bare-statements.mjs";
import { cookieOf, READER } from "./cast.mjs";
import { load } from "./load.mjs";

/** @typedef {Awaited<ReturnType<typeof import("./server.mjs").startServer>>} Server */
/** @typedef {Awaited<ReturnType<typeof import("./bare.mjs").startBareServer>>} BareServer */
/** @typedef {import("./load.mjs").Load} Load */
/** @typedef {{ name: string, load: Load, bare: Load, bytes: number, statements: number, rendering: number }} Measured */

const ROUNDS = 200;
const WARM_UP_ROUNDS = 20;

/** @param {boolean} isSignedIn */
const headersOf = (isSignedIn) => ({
	"Accept-Encoding": "gzip",
	"Accept-Language": "zh-CN",
	...(isSignedIn && { Cookie: cookieOf(READER) }),
});

/**
 * One page under load, and the same bytes from the bare server right after.
 * @param {{ server: Server, bareServer: BareServer, seconds: number }} run
 * @param {{ name: string, path: string, isSignedIn: boolean }} page
 */
export async function measurePage(
	{ server, bareServer, seconds },
	{ name, path, isSignedIn },
) {
	const headers = headersOf(isSignedIn);
	const url = server.url + path;
	const measured = await load(server.url, { path, headers }, { seconds });
	const answer = await ask(url, { headers });
	const sent = await server.statementsOf(() => ask(url, { headers }));
	// Whoever takes no gzip is not served from the page cache.
	const plain = { ...headers, "Accept-Encoding": "identity" };
	const rendering = await server.statementsOf(() =>
		ask(url, { headers: plain }),
	);
	const bareUrl = await bareServer.answerAs(path, answer);
	return {
		name,
		load: measured,
		bare: await load(bareUrl, { path, headers }, { seconds }),
		bytes: answer.body.length,
		statements: sent.length,
		rendering: rendering.length,
		answer,
	};
}

/**
 * One kind of write under load, then the same statements from `pg` alone.
 * @param {{ server: Server, seconds: number, database: import("pg").ClientConfig }} run
 * @param {{ name: string, nth: (n: number) => import("./writes.mjs").Write }} write
 * @returns {Promise<Measured>}
 */
export async function measureWrite(
	{ server, seconds, database },
	{ name, nth },
) {
	let n = 0;
	/** @param {import("./load.mjs").Request} request */
	const setupRequest = (request) => {
		const { path, headers, body } = nth(n++);
		return { ...request, path, headers, body };
	};
	const measured = await load(
		server.url,
		{ method: "POST", path: name, setupRequest },
		{ seconds, status: 303 },
	);
	const { path, headers, body, values } = nth(n++);
	let bytes = 0;
	const statements = await server.statementsOf(async () => {
		const answer = await ask(server.url + path, {
			method: "POST",
			headers,
			body,
		});
		bytes = answer.body.length;
	});
	const bare = await bareLoad(database, statements, {
		sample: values,
		next: () => nth(n++).values,
		seconds,
	});
	const { length } = statements;
	return {
		name,
		load: measured,
		bare,
		bytes,
		statements: length,
		rendering: length,
	};
}

/**
 * How much longer the server takes for one page than for another: signed in, one at a time and in turn, on one
 * connection.
 * @param {Server} server @param {string} path @param {string} other
 */
export async function timeRatio(server, path, other) {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const options = { headers: headersOf(true), agent };
	const total = { [path]: 0, [other]: 0 };
	for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++)
		for (const page of [path, other]) {
			const start = performance.now();
			await ask(server.url + page, options);
			if (round >= 0)
				total[page] = (total[page] ?? 0) + performance.now() - start;
		}
	agent.destroy();
	const mean = (/** @type {string} */ page) => (total[page] ?? 0) / ROUNDS;
	return {
		first: mean(other),
		last: mean(path),
		ratio: mean(path) / mean(other),
	};
}
