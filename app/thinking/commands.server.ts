import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { type Sql, sql, transaction } from "#app/platform/db.server.ts";

export type Thinking = { positions: string[]; writeFirst: boolean };

/** Idempotent. */
export async function setThinking(
	thread: { id: number },
	{ course, positions, writeFirst }: Thinking & { course: Course },
): Promise<void> {
	await transaction(async (sql) => {
		await sql`
			UPDATE threads SET positions = ${positions}, write_first = ${writeFirst} WHERE id = ${thread.id}`;
		await recount(sql, "threads", [thread.id], ["stated"]);
	});
	changed(course.id);
}

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
