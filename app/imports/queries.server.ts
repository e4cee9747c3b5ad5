import { db } from "#app/platform/postgres/db.server.ts";

const person = { select: { handle: true, name: true } } as const;

const ENTRY = {
	...{ id: true, source: true, createdAt: true, undoneAt: true },
	...{ lessons: true, replies: true, problems: true },
	...{ by: person, undoneBy: person },
} as const;

/** Null: the course has had no such import. */
export const findImport = (courseId: number, id: number) =>
	db.import.findUnique({
		where: { id, courseId },
		select: { ...ENTRY, _count: { select: { changes: true } } },
	});

export const listImports = (courseId: number) =>
	db.import.findMany({
		where: { courseId },
		select: ENTRY,
		orderBy: { id: "desc" },
		take: 20,
	});

export type ImportEntry = Awaited<ReturnType<typeof listImports>>[number];
