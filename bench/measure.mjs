import { Agent } from "node:http";
import { ask } from "./ask.mjs";
import { repeating } from "./bare-statements.mjs";
import { AUTHORS, cookieOf, READER } from "./cast.mjs";
import { firing, inTurn } from "./load.mjs";

/** @typedef {Awaited<ReturnType<typeof import("./server.mjs").startServer>>} Server */
/** @typedef {Awaited<ReturnType<typeof import("./bare.mjs").startBareServer>>} BareServer */
/** @typedef {import("./load.mjs").Load} Load */
/**
 * Statements: of one request, and of one that the page cache does not answer. Bytes: of one answer.
 * @typedef {{ name: string, load: Load, bare: Load, bytes: number, statements: { sent: number, made: number } }} Measured
 */

const ROUNDS = 200;
const WARM_UP_ROUNDS = 20;

/** @param {boolean} isSignedIn @param {number} [member] */
const headersOf = (isSignedIn, member = READER) => ({
	"Accept-Encoding": "gzip",
	"Accept-Language": "zh-CN",
	...(isSignedIn && { Cookie: cookieOf(member) }),
});

/**
 * One page under load, in turn with the same bytes from the bare server.
 * @param {{ server: Server, bareServer: BareServer, seconds: number }} run
 * @param {{ name: string, path: string, isSignedIn: boolean }} page
 */
export async function measurePage(
	{ server, bareServer, seconds },
	{ name, path, isSignedIn },
) {
	const headers = headersOf(isSignedIn);
	const url = server.url + path;
	const answer = await ask(url, { headers });
	const sent = await server.statementsOf(() => ask(url, { headers }));
	// Without gzip the page cache does not answer.
	const plain = { ...headers, "Accept-Encoding": "identity" };
	const made = await server.statementsOf(() => ask(url, { headers: plain }));
	const bareUrl = await bareServer.answerAs(path, answer);
	const request = { path, headers };
	const loads = await inTurn(
		firing(server.url, request),
		firing(bareUrl, request),
		seconds,
	);
	const statements = { sent: sent.length, made: made.length };
	return { name, ...loads, answer, bytes: answer.body.length, statements };
}

/**
 * One kind of write under load, in turn with the same statements from `pg` alone.
 * @param {{ server: Server, seconds: number, database: import("pg").ClientConfig }} run
 * @param {{ name: string, nth: (n: number) => import("./writes.mjs").Write }} write
 */
export async function measureWrite(
	{ server, seconds, database },
	{ name, nth },
) {
	let n = 0;
	const next = () => nth(n++);
	const post = ({ path, headers, body } = next()) =>
		ask(server.url + path, { method: "POST", headers, body });
	await post();
	const sample = next();
	let bytes = 0;
	const statements = await server.statementsOf(async () => {
		bytes = (await post(sample)).body.length;
	});
	const request = {
		method: "POST",
		path: sample.path,
		/** @param {import("autocannon").Request} last */
		setupRequest(last) {
			const { path, headers, body } = next();
			return { ...last, path, headers, body };
		},
	};
	const bare = repeating(database, statements, {
		sample: sample.values,
		next: () => next().values,
	});
	const loads = await inTurn(firing(server.url, request, 303), bare, seconds);
	const { length } = statements;
	return { name, ...loads, bytes, statements: { sent: length, made: length } };
}

/** Sends signed-in requests in turn on one connection; returns each one's milliseconds. @param {Server} server */
function stopwatch(server) {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	return {
		/** @param {string} path @param {number} [member] */
		async timeOf(path, member) {
			const options = { headers: headersOf(true, member), agent };
			const start = performance.now();
			const { status } = await ask(server.url + path, options);
			if (status !== 200) throw new Error(`${path}: answered ${status}`);
			return performance.now() - start;
		},
		stop: () => agent.destroy(),
	};
}

/**
 * The mean times of two pages in turn, in ms.
 * @param {Server} server @param {string} first @param {string} last their paths
 */
export async function compareTimes(server, first, last) {
	const { timeOf, stop } = stopwatch(server);
	const means = { first: 0, last: 0 };
	for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
		const times = { first: await timeOf(first), last: await timeOf(last) };
		if (round < 0) continue;
		means.first += times.first / ROUNDS;
		means.last += times.last / ROUNDS;
	}
	stop();
	return means;
}

/**
 * The time of each address, one after another and as another member each, so that nobody reaches a limit: the median and
 * the 95th percentile, in ms.
 * @param {Server} server @param {(n: number) => string} nth
 */
export async function spreadOfTimes(server, nth) {
	const { timeOf, stop } = stopwatch(server);
	/** @type {number[]} */
	const times = [];
	for (let n = -WARM_UP_ROUNDS; n < ROUNDS; n++) {
		const asked = n + WARM_UP_ROUNDS;
		const time = await timeOf(nth(asked), AUTHORS + 1 + asked);
		if (n >= 0) times.push(time);
	}
	stop();
	times.sort((a, b) => a - b);
	return { p50: times[ROUNDS * 0.5] ?? 0, p95: times[ROUNDS * 0.95] ?? 0 };
}

/** The SQL statements of one request, signed in and not from the page cache. @param {Server} server @param {string} path */
export const countStatements = async (server, path) =>
	(
		await server.statementsOf(() =>
			ask(server.url + path, { headers: headersOf(true) }),
		)
	).length;
