/*
 * The benchmark of a million replies: every page and every act, one request at a time, alternating between a large and a
 * small set. Prints a table; a slow line is no error.
 */
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { recount, startServer } from "../server.mjs";
import { compare, comparedTable, newAgent, send } from "./compare.mjs";
import { mixedLoad } from "./mixed.mjs";
import { cloneSets, copyKeptSets } from "./sets.mjs";
import { ACTS, changeSteps, PAGE_STEPS, stepOf } from "./steps.mjs";

const { values: options } = parseArgs({
	args: process.argv.slice(2),
	options: {
		large: { type: "boolean" },
		only: { type: "string", default: "" },
		rounds: { type: "string", default: "20" },
		minutes: { type: "string", default: "0" },
		from: { type: "string" },
	},
	allowPositionals: true,
});
const [rounds, minutes] = [Number(options.rounds), Number(options.minutes)];
if (!(rounds >= 1)) throw new Error("--rounds is a number from 1 up.");
if (!(minutes >= 0)) throw new Error("--minutes is a number from 0 up.");
const isWanted = RegExp(options.only, "i");
const MB = 1_000_000;
/** Warm-ups: a server in production has compiled its code and planned its statements. */
const WARM_UPS = 5;

/** @param {string} line */
const say = (line) => console.error(line);

/** Cleanups, run in reverse order. @type {(() => Promise<unknown>)[]} */
const ends = [];
/** @type {import("./sets.mjs").AtEnd} */
const atEnd = (close) => void ends.push(close);
/** @type {Promise<void> | undefined} */
let ending;
const end = () => {
	ending ??= (async () => {
		for (const close of ends.reverse()) await close().catch(say);
	})();
	return ending;
};
for (const signal of ["SIGINT", "SIGTERM"])
	process.once(signal, () => end().then(() => process.exit(1)));
try {
	await bench();
} finally {
	await end();
}

/** @param {import("./sets.mjs").Size} size @param {import("./sets.mjs").Place} place */
async function open(size, place) {
	say(`Starting the server on the ${size} set …`);
	const settings = liftedLimits();
	const server = await startServer({ ...place, settings });
	atEnd(server.stop);
	const client = new pg.Client(await server.database());
	await client.connect();
	atEnd(() => client.end());
	const file = new URL("./facts.sql", import.meta.url);
	const { rows } = await client.query(readFileSync(file, "utf8"));
	return { server, client, facts: rows[0], agent: newAgent() };
}

/**
 * Waits until the background work of a change of role is done.
 * @param {import("./steps.mjs").Step["next"]} next @returns {import("./steps.mjs").Step["next"]}
 */
function alone(next) {
	return async (side, nth) => {
		while ((await side.client.query("SELECT FROM role_changes")).rowCount)
			await delay(100);
		return next(side, nth);
	};
}

/** Few accounts act here, one after the other: limits are counted but never reached. */
function liftedLimits() {
	const file = new URL("../../app/platform/env.server.ts", import.meta.url);
	const names = readFileSync(file, "utf8").match(/LIMIT_\w+/g) ?? [];
	return Object.fromEntries(names.map((name) => [name, "1000000"]));
}

async function bench() {
	const { small, large } = options.from
		? await cloneSets(options.from, atEnd)
		: await copyKeptSets(atEnd, say);
	const sides = {
		small: await open("small", small),
		large: await open("large", large),
	};
	const groups = {
		Pages: { steps: PAGE_STEPS, rounds },
		Acts: { steps: ACTS.filter(({ hashes }) => !hashes).map(stepOf), rounds },
		"Acts that hash a password, which is slow by intent": {
			steps: ACTS.filter(({ hashes }) => hashes).map(stepOf),
			rounds,
		},
		"First views after a change": {
			steps: changeSteps(send),
			rounds: Math.ceil(rounds / 2),
		},
	};
	say("Warming up …");
	const pages = PAGE_STEPS.filter(({ name }) => isWanted.test(name));
	for (let nth = 0; nth < WARM_UPS && !ending; nth++)
		for (const { next } of pages)
			for (const side of [sides.small, sides.large])
				await send(side, await next(side, nth));
	for (const [title, { steps, rounds }] of Object.entries(groups)) {
		const compared = [];
		for (const { name, next } of steps.filter(({ name }) =>
			isWanted.test(name),
		)) {
			say(`${name} …`);
			const warmUps = Math.min(5, rounds);
			const one = await compare(sides, name, alone(next), { rounds, warmUps });
			if (ending) break;
			compared.push(one);
			say(
				`  ${one.error ?? `${one.small.median.toFixed(1)} ms, ${one.large.median.toFixed(1)} ms`}`,
			);
		}
		if (compared.length > 0)
			console.log(`\n${title}\n\n${comparedTable(compared)}`);
		if (ending) return;
	}
	const { server } = sides.large;
	console.log(`
Start: ${(sides.small.server.startMs / 1000).toFixed(1)} s on the small set, ${(server.startMs / 1000).toFixed(1)} s on the large one.
Memory of the server on the large set: ${Math.round((await server.rss()) / MB)} MB, at most ${Math.round((await server.maxRss()) / MB)} MB.`);
	if (minutes > 0) console.log(await mixedLoad(sides.large, minutes, say));
	const wrong = recount(large);
	console.log(["", ...wrong].join("\n"));
	console.log(`${wrong.length} counters do not fit their rows.`);
}
