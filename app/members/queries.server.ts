import { db } from "#app/platform/db.server.ts";

/** The members of a course, staff first, at most 500. */
export async function listMembers(courseId: number) {
	const members = await db.membership.findMany({
		where: { courseId },
		select: {
			role: true,
			createdAt: true,
			user: { select: { id: true, handle: true, name: true } },
		},
		orderBy: [{ role: "desc" }, { createdAt: "asc" }],
		take: 500,
	});
	return members.map(({ user, role, createdAt }) => ({
		...user,
		role,
		createdAt,
	}));
}
