import autocannon from "autocannon";

/** @typedef {import("autocannon").Request} Request */
/** @typedef {{ rate: number, p50: number, p99: number, answered: number }} Load Requests a second, milliseconds. */

export const CONNECTIONS = 10;
const WARM_UP_SECONDS = 1.5;

/** @param {number[]} times */
export function percentiles(times) {
	const sorted = times.toSorted((a, b) => a - b);
	/** @param {number} share */
	const at = (share) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return { p50: at(0.5), p99: at(0.99) };
}

/**
 * Sends a request over and over on ten connections, after a short warm-up.
 * @param {string} url @param {Request} request @param {{ seconds: number, status?: number }} options
 * @returns {Promise<Load>}
 * @throws where anything but `status` is answered
 */
export async function load(url, request, { seconds, status = 200 }) {
	await run(url, request, { seconds: WARM_UP_SECONDS, status });
	return run(url, request, { seconds, status });
}

/** @param {string} url @param {Request} request @param {{ seconds: number, status: number }} options */
async function run(url, request, { seconds, status }) {
	/** @type {number[]} */
	const times = [];
	const firing = autocannon({
		url,
		connections: CONNECTIONS,
		duration: seconds,
		requests: [request],
	});
	firing.on("response", (_client, _status, _bytes, time) => times.push(time));
	const { duration, errors, timeouts, statusCodeStats } = await firing;
	const others = Object.keys(statusCodeStats).filter(
		(code) => code !== String(status),
	);
	if (errors || timeouts || others.length || !times.length)
		throw new Error(
			`${request.path}: ${errors} errors, ${timeouts} timeouts, answers ${JSON.stringify(statusCodeStats)}`,
		);
	return {
		rate: times.length / duration,
		...percentiles(times),
		answered: times.length,
	};
}
