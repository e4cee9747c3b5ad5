import { ensureCourse } from "#app/courses/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import {
	isEditedHere,
	listKnown,
	syncLesson,
} from "#app/imports/imported-lessons.server.ts";
import { matchLessons } from "#app/imports/match-lessons.ts";
import { problemAt } from "#app/imports/problems.ts";
import {
	type ReadySource,
	readySource,
} from "#app/imports/ready-source.server.ts";
import type { NamedSource } from "#app/imports/source.ts";
import type { SourceReport } from "#app/imports/summary.ts";
import { lockThreadsOf } from "#app/lessons/commands.server.ts";
import { placeLessons } from "#app/lessons/order.server.ts";
import { giveRole } from "#app/members/roles.server.ts";
import { type Sql, withPrisma } from "#app/platform/postgres/db.server.ts";

type Options = {
	/** `title` is for a course that does not exist yet. */
	slug: string;
	title?: string;
	byId: number | null;
	instructorId?: number;
	dryRun?: boolean;
};

class DryRun extends Error {
	constructor(readonly reports: SourceReport[]) {
		super();
	}
}

/** A copy to write the outcome into: the transaction may run twice. */
const unwritten = ({ report, lesson }: ReadySource): ReadySource => ({
	report: { ...report, problems: [...report.problems] },
	lesson,
});

/** A source that cannot be read is left out alone. A repeated import changes only what the sources changed. */
export async function importLessons(
	sources: NamedSource[],
	options: Options,
): Promise<SourceReport[]> {
	const ready: ReadySource[] = [];
	for (const source of sources) ready.push(await readySource(source));
	const reports = ready.map(({ report }) => report);
	if (!ready.some(({ lesson }) => lesson)) return reports;
	const { byId } = options;
	const by = byId === null ? null : { id: byId };
	try {
		return await act({ by, course: null }, async (sql, happened) => {
			const { slug, title = slug } = options;
			const course = await ensureCourse(sql, { slug, title });
			const written = ready.map(unwritten);
			await writeSources(sql, course, written, options);
			const reports = written.map(({ report }) => report);
			if (options.dryRun) throw new DryRun(reports);
			if (!isRepeat(reports) || options.instructorId)
				happened("lesson.imported", {
					courseId: course.id,
					details: {
						lessons: reports.filter(({ outcome }) => outcome !== "left out")
							.length,
					},
				});
			return reports;
		});
	} catch (error) {
		if (error instanceof DryRun) return error.reports;
		throw error;
	}
}

const isRepeat = (reports: SourceReport[]) =>
	reports.every(({ outcome }) => !isWritten(outcome));

const isWritten = (outcome: SourceReport["outcome"]) =>
	outcome === "created" || outcome === "updated";

const hasNumber = ({ lesson }: ReadySource) => Boolean(lesson?.parsed.position);

async function writeSources(
	sql: Sql,
	course: Course,
	ready: ReadySource[],
	{ byId, instructorId }: Options,
): Promise<void> {
	const readable = ready.filter(({ lesson }) => lesson);
	const lessons = readable.flatMap(({ lesson }) => lesson?.parsed ?? []);
	const known = await listKnown(sql, course.id, lessons);
	const matches = matchLessons(known, lessons);
	// Replies written meanwhile wait, and are counted.
	await lockThreadsOf(
		sql,
		matches.flatMap((match) => (match && match !== "unclear" ? match.id : [])),
	);
	if (instructorId) await giveRole(sql, course.id, instructorId, "instructor");
	const importId = await recordImport(sql, course, readable, byId);
	const origin = { byId, importId };
	const ids: number[] = [];
	const created = new Set<number>();
	const inWritingOrder = readable
		.map((source, i) => ({ ...source, i, match: matches[i] ?? null }))
		.toSorted((a, b) => Number(hasNumber(b)) - Number(hasNumber(a)));
	for (const { report, lesson, match, i } of inWritingOrder) {
		if (!lesson) continue;
		if (match === "unclear")
			report.problems.push(
				problemAt(1, lesson.parsed.title, "lessonAmbiguous"),
			);
		else {
			report.was = match;
			const edited = match && (await isEditedHere(sql, match.id));
			const synced = await syncLesson(sql, course, match, lesson, origin);
			report.outcome = synced.outcome;
			ids[i] = synced.id;
			if (synced.outcome === "created") created.add(synced.id);
			if (edited && !(await isEditedHere(sql, match.id)))
				report.problems.push(problemAt(1, lesson.parsed.title, "editedHere"));
		}
	}
	if (created.size > 0)
		await placeLessons(sql, course.id, Object.values(ids), (id) =>
			created.has(id),
		);
	await closeRecord(
		sql,
		importId,
		ready.map(({ report }) => report),
	);
}

async function recordImport(
	sql: Sql,
	course: Course,
	ready: ReadySource[],
	byId: number | null,
): Promise<number> {
	const names = ready.map(({ report }) => report.name).filter(Boolean);
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

async function closeRecord(
	sql: Sql,
	importId: number,
	reports: SourceReport[],
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
	};
	await withPrisma(sql, (db) =>
		db.import.updateMany({ where: { id: importId }, data }),
	);
}
