import type { Course } from "#app/courses/queries.server.ts";
import {
	type DecidedQuestions,
	matchQuestions,
} from "#app/lessons/match-questions.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import {
	insertThread,
	leaveLesson,
	placeInLesson,
} from "#app/threads/rows.server.ts";

type Question = {
	id: number;
	number: number;
	title: string;
	position: number;
	left: boolean;
};

/**
 * The lesson must be locked. A question no longer asked keeps its thread, marked as left, and gets it back when it
 * returns.
 */
export async function askQuestions(
	sql: Sql,
	course: Course,
	lessonId: number,
	texts: string[],
	decided?: DecidedQuestions,
): Promise<void> {
	const old = await sql<Question>`
		SELECT id, number, title, position, left_lesson_at IS NOT NULL AS left FROM threads
		WHERE lesson_id = ${lessonId} AND kind = 'thinking' ORDER BY position, id`;
	const asked = old.filter(({ left }) => !left);
	const matched = matchQuestions(asked, texts, decided);
	for (const gone of asked.filter((question) => !matched.includes(question)))
		await leaveLesson(sql, gone.id);
	const left = new Set(old.filter((question) => question.left));
	for (const [i, text] of texts.entries()) {
		const back = () => [...left].find(({ title }) => title === text);
		const again = matched[i] ?? back();
		if (again) {
			left.delete(again);
			await placeInLesson(sql, again.id, { title: text, position: i + 1 });
		} else
			await insertThread(sql, course.id, {
				...{ kind: "thinking", title: text, lessonId, position: i + 1 },
			});
	}
}
