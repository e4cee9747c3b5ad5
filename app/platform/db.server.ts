import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#app/platform/prisma/client.ts";

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

/** Points `db`, `pool` and `sql` at a database. Called once, before anything asks it. */
export function connectDatabase(url: string): void {
	pool = new pg.Pool({
		connectionString: url,
		max: 10,
		application_name: "seminar",
	});
	// An idle connection that breaks is replaced by the pool; the query that meets it reports the error.
	pool.on("error", () => {});
	db = new PrismaClient({ adapter: new PrismaPg(pool) });
}

/** Closes every connection. */
export async function disconnectDatabase(): Promise<void> {
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

/** A statement of its own, on any connection. */
export const sql: Sql = (strings, ...values) =>
	asking(pool)(strings, ...values);

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<Result>(
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
