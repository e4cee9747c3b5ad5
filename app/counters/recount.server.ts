import {
	COUNTERS,
	type Counted,
	type Counter,
} from "#app/counters/counters.ts";
import {
	fragment,
	limit,
	type Piece,
	piece,
	type Sql,
} from "#app/platform/postgres/db.server.ts";

const truths = (table: Counted) =>
	Object.entries<string>(COUNTERS[table]).map(([column, counted]) => ({
		column,
		counted,
	}));

/** The transaction must hold the rows' locks. Correct rows are not written. */
export async function recount<Table extends Counted>(
	sql: Sql,
	table: Table,
	ids: number[],
	columns: readonly Counter<Table>[],
): Promise<void> {
	const chosen = truths(table).filter(({ column }) =>
		columns.some((one) => one === column),
	);
	const each = (write: (column: string, counted: string) => string) =>
		fragment(
			chosen.map(({ column, counted }) => write(column, counted)).join(", "),
		);
	await sql`
		UPDATE ${fragment(table)} t SET ${each((column) => `${column} = now.${column}`)}
		FROM (
			SELECT x.id, ${each((column, counted) => `${counted} AS ${column}`)} FROM ${fragment(table)} x
			WHERE x.id = ANY(${ids}::int[]) OFFSET 0
		) now
		WHERE t.id = now.id AND ROW(${each((column) => `t.${column}`)}) IS DISTINCT FROM ROW(${each((column) => `now.${column}`)})`;
}

/**
 * Steps a counter together with the row that it counts: `change` writes that, and returns no row where nothing changed.
 * Returns the column `shown`, or undefined then.
 */
export async function countWith<Table extends Counted>(
	sql: Sql,
	{ table, id, column }: { table: Table; id: number; column: Counter<Table> },
	step: 1 | -1,
	{ change, shown }: { change: Piece; shown: string },
): Promise<number | undefined> {
	const name = fragment(column);
	const [counted] = await sql<{ shown: number }>`
		WITH change AS (${change}) UPDATE ${fragment(table)} SET ${name} = ${name} + ${step}
		WHERE id = ${id} AND EXISTS (SELECT FROM change) RETURNING ${fragment(shown)} AS shown`;
	return counted?.shown;
}

export type Drift = {
	table: Counted;
	id: number;
	column: string;
	kept: string | null;
	counted: string | null;
};

/** They follow a new role later (members/roles.server.ts): until then a difference is no drift. */
const FOLLOWING: readonly string[] = ["staff_replied_at", "staff_first_at"];

/** One statement sees rows and counters at one moment, so drift is real and nobody has to wait. */
export async function* findDrift(
	sql: Sql,
	table: Counted,
	perBatch: number,
): AsyncGenerator<Drift[]> {
	for (let after = 0; ; ) {
		const [batch] = await sql<{ last: number | null }>`
			SELECT max(id) AS last FROM (
				SELECT id FROM ${fragment(table)} WHERE id > ${after} ORDER BY id ${limit(perBatch)}
			) batch`;
		const last = batch?.last;
		if (!last) return;
		for (const { column, counted } of truths(table))
			yield sql<Drift>`
				SELECT '${fragment(table)}' AS table, id, '${fragment(column)}' AS "column", kept::text, counted::text FROM (
					SELECT x.id, x.${fragment(column)} AS kept, ${fragment(counted)} AS counted FROM ${fragment(table)} x
					WHERE x.id > ${after} AND x.id <= ${last} OFFSET 0
				) b WHERE kept IS DISTINCT FROM counted
					${FOLLOWING.includes(column) ? piece`AND NOT EXISTS (SELECT FROM role_changes)` : piece``} ORDER BY id`;
		after = last;
	}
}
