import type { Course } from "#app/courses/queries.server.ts";
import { matchQuestions } from "#app/lessons/match-questions.ts";
import type { Sql } from "#app/platform/db.server.ts";
import { nextThreadNumber } from "#app/threads/commands.server.ts";

type Question = { id: number; title: string; position: number; left: boolean };

/**
 * The lesson must be locked. A question no longer asked keeps its thread, marked as left, and gets it back when it
 * returns.
 */
export async function askQuestions(
	sql: Sql,
	course: Course,
	lessonId: number,
	texts: string[],
): Promise<void> {
	const old = await sql<Question>`
		SELECT id, title, position, left_lesson_at IS NOT NULL AS left FROM threads
		WHERE lesson_id = ${lessonId} AND kind = 'thinking' ORDER BY position, id`;
	const asked = old.filter(({ left }) => !left);
	const matched = matchQuestions(asked, texts);
	for (const gone of asked.filter((question) => !matched.includes(question)))
		await sql`UPDATE threads SET left_lesson_at = now() WHERE id = ${gone.id}`;
	const left = new Set(old.filter((question) => question.left));
	for (const [i, text] of texts.entries()) {
		const back = () => [...left].find(({ title }) => title === text);
		const again = matched[i] ?? back();
		if (again) {
			left.delete(again);
			await sql`UPDATE threads SET title = ${text}, position = ${i + 1}, left_lesson_at = NULL WHERE id = ${again.id}`;
		} else
			await sql`
				INSERT INTO threads (course_id, number, kind, lesson_id, position, title)
				VALUES (${course.id}, ${await nextThreadNumber(sql, course.id)}, 'thinking', ${lessonId}, ${i + 1}, ${text})`;
	}
}
