import type { Course } from "#app/courses/queries.server.ts";
import type { KnownLesson } from "#app/imports/imported-lessons.server.ts";
import {
	type LinkMarks,
	settleLinks,
	type Target,
} from "#app/imports/lesson-links.server.ts";
import {
	previewOf,
	type ReadySource,
} from "#app/imports/ready-source.server.ts";
import { takeLessonNumbers } from "#app/lessons/commands.server.ts";
import * as paths from "#app/paths.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";

type Numbered = Pick<ReadySource, "report"> & {
	lesson: NonNullable<ReadySource["lesson"]>;
	number: number;
};

/** Of the lessons there are, and for new ones, which wish for the second. */
export async function numbersOf(
	sql: Sql,
	course: Course,
	lessons: [{ number: number } | null, number | null][],
): Promise<number[]> {
	const wishes = lessons.flatMap(([known, wish]) => (known ? [] : [wish]));
	if (wishes.length === 0) return lessons.map(([known]) => known?.number ?? 0);
	const taken = await takeLessonNumbers(sql, course, wishes);
	return lessons.map(([known]) => known?.number ?? taken.shift() ?? 0);
}

/** Only now do the lessons have the numbers that links lead to. */
export async function withSettledLinks<Source extends Numbered>(
	sql: Sql,
	course: Course,
	sources: Source[],
	{ known, marks }: { known: KnownLesson[]; marks: LinkMarks },
): Promise<Source[]> {
	if (marks.aims.length === 0) return sources;
	const targets = new Map<string, Target>();
	for (const lesson of await withHeadings(sql, known, marks))
		targets.set(lesson.importedName ?? "", lesson);
	for (const { report, lesson, number } of sources)
		targets.set(report.name, { number, blocks: lesson.text.blocks });
	const settle = settleLinks(marks, targets, {
		path: (number) => paths.lesson(course.slug, number),
		home: paths.course(course.slug),
	});
	return sources.map((source) => {
		const { lesson, report } = source;
		const text = settle(lesson.text, report.problems);
		report.html = previewOf(text.blocks);
		return { ...source, lesson: { ...lesson, text } };
	});
}

async function withHeadings(
	sql: Sql,
	known: KnownLesson[],
	{ aims }: LinkMarks,
) {
	const files = new Set(aims.map(({ file }) => file));
	const aimed = known.filter(({ importedName }) =>
		files.has(importedName ?? ""),
	);
	const ids = aimed.map(({ id }) => id);
	const headings = await sql<Target["blocks"][number] & { lessonId: number }>`
		SELECT lesson_id AS "lessonId", kind, html, text FROM blocks
		WHERE lesson_id = ANY(${ids}::int[]) AND kind = 'heading' AND position IS NOT NULL ORDER BY lesson_id, position`;
	return aimed.map((lesson) => ({
		...lesson,
		blocks: headings.filter(({ lessonId }) => lessonId === lesson.id),
	}));
}
