import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { log } from "#app/platform/log.server.ts";
import { isConflict } from "#app/platform/postgres/connection.server.ts";
import { Pool } from "#app/platform/postgres/pool.server.ts";
import {
	type Place,
	watchDatabase,
} from "#app/platform/postgres/presence.server.ts";
import {
	JoiningAdapter,
	joined,
} from "#app/platform/postgres/prisma-adapter.server.ts";
import { type Prisma, PrismaClient } from "#app/platform/prisma/client.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

/** Values become parameters; each statement is prepared once per connection. */
export type Sql = <Row>(
	strings: TemplateStringsArray,
	...values: unknown[]
) => Promise<Row[]>;

type Models = Pick<PrismaClient, Uncapitalize<Prisma.ModelName>>;

/** Prisma writes through `withPrisma`. */
type Reading = {
	[Name in keyof Models]: Pick<
		Models[Name],
		Extract<keyof Models[Name], `find${string}` | "count">
	>;
};

export let pool: pg.Pool;
export let db: Reading;

let prisma: PrismaClient;

// A calendar date stays text, so that no time zone can move it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

let stopWatching = () => {};

/** `limited`: a statement is answered soon or fails with `Unavailable`. Imports and migrations run without it. */
export function connectDatabase(place: Place, { limited = false } = {}): void {
	pool = new Pool(place, limited);
	prisma = new PrismaClient({
		adapter: new JoiningAdapter(pool, {
			statementNameGenerator: ({ sql }) => nameOf(sql),
		}),
		// The connection has limits of its own.
		transactionOptions: { timeout: 60_000 },
	});
	db = prisma;
	stopWatching = limited ? watchDatabase(place) : () => {};
}

export async function disconnectDatabase(): Promise<void> {
	stopWatching();
	await prisma.$disconnect();
	await pool.end();
}

export class Piece {
	constructor(
		readonly strings: readonly string[],
		readonly values: unknown[],
	) {}
}

export const piece = (
	strings: TemplateStringsArray,
	...values: unknown[]
): Piece => new Piece(strings, values);

/** SQL inserted as it stands: only text from the code, never input. */
export const fragment = (text: string) => new Piece([text], []);

/** A literal: for a LIMIT parameter, a generic plan assumes a tenth of the rows. */
export const limit = (rows: number) => fragment(`LIMIT ${rows}`);

const names = new Map<string, string>();

function nameOf(text: string): string {
	const name = names.get(text) ?? `s${names.size}`;
	names.set(text, name);
	return name;
}

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
	return { name: nameOf(text), text, values };
}

const asking =
	(client: pg.Pool | pg.PoolClient): Sql =>
	async <Row>(strings: TemplateStringsArray, ...values: unknown[]) =>
		(await client.query(statement(strings, values))).rows as Row[];

const connections = new WeakMap<Sql, pg.PoolClient>();

/** Runs Prisma in the transaction of this `sql`, on its connection. */
export const withPrisma = <Result>(
	sql: Sql,
	work: (db: Models) => Promise<Result>,
): Promise<Result> => {
	const client = connections.get(sql);
	if (!client) throw new Error("Prisma needs the sql of a transaction");
	return joined.run(client, () => prisma.$transaction(work));
};

/** At once, it could take the rows from under the one that waits for them, and conflict with it again. */
const AGAIN_MS = 50;

const orAgain = <Result>(work: () => Promise<Result>): Promise<Result> =>
	work().catch(async (error) => {
		if (!isConflict(error)) throw error;
		log.warn({ reason: reasonOf(error.cause) }, "done again after a conflict");
		await delay(AGAIN_MS);
		return work();
	});

export const sql: Sql = (strings, ...values) =>
	orAgain(() => asking(pool)(strings, ...values));

/** `work` runs a second time after a conflict, so it must change nothing outside the database. */
export const transaction = <Result>(
	work: (sql: Sql) => Promise<Result>,
): Promise<Result> => orAgain(() => inTransaction(work));

/** Runs `work` on one connection; if it throws, the connection is closed and its session state with it. */
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
		const sql = asking(client);
		connections.set(sql, client);
		const result = await work(sql);
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
