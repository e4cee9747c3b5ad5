import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { isConflict } from "#app/platform/connection.server.ts";
import { log } from "#app/platform/log.server.ts";
import { Pool } from "#app/platform/pool.server.ts";
import { type Place, watchDatabase } from "#app/platform/presence.server.ts";
import { PrismaClient } from "#app/platform/prisma/client.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

/** One tagged-template call: values become parameters, each statement is prepared once per connection. */
export type Sql = <Row>(
	strings: TemplateStringsArray,
	...values: unknown[]
) => Promise<Row[]>;

export let pool: pg.Pool;
/** Prisma, for all that is not on a hot path. */
export let db: PrismaClient;

// A date is a calendar date: it stays text, so that no time zone can move it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

let stopWatching = () => {};

/**
 * Points `db`, `pool` and `sql` at a database, before anything asks it. `limited`: each statement has its answer soon, or
 * fails with `Unavailable`, as what people wait for must; what prepares the database or imports takes its time.
 */
export function connectDatabase(place: Place, { limited = false } = {}): void {
	pool = new Pool(place, limited);
	db = new PrismaClient({ adapter: new PrismaPg(pool) });
	stopWatching = limited ? watchDatabase(place) : () => {};
}

/** Closes every connection. */
export async function disconnectDatabase(): Promise<void> {
	stopWatching();
	await db.$disconnect();
	await pool.end();
}

/** A piece of SQL with parameters of its own. */
class Piece {
	constructor(
		readonly strings: readonly string[],
		readonly values: unknown[],
	) {}
}

/** SQL to be put into a `sql` template; what stands in it as a value becomes a parameter there. */
export const piece = (
	strings: TemplateStringsArray,
	...values: unknown[]
): Piece => new Piece(strings, values);

/** A piece of SQL chosen by the code (an order, a direction), never by input: it goes in as it stands. */
export const fragment = (text: string) => new Piece([text], []);

/** How many rows are asked for, as a number: of a parameter, a plan for any values takes a tenth of all. */
export const limit = (rows: number) => fragment(`LIMIT ${rows}`);

const names = new Map<string, string>();

function statement(strings: readonly string[], given: unknown[]) {
	const values: unknown[] = [];
	const written = (strings: readonly string[], given: unknown[]): string =>
		strings.reduce((text, next, i) => {
			const value = given[i - 1];
			return value instanceof Piece
				? text + written(value.strings, value.values) + next
				: `${text}$${values.push(value)}${next}`;
		});
	const text = written(strings, given);
	let name = names.get(text);
	if (!name) {
		name = `s${names.size}`;
		names.set(text, name);
	}
	return { name, text, values };
}

const asking =
	(client: pg.Pool | pg.PoolClient): Sql =>
	async <Row>(strings: TemplateStringsArray, ...values: unknown[]) =>
		(await client.query(statement(strings, values))).rows as Row[];

/** Once more where PostgreSQL ended it for a conflict with others. */
const orAgain = <Result>(work: () => Promise<Result>): Promise<Result> =>
	work().catch((error) => {
		if (!isConflict(error)) throw error;
		log.warn({ reason: reasonOf(error.cause) }, "done again after a conflict");
		return work();
	});

/** A statement of its own, on any connection. */
export const sql: Sql = (strings, ...values) =>
	orAgain(() => asking(pool)(strings, ...values));

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Where PostgreSQL ends it for a
 * conflict with others it runs once more, so that nothing outside the database may change in it.
 */
export const transaction = <Result>(
	work: (sql: Sql) => Promise<Result>,
): Promise<Result> => orAgain(() => inTransaction(work));

/** Runs `work` on one connection, for what a session holds; where it throws, the connection goes and all that with it. */
export async function session<Result>(
	work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
	const client = await pool.connect();
	let isBroken = true;
	try {
		const result = await work(asking(client));
		isBroken = false;
		return result;
	} finally {
		client.release(isBroken);
	}
}

async function inTransaction<Result>(
	work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
	const client = await pool.connect();
	try {
		await client.query("BEGIN");
		const result = await work(asking(client));
		await client.query("COMMIT");
		client.release();
		return result;
	} catch (error) {
		await client.query("ROLLBACK").then(
			() => client.release(),
			(broken) => client.release(broken),
		);
		throw error;
	}
}
