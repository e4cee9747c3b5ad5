import {
	fragment,
	type Piece,
	piece,
} from "#app/platform/postgres/db.server.ts";

/** What rows held; columns that did not change may be left out. */
export type Before = { id: number; before: Record<string, unknown> };

/** For `UPDATE table x SET …`: gives the rows these columns back. */
export function asBefore(columns: readonly string[], rows: Before[]): Piece {
	const own = fragment(columns.join(", "));
	const given = fragment(columns.map((name) => `was.${name}`).join(", "));
	return piece`(${own}) = (SELECT ${given} FROM jsonb_populate_record(x, given.before) was)
		FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (id int, before jsonb) WHERE x.id = given.id`;
}

/** A row's columns as JSON, for `asBefore`. */
export const columnsOf = (row: string, columns: readonly string[]): Piece =>
	fragment(
		`jsonb_build_object(${columns.map((name) => `'${name}', ${row}.${name}`).join(", ")})`,
	);
