import { db } from "#app/platform/postgres/db.server.ts";

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

export type ImportEntry = Awaited<ReturnType<typeof listImports>>[number];
