import type { Course } from "#app/courses/queries.server.ts";
import { BATCH, lookThrough } from "#app/glossary/lesson-terms.server.ts";
import { LESSONS_SHOWN } from "#app/glossary/policy.ts";
import { sql } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";

type LessonLink = { number: number; title: string };
type Lesson = {
	number: number;
	title: string;
	termIds: number[] | null;
	isDue: boolean;
};

/** The first lessons in which a term is marked, in their order, and how many there are. */
export type Occurrences = { lessons: LessonLink[]; count: number };

/**
 * Where each term of a course is marked, by the term's id: what is kept of it. A few lessons that have changed since are
 * waited for; where there are more, they are looked through meanwhile (`isUnderway`).
 */
export async function listOccurrences(
	course: Course,
): Promise<{ occurrences: Map<number, Occurrences>; isUnderway: boolean }> {
	for (;;) {
		const lessons = await listLessons(course);
		const due = lessons.filter(({ isDue }) => isDue).length;
		const isUnderway = due > BATCH;
		if (isUnderway) lookThroughMeanwhile(course);
		if (isUnderway || due === 0)
			return { occurrences: occurrencesIn(lessons), isUnderway };
		await lookThrough(course);
	}
}

const listLessons = (course: Course) =>
	sql<Lesson>`
		SELECT l.number, l.title, t.term_ids AS "termIds",
			(t.revision, t.glossary_version) IS DISTINCT FROM (l.revision, g.version) AS "isDue"
		FROM glossaries g JOIN lessons l ON l.course_id = g.course_id LEFT JOIN lesson_terms t ON t.lesson_id = l.id
		WHERE g.course_id = ${course.id} ORDER BY l.position, l.id LIMIT 500`;

function lookThroughMeanwhile(course: Course): void {
	lookThrough(course).catch((err) => {
		log.warn(
			{ err, courseId: course.id },
			"the next view of the glossary goes on with the lessons",
		);
	});
}

function occurrencesIn(lessons: Lesson[]): Map<number, Occurrences> {
	const all = new Map<number, Occurrences>();
	for (const { termIds, number, title } of lessons) {
		const link = { number, title };
		for (const id of termIds ?? []) {
			const found = all.get(id) ?? { lessons: [], count: 0 };
			all.set(id, found);
			if (found.count++ < LESSONS_SHOWN) found.lessons.push(link);
		}
	}
	return all;
}
