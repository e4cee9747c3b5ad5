import pg from "pg";
import { CONNECTIONS } from "./load.mjs";

/** @typedef {import("./count-statements.mjs").Statement} Statement */

/**
 * The limit of a write: `pg` alone repeats one request's statements on ten connections, each time with the next values in
 * the places of the sample's.
 * @param {pg.ClientConfig} database
 * @param {Statement[]} statements as the server sent them for `sample`
 * @param {{ sample: unknown[], next: () => unknown[] }} values
 * @returns {import("./load.mjs").Run}
 */
export function repeating(database, statements, { sample, next }) {
	const sent = statements.flatMap(({ values = [] }) => values);
	for (const value of sample)
		if (!sent.includes(value))
			throw new Error(`No statement of the request carries ${value}`);

	/** @param {pg.Client} client @param {unknown[]} values */
	async function send(client, values) {
		for (const statement of statements)
			await client.query({
				...statement,
				values: statement.values?.map((value) => {
					const place = sample.indexOf(value);
					return place < 0 ? value : values[place];
				}),
			});
	}

	return async (seconds) => {
		/** @type {number[]} */
		const times = [];
		const clients = Array.from(
			{ length: CONNECTIONS },
			() => new pg.Client(database),
		);
		await Promise.all(clients.map((client) => client.connect()));
		const start = performance.now();
		const end = start + seconds * 1000;
		await Promise.all(
			clients.map(async (client) => {
				while (performance.now() < end) {
					const before = performance.now();
					await send(client, next());
					times.push(performance.now() - before);
				}
			}),
		);
		const all = (performance.now() - start) / 1000;
		await Promise.all(clients.map((client) => client.end()));
		return { times, seconds: all };
	};
}
