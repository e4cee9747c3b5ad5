import { newAgent, send } from "./compare.mjs";
import { ACTS, PAGE_STEPS, stepOf } from "./steps.mjs";

/** @typedef {import("./compare.mjs").Side} Side */
/** @typedef {import("./steps.mjs").Step} Step */

const CONNECTIONS = 10;
const MB = 1_000_000;
const MINUTE = 60_000;
/** Of a hundred requests: acts of everybody, acts of staff; the rest are pages. */
const VOTES_AND_REPLIES =
	/^(vote|reply (to|with)|answer to|check-in|question (asked|about)|lesson read)/;
const SHARE = { common: 0.25, any: 0.05 };

/**
 * Ten connections read, vote, reply, edit and promote for a while.
 * @param {Side} side @param {number} minutes @param {(line: string) => void} say
 */
export async function mixedLoad(side, minutes, say) {
	const acts = ACTS.filter(({ hashes }) => !hashes);
	const steps = acts.map(stepOf);
	const common = steps.filter(({ name }) => VOTES_AND_REPLIES.test(name));
	/** @type {Map<string, number>} */
	const failed = new Map();
	/** @type {Map<number, number>} */
	const statuses = new Map();
	/** @type {number[]} */
	const times = [];
	const before = await deadlocks(side);
	const end = Date.now() + minutes * MINUTE;
	let nth = 0;
	/** @param {Step[]} from @returns {Step} */
	const one = (from) =>
		/** @type {Step} */ (from[Math.floor(Math.random() * from.length)]);
	async function work() {
		const own = { ...side, agent: newAgent() };
		while (Date.now() < end) {
			const share = Math.random();
			const step = one(
				share < SHARE.any
					? steps
					: share < SHARE.any + SHARE.common
						? common
						: PAGE_STEPS,
			);
			const asked = await step.next(side, nth++).catch(() => null);
			if (!asked) continue;
			const isKept = asked.as === null && !asked.fields;
			const { status, time } = await send(own, { ...asked, isKept }).catch(
				() => ({ status: 0, time: 0 }),
			);
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			times.push(time);
			if (status === 0 || status >= 500)
				failed.set(
					`${status} ${step.name}`,
					(failed.get(`${status} ${step.name}`) ?? 0) + 1,
				);
		}
		own.agent.destroy();
	}
	/** @type {string[]} */
	const memory = [];
	const watch = setInterval(async () => {
		const rss = Math.round((await side.server.rss()) / MB);
		memory.push(String(rss));
		say(
			`${memory.length} of ${Math.ceil(minutes)} minutes, ${times.length} requests, ${rss} MB`,
		);
	}, MINUTE);
	await Promise.all(Array.from({ length: CONNECTIONS }, work));
	clearInterval(watch);
	times.sort((a, b) => a - b);
	const at = (/** @type {number} */ share) =>
		(times[Math.floor(times.length * share)] ?? 0).toFixed(1);
	return `
Mixed load on the large set, ${minutes} minutes, ${CONNECTIONS} connections: ${times.length} requests, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms.
Answers: ${listed(statuses)}.
Failed: ${listed(failed) || "none"}. Deadlocks: ${(await deadlocks(side)) - before}.
Memory each minute, MB: ${memory.join(" ")}; at most ${Math.round((await side.server.maxRss()) / MB)}.`;
}

/** @param {Map<string | number, number>} counts */
const listed = (counts) =>
	[...counts].map(([what, times]) => `${times} × ${what}`).join(", ");

/** @param {Side} side */
async function deadlocks({ client }) {
	const { rows } = await client.query(
		"SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
	);
	return rows[0].deadlocks;
}
