import { changed, NO_COURSE } from "#app/platform/changes.server.ts";
import { db, type Sql } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/prisma/client.ts";
import { Invalid } from "#app/platform/refusal.ts";
import type { Member } from "#app/visibility/member.ts";

/** Called with a first reply, vote or thread. */
export async function becomeLearner(sql: Sql, courseId: number, by: Member) {
	if (by.role === null)
		await sql`INSERT INTO memberships (course_id, user_id, role) VALUES (${courseId}, ${by.id}, 'learner') ON CONFLICT DO NOTHING`;
}

type CourseText = { slug: string; title: string; description: string };

const isTaken = (error: unknown) =>
	error instanceof Prisma.PrismaClientKnownRequestError &&
	error.code === "P2002";

/** Its maker becomes its instructor. @throws Invalid where the slug is taken */
export async function createCourse(
	text: CourseText,
	by: { id: number } | null = null,
): Promise<{ id: number; slug: string; title: string }> {
	try {
		const course = await db.course.create({
			data: {
				...text,
				...(by && {
					memberships: { create: { userId: by.id, role: "instructor" } },
				}),
			},
			select: { id: true, slug: true, title: true },
		});
		changed(course.id, { adds: true });
		changed(NO_COURSE);
		return course;
	} catch (error) {
		if (isTaken(error)) throw new Invalid("slug", "slugTaken");
		throw error;
	}
}

export async function editCourse(
	courseId: number,
	text: Pick<CourseText, "title" | "description">,
): Promise<void> {
	await db.course.update({ where: { id: courseId }, data: text });
	changed(courseId);
	changed(NO_COURSE);
}
