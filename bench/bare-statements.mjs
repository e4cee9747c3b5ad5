import pg from "pg";
import { CONNECTIONS, percentiles } from "./load.mjs";

/** @typedef {import("./count-statements.mjs").Statement} Statement */

/**
 * The limit of a write: the statements of one request, sent over and over by `pg` alone on ten connections, each time
 * with the next values in the places of the first ones.
 * @param {pg.ClientConfig} database
 * @param {Statement[]} statements as the server sent them for `sample`
 * @param {{ sample: unknown[], next: () => unknown[], seconds: number }} options
 * @returns {Promise<import("./load.mjs").Load>}
 */
export async function bareLoad(
	database,
	statements,
	{ sample, next, seconds },
) {
	const sent = statements.flatMap(({ values = [] }) => values);
	for (const value of sample)
		if (!sent.includes(value))
			throw new Error(`No statement of the request carries ${value}`);
	/** @type {number[]} */
	const times = [];
	const start = performance.now();
	const end = start + seconds * 1000;
	await Promise.all(
		Array.from({ length: CONNECTIONS }, async () => {
			const client = new pg.Client(database);
			await client.connect();
			while (performance.now() < end) {
				const values = next();
				const before = performance.now();
				for (const statement of statements)
					await client.query({
						...statement,
						values: statement.values?.map((value) => {
							const place = sample.indexOf(value);
							return place < 0 ? value : values[place];
						}),
					});
				times.push(performance.now() - before);
			}
			await client.end();
		}),
	);
	return {
		rate: times.length / ((performance.now() - start) / 1000),
		...percentiles(times),
		answered: times.length,
	};
}
