import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { addInstructor } from "#app/members/roles.server.ts";
import { Invalid } from "#app/platform/forms/refusal.ts";
import { type Sql, withPrisma } from "#app/platform/postgres/db.server.ts";

type CourseText = { slug: string; title: string; description: string };

type Given = { by: { id: number } | null; reason?: string };

/** Its creator becomes its instructor. @throws Invalid where the slug is taken */
export const createCourse = (
	{ slug, title, description }: CourseText,
	given: Given = { by: null },
): Promise<Course> =>
	act({ ...given, course: null }, async (sql, happened) => {
		const [course] = await withPrisma(sql, (db) =>
			db.course.createManyAndReturn({
				data: { slug, title, description },
				skipDuplicates: true,
				select: { id: true, slug: true, title: true },
			}),
		);
		if (!course) throw new Invalid("slug", "slugTaken");
		if (given.by) await addInstructor(sql, course.id, given.by.id);
		happened("course.created", { courseId: course.id });
		return course;
	});

/** For an import; the course is locked. */
export async function ensureCourse(
	sql: Sql,
	{ slug, title }: { slug: string; title: string },
): Promise<Course> {
	await sql`INSERT INTO courses (slug, title) VALUES (${slug}, ${title}) ON CONFLICT (slug) DO NOTHING`;
	// No stronger lock, so that first replies elsewhere in the course need not wait.
	const [course] = await sql<Course>`
		SELECT id, slug, title FROM courses WHERE slug = ${slug} FOR NO KEY UPDATE`;
	if (!course) throw new Error(`No course ${slug}`);
	return course;
}

export const editCourse = (
	{ title, description }: Pick<CourseText, "title" | "description">,
	given: Given & { course: Course },
): Promise<void> =>
	act(given, async (sql, happened) => {
		await withPrisma(sql, (db) =>
			db.course.updateMany({
				where: { id: given.course.id },
				data: { title, description },
			}),
		);
		happened("course.edited");
	});

/** Locks the course's row until the transaction ends. */
export async function takeThreadNumber(
	sql: Sql,
	courseId: number,
): Promise<number> {
	const [course] = await sql<{ number: number }>`
		UPDATE courses SET last_thread_number = last_thread_number + 1 WHERE id = ${courseId}
		RETURNING last_thread_number AS number`;
	if (!course) throw new Error(`No course ${courseId}`);
	return course.number;
}

/** No later lesson gets this number. */
export const takeLessonNumber = (sql: Sql, courseId: number, number: number) =>
	sql`UPDATE courses SET last_lesson_number = greatest(last_lesson_number, ${number}) WHERE id = ${courseId}`;
