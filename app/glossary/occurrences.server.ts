import { LRUCache } from "lru-cache";
import type { Course } from "#app/courses/queries.server.ts";
import { BATCH, lookThrough } from "#app/glossary/lesson-terms.server.ts";
import { LESSONS_SHOWN } from "#app/glossary/limits.ts";
import { log } from "#app/platform/log.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";

type LessonLink = { number: number; place: number; title: string };
type Lesson = LessonLink & { termIds: number[] | null };

export type Occurrences = { lessons: LessonLink[]; count: number };

/** By term id. Waits for a few changed lessons; more are read in the background (`isUnderway`). */
export async function listOccurrences(
	course: Course,
): Promise<{ occurrences: Map<number, Occurrences>; isUnderway: boolean }> {
	for (;;) {
		const { due, occurrences } = await readKept(course);
		const isUnderway = due > BATCH;
		if (isUnderway) lookThroughMeanwhile(course);
		if (isUnderway || due === 0) return { occurrences, isUnderway };
		await lookThrough(course);
	}
}

type Read = { key: string | null; occurrences: Map<number, Occurrences> };

// By course: a long one's lessons name its terms a hundred thousand times.
const lastRead = new LRUCache<number, Read>({ max: 200 });

/** The terms' places are sent and parsed only where they differ from the last read. */
async function readKept(course: Course) {
	const had = lastRead.get(course.id);
	const [row] = await sql<{
		due: number;
		key: string | null;
		lessons: Lesson[] | null;
	}>`
		WITH listed AS MATERIALIZED (
			SELECT l.number, l.place, l.title, t.term_ids AS "termIds",
				(t.revision, t.glossary_version) IS DISTINCT FROM (l.revision, g.version) AS is_due
			FROM glossaries g JOIN lessons l ON l.course_id = g.course_id LEFT JOIN lesson_terms t ON t.lesson_id = l.id
			WHERE g.course_id = ${course.id} AND l.is_shown ORDER BY l.position, l.id LIMIT 500
		), summed AS (
			SELECT count(*) FILTER (WHERE is_due)::int AS due,
				hashtextextended(string_agg(concat_ws(' ', number, place, title, "termIds"), ','), 0)::text AS key
			FROM listed
		)
		SELECT due, key, CASE WHEN key IS DISTINCT FROM ${had?.key} THEN (SELECT json_agg(listed) FROM listed) END AS lessons
		FROM summed`;
	const { due = 0, key = null, lessons = null } = row ?? {};
	if (had && key === had.key) return { due, occurrences: had.occurrences };
	const occurrences = occurrencesIn(lessons ?? []);
	lastRead.set(course.id, { key, occurrences });
	return { due, occurrences };
}

/** About as long as a page takes. */
const PAGE_MS = 50;

function lookThroughMeanwhile(course: Course): void {
	lookThrough(course, PAGE_MS).catch((err) => {
		log.warn(
			{ err, courseId: course.id },
			"the next view of the glossary goes on with the lessons",
		);
	});
}

function occurrencesIn(lessons: Lesson[]): Map<number, Occurrences> {
	const all = new Map<number, Occurrences>();
	for (const { termIds, ...link } of lessons) {
		for (const id of termIds ?? []) {
			const found = all.get(id) ?? { lessons: [], count: 0 };
			all.set(id, found);
			if (found.count++ < LESSONS_SHOWN) found.lessons.push(link);
		}
	}
	return all;
}
