import { BLOCK_COLUMNS, LESSON_COLUMNS } from "#app/lessons/undone.server.ts";
import {
	type Before,
	columnsOf,
} from "#app/platform/postgres/as-before.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import { IMPORTED_COLUMNS } from "#app/replies/imported.server.ts";
import { THREAD_COLUMNS } from "#app/threads/rows.server.ts";

type Kind = "lessons" | "blocks" | "threads" | "replies";

type Row = Before & { of: Kind };

/** `before` null: the import added it. */
export type Change = Omit<Row, "before"> & { before: Row["before"] | null };

/** All of a lesson that an import may change. Its threads must be locked. */
export const pictureOf = (sql: Sql, lessonId: number) => sql<Row>`
	SELECT 'lessons' AS of, x.id, ${columnsOf("x", [...LESSON_COLUMNS, "revision"])} AS before FROM lessons x
	WHERE x.id = ${lessonId}
	UNION ALL SELECT 'blocks', x.id, ${columnsOf("x", BLOCK_COLUMNS)} FROM blocks x
	WHERE x.lesson_id = ${lessonId} AND x.position IS NOT NULL
	UNION ALL SELECT 'threads', x.id, ${columnsOf("x", THREAD_COLUMNS)} FROM threads x
	WHERE x.lesson_id = ${lessonId} AND x.kind IN ('lesson', 'thinking')
	UNION ALL SELECT 'replies', x.id, ${columnsOf("x", IMPORTED_COLUMNS)} FROM threads t JOIN replies x ON x.thread_id = t.id
	WHERE t.lesson_id = ${lessonId} AND t.kind = 'lesson' AND x.imported_name IS NOT NULL`;

const keyOf = ({ of, id }: Row) => `${of} ${id}`;

function differences(were: Row[], are: Row[]): Change[] {
	const before = new Map(were.map((row) => [keyOf(row), row.before]));
	const now = new Map(are.map((row) => [keyOf(row), row.before]));
	const changed = were.flatMap((row) => {
		const present = now.get(keyOf(row)) ?? {};
		const columns = Object.entries(row.before).filter(
			([column, value]) => present[column] !== value,
		);
		return columns.length === 0
			? []
			: { ...row, before: Object.fromEntries(columns) };
	});
	const added = are.filter((row) => !before.has(keyOf(row)));
	return [...changed, ...added.map((row) => ({ ...row, before: null }))];
}

/** For the undoing of an import, of each lesson that it wrote. Without a picture of before, the lesson came with it. */
export async function recordChanges(
	sql: Sql,
	{ importId, lessonId }: { importId: number; lessonId: number },
	before: Row[] | null,
): Promise<void> {
	const changes = before && differences(before, await pictureOf(sql, lessonId));
	await sql`
		INSERT INTO import_changes (import_id, lesson_id, revision, before)
		SELECT ${importId}, id, revision, ${changes && JSON.stringify(changes)}::jsonb FROM lessons WHERE id = ${lessonId}`;
}
