import pg from "pg";
import { vi } from "vitest";
import { pool } from "#app/platform/postgres/db.server.ts";

export type Statement = { text: string; values?: unknown[] };

type Plan = {
	"Node Type": string;
	"Relation Name"?: string;
	"Index Name"?: string;
	"Actual Rows": number;
	"Actual Loops": number;
	"Rows Removed by Filter"?: number;
	"Rows Removed by Index Recheck"?: number;
	"Shared Hit Blocks"?: number;
	"Shared Read Blocks"?: number;
	Plans?: Plan[];
};

/** Tables that grow with what people write; the others have some hundred rows at most. */
const LARGE =
	/^(replies|threads|reply_votes|thread_votes|users|memberships|question_tokens|notifications|anchors|pins)$/;

type Bounds = { read: number; wasted: number };

const LARGE_INDEX = new RegExp(`^(${LARGE.source.slice(2, -2)})_`);

/** Pages that a scan may read beyond its rows: the way down an index for each loop, and some more. */
const PAGES_A_LOOP = 5;
const PAGES_A_ROW = 2;
const PAGES_MORE = 40;

/**
 * Faults of a statement on the present data, under the generic plan that the embedded database keeps: full scans of a large
 * table, more than `read` rows in one scan, more than `wasted` of them for nothing, an index read through for a few rows,
 * and filters for which a generic plan can use no index.
 */
export async function faultsOf(
	statement: Statement,
	bounds: Bounds,
): Promise<string[]> {
	const client = await pool.connect();
	try {
		return await explain(client.query.bind(client), statement, bounds);
	} finally {
		client.release(true);
	}
}

/**
 * The faults of every statement during `work`, each explained right before it runs, within its own transaction.
 */
export async function faultsWhile(
	work: () => Promise<unknown>,
	bounds: Bounds,
): Promise<string[]> {
	const faults: string[] = [];
	const within = new WeakSet<object>();
	const { query } = pg.Client.prototype;
	const spy = vi.spyOn(pg.Client.prototype, "query");
	spy.mockImplementation(async function (this: pg.Client, ...words: unknown[]) {
		const ask = (...words: unknown[]) => Reflect.apply(query, this, words);
		const [given] = words;
		if (given === "BEGIN") within.add(this);
		if (given === "COMMIT" || given === "ROLLBACK") within.delete(this);
		if (typeof given === "object") {
			const found = await explain(
				ask,
				given as Statement,
				bounds,
				within.has(this),
			);
			const said = (given as Statement).text.replaceAll(/\s+/g, " ");
			faults.push(...found.map((fault) => `${fault}: ${said}`));
		}
		return ask(...words);
	} as () => void);
	try {
		await work();
	} finally {
		spy.mockRestore();
	}
	return faults;
}

type Ask = (
	text: string,
) => Promise<{ rows: { "QUERY PLAN": [{ Plan: Plan }] }[] }>;

async function explain(
	ask: Ask,
	{ text, values = [] }: Statement,
	bounds: Bounds,
	isWithin = false,
): Promise<string[]> {
	if (!/^\s*(SELECT|WITH|UPDATE|INSERT|DELETE|\()/i.test(text)) return [];
	// EXPLAIN runs the statement, so it is rolled back.
	const [begin, end] = isWithin
		? ["SAVEPOINT explained", "ROLLBACK TO explained"]
		: ["BEGIN", "ROLLBACK"];
	await ask(begin);
	await ask(
		"SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL random_page_cost = 1.1",
	);
	await ask(`PREPARE explained AS ${text}`);
	try {
		const given = values.map((value) => literal(value)).join();
		const { rows } = await ask(
			`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) EXECUTE explained${given && `(${given})`}`,
		);
		// pg-boss writes its own statements.
		const asks = text.includes("pgboss.")
			? []
			: text.matchAll(/\$\d+(?:::\w+)? IS (?:NOT )?NULL/gi);
		return [
			...Array.from(asks, ([filter]) => `Asks whether ${filter}`),
			...nodesOf(rows[0]?.["QUERY PLAN"][0].Plan as Plan).flatMap((node) =>
				faultsIn(node, bounds),
			),
		];
	} finally {
		await ask(end);
		await ask("DEALLOCATE explained");
	}
}

function faultsIn(node: Plan, { read, wasted }: Bounds) {
	const { "Actual Loops": loops, "Index Name": index = "" } = node;
	// A bitmap's index scan does not name the table, but an index's name starts with it.
	const table = node["Relation Name"] ?? LARGE_INDEX.exec(index)?.[1] ?? "";
	if (!LARGE.test(table)) return [];
	const name = `${node["Node Type"]} on ${table}`;
	const removed =
		((node["Rows Removed by Filter"] ?? 0) +
			(node["Rows Removed by Index Recheck"] ?? 0)) *
		loops;
	const rows = node["Actual Rows"] * loops + removed;
	const pages =
		(node["Shared Hit Blocks"] ?? 0) + (node["Shared Read Blocks"] ?? 0);
	const isLeaf = !node.Plans;
	const pagesMax = PAGES_MORE + PAGES_A_LOOP * loops + PAGES_A_ROW * rows;
	return [
		...(isLeaf && pages > pagesMax
			? [`${name} ${index} reads ${pages} pages for ${rows} rows`]
			: []),
		...(/^Seq Scan/.test(name) ? [name] : []),
		...(rows > read ? [`${name} reads ${rows} rows`] : []),
		...(removed > wasted
			? [`${name} reads ${removed} of them for nothing`]
			: []),
	];
}

const nodesOf = (plan: Plan): Plan[] => [
	plan,
	...(plan.Plans ?? []).flatMap(nodesOf),
];

/** A parameter's value as SQL. */
function literal(value: unknown): string {
	if (value === null || value === undefined) return "NULL";
	if (typeof value === "number" || typeof value === "boolean")
		return String(value);
	const text =
		value instanceof Date
			? value.toISOString()
			: Array.isArray(value)
				? `{${value.map((one) => JSON.stringify(String(one))).join()}}`
				: typeof value === "object"
					? JSON.stringify(value)
					: String(value);
	return `'${text.replaceAll("'", "''")}'`;
}
