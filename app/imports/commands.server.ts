import { ensureCourse } from "#app/courses/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { narrowIn, wasRestored } from "#app/imports/full-width.ts";
import {
	bringingBack,
	isEditedHere,
	listImportedNames,
	listKnown,
	nameToKeep,
	placesOf,
	syncLesson,
} from "#app/imports/imported-lessons.server.ts";
import { type LinkMarks, markLinks } from "#app/imports/lesson-links.server.ts";
import { matchLessons } from "#app/imports/match-lessons.ts";
import { problemAt } from "#app/imports/problems.ts";
import { questionDoubtsOf } from "#app/imports/question-doubts.ts";
import {
	type ChosenSource,
	type ReadySource,
	readySource,
} from "#app/imports/ready-source.server.ts";
import {
	closeRecord,
	isRepeat,
	recordImport,
} from "#app/imports/records.server.ts";
import {
	numbersOf,
	withSettledLinks,
} from "#app/imports/settled-links.server.ts";
import {
	isLessonUndecided,
	isUndecided,
	type SourceReport,
} from "#app/imports/summary.ts";
import { countPlaces, lockThreadsOf } from "#app/lessons/commands.server.ts";
import { placeLessons } from "#app/lessons/order.server.ts";
import { giveRole } from "#app/members/roles.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";

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
const unwritten = ({ report, ...source }: ReadySource): ReadySource => ({
	...source,
	report: { ...report, problems: [...report.problems] },
});

/**
 * A source that cannot be read is left out alone; while it is undecided which lesson one is, nothing is written. A
 * repeated import changes only what the sources changed.
 */
export async function importLessons(
	sources: ChosenSource[],
	options: Options,
): Promise<SourceReport[]> {
	const linked = markLinks(sources, await listImportedNames(options.slug));
	const ready: ReadySource[] = [];
	for (const source of linked.sources) ready.push(await readySource(source));
	const reports = ready.map(({ report }) => report);
	if (!ready.some(({ lesson }) => lesson)) return reports;
	const { byId } = options;
	const by = byId === null ? null : { id: byId };
	try {
		return await act({ by, course: null }, async (sql, happened) => {
			const { slug, title = slug } = options;
			const course = await ensureCourse(sql, { slug, title });
			const written = ready.map(unwritten);
			await writeSources(sql, course, written, linked.marks, options);
			const reports = written.map(({ report }) => report);
			if (options.dryRun || reports.some(isUndecided))
				throw new DryRun(reports);
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

const hasNumber = ({ lesson }: Pick<ReadySource, "lesson">) =>
	Boolean(lesson?.parsed.position);

const NO_MATCH = { lesson: null, kind: "sure" as const };

async function writeSources(
	sql: Sql,
	course: Course,
	ready: ReadySource[],
	marks: LinkMarks,
	{ byId, instructorId }: Options,
): Promise<void> {
	const readable = ready.flatMap(({ report, lesson, match }) =>
		lesson ? { report, lesson, match } : [],
	);
	const all = await listKnown(sql, course.id);
	const known = all.filter(({ isUndone }) => !isUndone);
	const documents = readable.map(({ report, lesson, match }) => ({
		...{ ...lesson.parsed, name: report.name, match },
	}));
	const matches = bringingBack(
		matchLessons(known, documents),
		documents,
		all.filter(({ isUndone }) => isUndone),
	);
	// Replies written meanwhile wait, and are counted.
	await lockThreadsOf(
		sql,
		matches.flatMap(({ lesson }) => lesson?.id ?? []),
	);
	if (instructorId) await giveRole(sql, course.id, instructorId, "instructor");
	const importId = await recordImport(
		sql,
		course,
		readable.map(({ report }) => report),
		byId,
	);
	const numbers = await numbersOf(
		sql,
		course,
		readable.map(({ lesson }, i) => [
			matches[i]?.lesson ?? null,
			lesson.parsed.position,
		]),
	);
	const settled = await withSettledLinks(
		sql,
		course,
		readable.map((source, i) => ({ ...source, number: numbers[i] ?? 0 })),
		{ known, marks },
	);
	const written = settled.map((source, i) => ({
		...source,
		match: matches[i] ?? NO_MATCH,
		lessonId: 0,
		isPlaced: false,
	}));
	const certain = new Set(
		matches.flatMap(({ lesson, kind }) => (kind === "sure" ? lesson : [])),
	);
	const lessons = known.flatMap((lesson) => {
		const { number, title, place } = lesson;
		return certain.has(lesson) ? [] : { number, title, place };
	});
	for (const source of written.toSorted(
		(a, b) => Number(hasNumber(b)) - Number(hasNumber(a)),
	)) {
		const { report, lesson, match } = source;
		const { title } = lesson.parsed;
		const isDecided = match.kind === "decided";
		if (match.kind !== "sure") report.doubt = { isDecided, lessons };
		if (isLessonUndecided(report))
			report.problems.push(problemAt(1, title, "lessonDoubtful"));
		const was = match.lesson;
		const present = was?.isUndone ? null : was;
		report.was = present;
		report.wasWidened = wasRestored(
			narrowIn(lesson.parsed).text,
			`${was?.titles.at(-1)}\n${was?.source}`,
		);
		const { questions, decided } = lesson.text;
		report.questionDoubts = questionDoubtsOf(present, questions, decided);
		for (const { text, match } of report.questionDoubts) {
			const asked = lesson.parsed.questions.find((one) => one.text === text);
			if (match === undefined)
				report.problems.push(
					problemAt(asked?.line ?? 1, text, "questionDoubtful"),
				);
		}
		const edited =
			was && !isUndecided(report) && (await isEditedHere(sql, was.id));
		const synced = await syncLesson(sql, course, was, lesson, {
			...{ byId, importId, number: source.number },
			name: nameToKeep(report.name, was?.importedName),
		});
		source.lessonId = synced.id;
		source.isPlaced = synced.isPlaced;
		report.outcome = synced.outcome;
		if (edited && !(await isEditedHere(sql, was.id)))
			report.problems.push(problemAt(1, title, "editedHere"));
	}
	const placed = written.filter(({ isPlaced }) => isPlaced);
	await placeLessons(
		sql,
		course.id,
		written.map(({ lessonId }) => lessonId),
		(id) => placed.some(({ lessonId }) => lessonId === id),
	);
	await countPlaces(sql, course);
	const places = await placesOf(
		sql,
		written.map(({ lessonId }) => lessonId),
	);
	for (const { report, lessonId } of written)
		report.place = places.get(lessonId) ?? null;
	await closeRecord(
		sql,
		importId,
		ready.map(({ report }) => report),
		placed.some(({ report }) => report.was) ? known.map(({ id }) => id) : [],
	);
}
