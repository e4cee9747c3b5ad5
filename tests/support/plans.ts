import { pool } from "#app/platform/db.server.ts";

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

const LARGE_INDEX = new RegExp(`^(${LARGE.source.slice(2, -2)})_`);

/** Pages of a scan beside those of the rows that it gives: the way down an index for each loop, and a little. */
const PAGES_A_LOOP = 5;
const PAGES_A_ROW = 2;
const PAGES_MORE = 40;

/**
 * What is wrong with a statement on the data that is there, under the plan that the embedded database keeps for whatever
 * values come: scans of a large table from end to end, more than `read` rows read by one scan, more than `wasted` of them
 * for nothing, an index that is read through for a few rows, and filters that a plan for any values can serve with no index.
 */
export async function faultsOf(
	{ text, values = [] }: Statement,
	bounds: { read: number; wasted: number },
): Promise<string[]> {
	if (!/^\s*(SELECT|WITH|\()/i.test(text)) return [];
	const faults = [...text.matchAll(/\$\d+(?:::\w+)? IS (?:NOT )?NULL/gi)].map(
		([filter]) => `Asks whether ${filter}`,
	);
	const client = await pool.connect();
	try {
		// What an EXPLAIN runs is taken back.
		await client.query("BEGIN");
		await client.query(
			"SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL random_page_cost = 1.1",
		);
		await client.query(`PREPARE statement AS ${text}`);
		const given = values.map((value) => literal(value)).join();
		const { rows } = await client.query(
			`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) EXECUTE statement${given && `(${given})`}`,
		);
		for (const node of nodesOf(rows[0]["QUERY PLAN"][0].Plan))
			faults.push(...faultsIn(node, bounds));
		return faults;
	} finally {
		await client.query("ROLLBACK");
		client.release(true);
	}
}

function faultsIn(
	node: Plan,
	{ read, wasted }: Parameters<typeof faultsOf>[1],
) {
	const { "Actual Loops": loops, "Index Name": index = "" } = node;
	// A bitmap's scan of an index does not name the table; indexes begin with it.
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

/** A parameter's value as SQL has it. */
function literal(value: unknown): string {
	if (value === null || value === undefined) return "NULL";
	if (typeof value === "number" || typeof value === "boolean")
		return String(value);
	const text =
		value instanceof Date
			? value.toISOString()
			: Array.isArray(value)
				? `{${value.map((one) => JSON.stringify(String(one))).join()}}`
				: String(value);
	return `'${text.replaceAll("'", "''")}'`;
}
