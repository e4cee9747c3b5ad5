import { Agent } from "node:http";
import { gzipSync } from "node:zlib";
import { ask } from "../ask.mjs";
import { cookieOf } from "../cast.mjs";
import { table } from "../report.mjs";

/** @typedef {import("./sets.mjs").Size} Size */
/** @typedef {import("pg").Client} Client */
/** @typedef {{ server: import("../measure.mjs").Server, client: Client, facts: import("./page.mjs").Facts, agent: Agent }} Side One of the sets, with the server in front of it. */
/** @typedef {Record<Size, Side>} Sides */
/** @typedef {{ path: string, as: number | null, fields?: Record<string, string>, leads?: boolean, isKept?: boolean, refused?: number }} Asked */
/** @typedef {{ name: string, isSlow: boolean, error?: string, rounds: number } & Record<Size, { median: number, least: number, bytes: number }>} Compared */
/** @typedef {{ rounds: number, warmUps: number }} Often */

/** Milliseconds after which a measurement ends, after at least one round. */
const BUDGET_MS = 20_000;
/** A page is over if it takes this many times the small set's time, and a millisecond more, which clocks can tell. */
const MOST = 1.3;
const UNSURE_MS = 1;
const MEDIAN_MS = 30;

/** @type {Size[]} */
const SIZES = ["small", "large"];

export const newAgent = () => new Agent({ keepAlive: true, maxSockets: 1 });

/**
 * One request as a browser sends it. A visitor takes no gzip, so the page cache does not answer, unless the cache is
 * measured.
 * @param {Side} side @param {Asked} asked
 */
export async function send(
	{ server, agent },
	{ path, as, fields, leads, isKept, refused },
) {
	/** @type {Record<string, string>} */
	const headers = { "Accept-Language": "zh-CN" };
	if (as !== null) headers.Cookie = cookieOf(as);
	if (as !== null || isKept) headers["Accept-Encoding"] = "gzip";
	if (fields) {
		headers["Content-Type"] = "application/x-www-form-urlencoded";
		headers.Origin = server.url;
		headers.Referer = `${server.url}/`;
	}
	const start = performance.now();
	const answer = await ask(server.url + path, {
		method: fields ? "POST" : "GET",
		headers,
		agent,
		body: fields && String(new URLSearchParams(fields)),
	});
	const time = performance.now() - start;
	const { status, rawHeaders } = answer;
	const at = rawHeaders.findIndex((name) => name.toLowerCase() === "location");
	const location = at < 0 ? "" : (rawHeaders[at + 1] ?? "");
	const isAsExpected = leads || fields ? status < 400 : status === 200;
	const error =
		(refused ? status === refused : isAsExpected) &&
		!location.startsWith("/sign-in")
			? undefined
			: `${status} for ${path}`;
	return { time, error, status, answer };
}

/**
 * Measures both sides in turn, one request at a time, after warm-ups; they take turns at going first.
 * @param {Sides} sides @param {string} name @param {(side: Side, nth: number) => Promise<Asked>} next @param {Often} often
 * @returns {Promise<Compared>}
 */
export async function compare(sides, name, next, { rounds, warmUps }) {
	/** @type {Record<Size, number[]>} */
	const times = { small: [], large: [] };
	const bytes = { small: 0, large: 0 };
	/** @type {string | undefined} */
	let error;
	const end = performance.now() + BUDGET_MS;
	/** @param {Size} size @param {number} nth */
	const once = async (size, nth) => {
		try {
			return await send(sides[size], await next(sides[size], nth));
		} catch (reason) {
			error = `${size}: ${reason}`;
			return null;
		}
	};
	for (let nth = 0; nth < warmUps + rounds && !error; nth++) {
		if (performance.now() > end && times.large.length > 0) break;
		for (const size of nth % 2 ? SIZES : SIZES.toReversed()) {
			const sent = await once(size, nth);
			if (!sent) break;
			if (sent.error) error ??= `${size}: ${sent.error}`;
			const isWarm = nth >= warmUps || performance.now() > end;
			if (isWarm) times[size].push(sent.time);
			const { body, isGzipped } = sent.answer;
			if (nth === 0)
				bytes[size] = isGzipped ? body.length : gzipSync(body).length;
		}
	}
	/** @param {Size} size */
	const of = (size) => ({
		median: median(times[size]),
		least: Math.min(...times[size]),
		bytes: bytes[size],
	});
	const [small, large] = [of("small"), of("large")];
	const isSlow =
		large.median >= MEDIAN_MS ||
		(large.median > MOST * small.median &&
			large.median - small.median > UNSURE_MS);
	return { name, small, large, isSlow, error, rounds: times.large.length };
}

/** @param {number[]} times */
function median(times) {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** @param {Compared[]} all */
export function comparedTable(all) {
	const rows = [
		[
			"",
			"small ms",
			"large ms",
			"ratio",
			"small least",
			"large least",
			"small KB",
			"large KB",
			"",
		],
		...all.map(({ name, small, large, isSlow, error, rounds }) => {
			if (error) return [name, "", "", "", "", "", "", "", error];
			return [
				name + (rounds < 10 ? ` (${rounds} times)` : ""),
				small.median.toFixed(1),
				large.median.toFixed(1),
				(large.median / small.median).toFixed(2),
				small.least.toFixed(1),
				large.least.toFixed(1),
				(small.bytes / 1000).toFixed(1),
				(large.bytes / 1000).toFixed(1),
				isSlow ? "over" : "ok",
			];
		}),
	];
	const bad = all.filter(({ isSlow, error }) => isSlow || error).length;
	return `${table(rows)}\n\n${all.length} measured, ${bad} over or in error.`;
}
