import type { AppLoadContext } from "@remix-run/node";
import { getViewer, type Viewer } from "#app/accounts/sessions.server.ts";
import { type CourseSettings, courseSettings } from "#app/courses/settings.ts";
import { onceARequest } from "#app/platform/http/once-a-request.ts";
import { notFound, wordFrom } from "#app/platform/http/request.server.ts";
import { db, sql } from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import type { Publication } from "#app/platform/prisma/enums.ts";
import { hidesSome } from "#app/visibility/audience.server.ts";
import type { Member, Role } from "#app/visibility/member.ts";
import { courses } from "#app/visibility/relations.server.ts";

export type Course = { id: number; slug: string; title: string };

export type CourseOnPage = ReturnType<typeof courseOnPage>;

export const courseOnPage = ({ slug, title }: Course) => ({ slug, title });

export type InCourse = { course: Course; viewer: Viewer | null; by: Member };

type Args = {
	request: Request;
	params: { course?: string };
	context: AppLoadContext;
};

export const inCourse = (
	viewer: Viewer | null,
	course: Course,
	role: Role | null,
): InCourse => ({
	course,
	viewer,
	by: {
		id: viewer?.id ?? null,
		role: viewer?.isOwner ? "instructor" : role,
	},
});

/** @throws Response 404 */
export const findCourse = onceARequest(readCourse);

async function readCourse(
	args: Args,
): Promise<InCourse & { settings: CourseSettings }> {
	const viewer = await getViewer(args);
	const [row] = await sql<
		Course & { settings: unknown; role: Role | null; hidesSome: boolean }
	>`
		SELECT c.id, c.slug, c.title, c.settings, m.role, ${hidesSome(viewer?.id ?? null)} AS "hidesSome" FROM ${courses(viewer)} c
		LEFT JOIN memberships m ON m.course_id = c.id AND m.user_id = ${viewer?.id ?? null}
		WHERE c.slug = ${wordFrom(args.params.course)}`;
	if (!row) throw notFound();
	const { settings, role, hidesSome: hides, ...course } = row;
	args.context.courseId = course.id;
	const found = inCourse(viewer, course, role);
	return {
		...found,
		by: { ...found.by, hidesSome: hides },
		settings: courseSettings.parse(settings),
	};
}

export async function teaches(viewer: Viewer): Promise<boolean> {
	if (viewer.isOwner) return true;
	const [membership] = await sql`
		SELECT 1 FROM memberships WHERE user_id = ${viewer.id} AND role <> 'learner' LIMIT 1`;
	return membership !== undefined;
}

type ListedCourse = {
	id: number;
	slug: string;
	title: string;
	description: string;
	state: Publication;
	isRemoved: boolean;
	lessons: number;
	isStaff: boolean;
};

/** At most 100, those that are not shown last. */
export const listCourses = (viewer: Viewer | null) =>
	sql<ListedCourse>`
	SELECT c.id, c.slug, c.title, c.description, c.state, c.removed_at IS NOT NULL AS "isRemoved", ${viewer?.isOwner ?? false} OR coalesce((
			SELECT role FROM memberships WHERE course_id = c.id AND user_id = ${viewer?.id ?? null}
		), 'learner') <> 'learner' AS "isStaff", (SELECT count(*)::int FROM lessons WHERE course_id = c.id AND is_shown) AS lessons
	FROM ${courses(viewer)} c
	ORDER BY c.is_shown DESC, c.created_at DESC, c.id DESC LIMIT 100`;

export const findCourseText = (courseId: number) =>
	db.course.findUniqueOrThrow({
		where: { id: courseId },
		select: {
			...{ title: true, description: true, slug: true },
			...{ state: true, removedAt: true },
		},
	});

/** Instructors first, at most 20. `role` sorts learners lowest, as in the index. */
export const listStaff = (courseId: number) =>
	kept(
		`staff of ${courseId}`,
		{ courseId },
		() => sql<{ handle: string; name: string; role: Role }>`
		SELECT u.handle, u.name, m.role FROM (
			SELECT user_id, role, created_at FROM memberships WHERE course_id = ${courseId} AND role > 'learner'
			ORDER BY role DESC, created_at, user_id LIMIT 20
		) m JOIN users u ON u.id = m.user_id
		ORDER BY m.role DESC, m.created_at, u.id`,
	);
