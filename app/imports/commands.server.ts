import type { Course } from "#app/courses/queries.server.ts";
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
import { giveRole } from "#app/members/roles.server.ts";
import { changed, NO_COURSE } from "#app/platform/changes.server.ts";
import { type Sql, transaction } from "#app/platform/db.server.ts";

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

/** A source that cannot be read keeps all out. A repeated import changes only what the sources changed. */
export async function importLessons(
	sources: NamedSource[],
	options: Options,
): Promise<SourceReport[]> {
	const ready: ReadySource[] = [];
	for (const source of sources) ready.push(await readySource(source));
	const reports = ready.map(({ report }) => report);
	const isReadable = ready.every(({ lesson }) => lesson);
	if (ready.length === 0 || !isReadable) return reports;
	try {
		const done = await transaction(async (sql) => {
			const course = await ensureCourse(sql, options);
			const written = ready.map(unwritten);
			await writeSources(sql, course, written, options);
			const reports = written.map(({ report }) => report);
			if (options.dryRun) throw new DryRun(reports);
			return { courseId: course.id, reports };
		});
		const adds = done.reports.some(({ outcome }) => outcome === "created");
		changed(done.courseId);
		if (adds) changed(NO_COURSE);
		return done.reports;
	} catch (error) {
		if (error instanceof DryRun) return error.reports;
		throw error;
	}
}

async function ensureCourse(
	sql: Sql,
	{ slug, title }: Options,
): Promise<Course> {
	await sql`INSERT INTO courses (slug, title) VALUES (${slug}, ${title ?? slug}) ON CONFLICT (slug) DO NOTHING`;
	// No stronger lock, so that first replies elsewhere in the course need not wait.
	const [course] = await sql<Course>`
		SELECT id, slug, title FROM courses WHERE slug = ${slug} FOR NO KEY UPDATE`;
	if (!course) throw new Error(`No course ${slug}`);
	return course;
}

const hasNumber = ({ lesson }: ReadySource) => Boolean(lesson?.parsed.position);

async function writeSources(
	sql: Sql,
	course: Course,
	ready: ReadySource[],
	{ byId, instructorId }: Options,
): Promise<void> {
	const lessons = ready.flatMap(({ lesson }) => lesson?.parsed ?? []);
	const known = await listKnown(sql, course.id, lessons);
	const matches = matchLessons(known, lessons);
	// Replies written meanwhile wait, and are counted.
	await lockThreadsOf(
		sql,
		matches.flatMap((match) => (match && match !== "unclear" ? match.id : [])),
	);
	if (instructorId) await giveRole(sql, course.id, instructorId, "instructor");
	const importId = await recordImport(sql, course, ready, byId);
	const origin = { byId, importId };
	const inWritingOrder = ready
		.map((source, i) => ({ ...source, match: matches[i] ?? null }))
		.toSorted((a, b) => Number(hasNumber(b)) - Number(hasNumber(a)));
	for (const { report, lesson, match } of inWritingOrder) {
		if (!lesson) continue;
		if (match === "unclear")
			report.problems.push(
				problemAt(1, lesson.parsed.title, "lessonAmbiguous"),
			);
		else {
			report.was = match;
			const edited = match && (await isEditedHere(sql, match.id));
			report.outcome = await syncLesson(sql, course, match, lesson, origin);
			if (edited && !(await isEditedHere(sql, match.id)))
				report.problems.push(problemAt(1, lesson.parsed.title, "editedHere"));
		}
	}
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
	const [row] = await sql<{ id: number }>`
		INSERT INTO imports (course_id, by_id, source, lessons, replies, problems)
		VALUES (${course.id}, ${byId}, ${names.join(", ").slice(0, 500)}, 0, 0, 0) RETURNING id`;
	if (!row) throw new Error("The import was not recorded");
	return row.id;
}

async function closeRecord(
	sql: Sql,
	importId: number,
	reports: SourceReport[],
) {
	const written = reports.filter(({ outcome }) => outcome !== "left out");
	if (written.every(({ outcome }) => outcome === "unchanged")) {
		await sql`DELETE FROM imports WHERE id = ${importId}`;
		return;
	}
	const sum = (count: (report: SourceReport) => number, of = written) =>
		of.reduce((total, report) => total + count(report), 0);
	await sql`
		UPDATE imports SET lessons = ${written.length}, replies = ${sum(({ lesson }) => lesson?.replies ?? 0)},
			problems = ${sum(({ problems }) => problems.length, reports)}
		WHERE id = ${importId}`;
}
