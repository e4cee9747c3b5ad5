import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { type Sql, sql, transaction } from "#app/platform/db.server.ts";

/** What a thinking question asks of its readers. */
export type Thinking = { positions: string[]; writeFirst: boolean };

/** Lets a thinking question ask for positions, and close its replies until one has written. Idempotent. */
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

/** Marks a lesson as read by an account: the first time counts. Within a transaction, with its `sql`. */
export async function recordReading(
	sql: Sql,
	{ lessonId, byId }: { lessonId: number; byId: number },
): Promise<void> {
	await sql`
		INSERT INTO lesson_reads (lesson_id, user_id) VALUES (${lessonId}, ${byId}) ON CONFLICT DO NOTHING`;
}

/** Marks a lesson as read, or takes the mark away. Idempotent. */
export async function markRead(
	lesson: { id: number },
	{ byId, read }: { byId: number; read: boolean },
): Promise<void> {
	if (read) await recordReading(sql, { lessonId: lesson.id, byId });
	else
		await sql`DELETE FROM lesson_reads WHERE lesson_id = ${lesson.id} AND user_id = ${byId}`;
}
