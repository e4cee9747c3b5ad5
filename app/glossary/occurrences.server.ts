import type { Course } from "#app/courses/queries.server.ts";
import { type Glossary, wordsOf } from "#app/glossary/glossary.ts";
import { termsIn } from "#app/glossary/mark-terms.ts";
import { sql } from "#app/platform/db.server.ts";

type LessonLink = { number: number; title: string };
type Lesson = LessonLink & { id: number; revision: number };

/** What the lessons of a course were found to hold, by revision; forgotten with the glossary that was looked for. */
const seen = new WeakMap<Glossary, Map<string, Set<number>>>();

const keyOf = ({ id, revision }: Pick<Lesson, "id" | "revision">) =>
	`${id}/${revision}`;

/** The lessons that each term is marked in, in their order, by the term's id. Only lessons that are new are read. */
export async function listOccurrences(
	course: Course,
	glossary: Glossary,
): Promise<Map<number, LessonLink[]>> {
	const found = seen.get(glossary) ?? new Map<string, Set<number>>();
	seen.set(glossary, found);
	const lessons = await sql<Lesson>`
		SELECT id, number, title, revision FROM lessons WHERE course_id = ${course.id} ORDER BY position, id LIMIT 500`;
	const unread = lessons.filter((lesson) => !found.has(keyOf(lesson)));
	const texts = await readLessons(unread, glossary);
	for (const lesson of unread)
		found.set(keyOf(lesson), termsIn(glossary, texts.get(lesson.id) ?? []));
	const links = new Map<number, LessonLink[]>();
	for (const { number, title, ...lesson } of lessons)
		for (const id of found.get(keyOf(lesson)) ?? [])
			links.set(id, [...(links.get(id) ?? []), { number, title }]);
	return links;
}

/** The blocks of lessons that may hold a term, in order. */
async function readLessons(
	lessons: Lesson[],
	glossary: Glossary,
): Promise<Map<number, string[]>> {
	const texts = new Map<number, string[]>();
	if (lessons.length === 0 || glossary.terms.length === 0) return texts;
	const rows = await sql<{ lessonId: number; html: string }>`
		SELECT b.lesson_id AS "lessonId", b.html FROM blocks b
		WHERE b.lesson_id = ANY(${lessons.map(({ id }) => id)}::int[]) AND b.position IS NOT NULL
			AND EXISTS (
				SELECT 1 FROM unnest(${glossary.terms.flatMap(wordsOf)}::text[]) word
				WHERE strpos(translate(lower(b.text), E'\n', ' '), word) > 0
			)
		ORDER BY b.lesson_id, b.position`;
	for (const { lessonId, html } of rows)
		texts.set(lessonId, [...(texts.get(lessonId) ?? []), html]);
	return texts;
}
