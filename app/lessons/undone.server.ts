import {
	asBefore,
	type Before,
} from "#app/platform/postgres/as-before.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import { showThreadsOf } from "#app/threads/rows.server.ts";

export const LESSON_COLUMNS = ["title", "imported_number", "imported_name"];

export const BLOCK_COLUMNS = [
	...["position", "kind", "level", "source"],
	...["html", "text", "revision", "renderer"],
];

export async function lockLessons(sql: Sql, ids: number[]): Promise<void> {
	await sql`SELECT 1 FROM lessons WHERE id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** Of an import that is undone: removed, and in no list. It must be locked, as its course; then the lessons must be placed. */
export async function takeOutLesson(sql: Sql, id: number): Promise<void> {
	await sql`
		UPDATE lessons SET removed_at = coalesce(removed_at, now()), is_undone = true WHERE id = ${id}`;
	await showThreadsOf(sql, id, false);
}

export async function bringBackLesson(sql: Sql, id: number): Promise<void> {
	await sql`
		UPDATE lessons SET removed_at = NULL, is_undone = false, state = 'shown' WHERE id = ${id}`;
	await showThreadsOf(sql, id, true);
}

export const restoreLessons = (sql: Sql, rows: Before[]) =>
	sql`UPDATE lessons x SET ${asBefore(LESSON_COLUMNS, rows)}`;

export async function restoreBlocks(
	sql: Sql,
	rows: Before[],
	added: number[],
): Promise<void> {
	await sql`UPDATE blocks SET position = NULL WHERE id = ANY(${added}::int[])`;
	await sql`UPDATE blocks x SET ${asBefore(BLOCK_COLUMNS, rows)}`;
}

type Undone = { lessonId: number; revision: number; importId: number };

/** The text of an earlier revision is that of a new one, and the import that is undone has written none. Returns its number. */
export async function returnToRevision(
	sql: Sql,
	{ lessonId, revision, importId }: Undone,
	byId: number,
): Promise<number> {
	await sql`
		UPDATE lesson_revisions SET import_id = NULL WHERE lesson_id = ${lessonId} AND import_id = ${importId}`;
	const [repeated] = await sql<{ number: number }>`
		WITH l AS (
			UPDATE lessons SET revision = revision + 1, updated_at = now() WHERE id = ${lessonId} RETURNING id, revision
		)
		INSERT INTO lesson_revisions (lesson_id, number, title, source, blocks, by_id, import_id)
		SELECT l.id, l.revision, r.title, r.source, r.blocks, ${byId}, r.import_id
		FROM l JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = ${revision} RETURNING number`;
	if (!repeated) throw new Error(`No revision ${revision} of ${lessonId}`);
	return repeated.number;
}
