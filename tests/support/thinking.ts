import type { Course } from "#app/courses/queries.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { STANDARD_POSITIONS } from "#app/thinking/positions.ts";
import { setThinking } from "#app/threads/thinking.server.ts";
import { makeLesson } from "#tests/support/cast.ts";

/** Makes a lesson and returns its thinking question with these settings. */
export async function makeThinking(
	course: Course,
	{ positions = [] as readonly string[], writeFirst = false } = {},
) {
	const lesson = await makeLesson(course);
	const [thread] = await sql<{ id: number; number: number }>`
		SELECT id, number FROM threads WHERE lesson_id = ${lesson.id} AND kind = 'thinking'`;
	if (!thread) throw new Error("The lesson asks no question");
	await setThinking(thread, {
		...{ by: { id: null, role: null }, course },
		positions: [...positions],
		writeFirst,
	});
	return { ...thread, lesson };
}

/** 是, 部分, 否. */
export const STANDARD = STANDARD_POSITIONS;

/** Just long enough to open the others' replies, without blanks. */
export const THIRTY = `${"十 个字十个字十个字十\n".repeat(2)}个字十个字十个字十个`;
