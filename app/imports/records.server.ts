import type { Course } from "#app/courses/queries.server.ts";
import type { SourceReport } from "#app/imports/summary.ts";
import { type Sql, withPrisma } from "#app/platform/postgres/db.server.ts";

const isWritten = (outcome: SourceReport["outcome"]) =>
	outcome === "created" || outcome === "updated";

export const isRepeat = (reports: SourceReport[]) =>
	reports.every(({ outcome }) => !isWritten(outcome));

export async function recordImport(
	sql: Sql,
	course: Course,
	reports: SourceReport[],
	byId: number | null,
): Promise<number> {
	const names = reports.map(({ name }) => name).filter(Boolean);
	const source = names.join(", ").slice(0, 500);
	const none = { lessons: 0, replies: 0, problems: 0 };
	const { id } = await withPrisma(sql, (db) =>
		db.import.create({
			data: { courseId: course.id, byId, source, ...none },
			select: { id: true },
		}),
	);
	return id;
}

export async function closeRecord(
	sql: Sql,
	importId: number,
	reports: SourceReport[],
	lessonOrder: number[],
) {
	const written = reports.filter(({ outcome }) => outcome !== "left out");
	if (isRepeat(written)) {
		await withPrisma(sql, (db) =>
			db.import.deleteMany({ where: { id: importId } }),
		);
		return;
	}
	const sum = (count: (report: SourceReport) => number, of = written) =>
		of.reduce((total, report) => total + count(report), 0);
	const data = {
		lessons: written.length,
		replies: sum(({ lesson }) => lesson?.replies ?? 0),
		problems: sum(({ problems }) => problems.length, reports),
		lessonOrder,
	};
	await withPrisma(sql, (db) =>
		db.import.updateMany({ where: { id: importId }, data }),
	);
}
