import { db } from "#app/platform/db.server.ts";

/** The last imports of a course that changed something, latest first, at most 20. */
export const listImports = (courseId: number) =>
	db.import.findMany({
		where: { courseId },
		select: {
			id: true,
			source: true,
			lessons: true,
			replies: true,
			problems: true,
			createdAt: true,
			by: { select: { handle: true, name: true } },
		},
		orderBy: { id: "desc" },
		take: 20,
	});

/** An import as the course's list shows it. */
export type ImportEntry = Awaited<ReturnType<typeof listImports>>[number];
