import { type Sql, sql } from "#app/platform/postgres/db.server.ts";

/** The first time counts. Needs a transaction's `sql`. */
export async function recordReading(
	sql: Sql,
	{ lessonId, byId }: { lessonId: number; byId: number },
): Promise<void> {
	await sql`
		INSERT INTO lesson_reads (lesson_id, user_id) VALUES (${lessonId}, ${byId}) ON CONFLICT DO NOTHING`;
}

/** Idempotent. */
export async function markRead(
	lesson: { id: number },
	{ byId, read }: { byId: number; read: boolean },
): Promise<void> {
	if (read) await recordReading(sql, { lessonId: lesson.id, byId });
	else
		await sql`DELETE FROM lesson_reads WHERE lesson_id = ${lesson.id} AND user_id = ${byId}`;
}
