import { type Sql, sql } from "#app/platform/postgres/db.server.ts";

/** The first time counts. Needs a transaction's `sql`. */
export async function recordReading(
	sql: Sql,
	{ lessonId, byId }: { lessonId: number; byId: number },
): Promise<void> {
	await sql`
		INSERT INTO lesson_reads (lesson_id, user_id) VALUES (${lessonId}, ${byId}) ON CONFLICT DO NOTHING`;
}

/** Idempotent. Once more: what changed since is seen. */
export async function markRead(
	lesson: { id: number },
	{ byId, read }: { byId: number; read: boolean },
): Promise<void> {
	if (read)
		await sql`
			INSERT INTO lesson_reads (lesson_id, user_id) VALUES (${lesson.id}, ${byId})
			ON CONFLICT (lesson_id, user_id) DO UPDATE SET since = now()`;
	else
		await sql`DELETE FROM lesson_reads WHERE lesson_id = ${lesson.id} AND user_id = ${byId}`;
}
