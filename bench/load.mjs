import autocannon from "autocannon";

/** @typedef {{ times: number[], seconds: number }} Slice How long each request took, in ms, and all of them together. */
/** @typedef {(seconds: number) => Promise<Slice>} Run */
/** @typedef {{ rate: number, p50: number, p99: number }} Load Requests a second, milliseconds. */

export const CONNECTIONS = 10;
const WARM_UP_SECONDS = 4;
const SLICE_SECONDS = 2;

/**
 * Two runs of `seconds` each, after a warm-up, in turn, so that the machine's other work affects both alike.
 * @param {Run} run @param {Run} limit @param {number} seconds
 */
export async function inTurn(run, limit, seconds) {
	await run(WARM_UP_SECONDS);
	await limit(WARM_UP_SECONDS);
	/** @type {Slice[]} */
	const slices = [];
	/** @type {Slice[]} */
	const limits = [];
	const rounds = Math.ceil(seconds / SLICE_SECONDS);
	for (let round = 0; round < rounds; round++) {
		slices.push(await run(seconds / rounds));
		limits.push(await limit(seconds / rounds));
	}
	return { load: together(slices), bare: together(limits) };
}

/** @param {Slice[]} slices @returns {Load} */
function together(slices) {
	const times = slices.flatMap((slice) => slice.times).sort((a, b) => a - b);
	const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0);
	/** @param {number} share */
	const at = (share) => times[Math.floor(times.length * share)] ?? 0;
	return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/**
 * Repeats a request on ten connections.
 * @param {string} url @param {import("autocannon").Request} request @param {number} [status]
 * @returns {Run} rejects where anything but `status` is answered
 */
export const firing =
	(url, request, status = 200) =>
	async (seconds) => {
		/** @type {number[]} */
		const times = [];
		const shots = autocannon({
			url,
			connections: CONNECTIONS,
			duration: seconds,
			requests: [request],
		});
		shots.on("response", (_client, _status, _bytes, time) => times.push(time));
		const { duration, errors, timeouts, statusCodeStats } = await shots;
		const isAsExpected = Object.keys(statusCodeStats).every(
			(code) => code === String(status),
		);
		if (errors || timeouts || !times.length || !isAsExpected)
			throw new Error(
				`${request.path}: ${errors} errors, ${timeouts} timeouts, answers ${JSON.stringify(statusCodeStats)}`,
			);
		return { times, seconds: duration };
	};
