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

/** A piece of SQL chosen by the code (an order, a direction), never by input. */
class Fragment {
	constructor(readonly text: string) {}
}

/** Puts a piece of SQL into a `sql` template as it stands. */
export const fragment = (text: string) => new Fragment(text);

const names = new Map<string, string>();

function statement(strings: TemplateStringsArray, given: unknown[]) {
	const values: unknown[] = [];
	let text = strings[0] ?? "";
	given.forEach((value, i) => {
		text += value instanceof Fragment ? value.text : `$${values.push(value)}`;
		text += strings[i + 1];
	});
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
