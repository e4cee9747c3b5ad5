import type { Course } from "#app/courses/queries.server.ts";
import { syncReplies } from "#app/imports/imported-replies.server.ts";
import { problemAt } from "#app/imports/problems.ts";
import { type ReadyLesson, readyLesson } from "#app/imports/ready-lesson.server.ts";
import type { NamedSource } from "#app/imports/source.ts";
import { type Summary, summarise } from "#app/imports/summary.ts";
import { insertLesson, reviseLesson } from "#app/lessons/commands.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { type Sql, transaction } from "#app/platform/db.server.ts";

type Options = {
	/** The course's slug, and the title it gets if it does not exist yet. */
	slug: string;
	title?: string;
	byId: number | null;
	/** An account that becomes an instructor of the course. */
	instructorId?: number;
	/** Says what would come in, and writes nothing. */
	dryRun?: boolean;
};

/** Carries a dry run's summary out of its transaction, which it rolls back. */
class DryRun extends Error {
	constructor(readonly summary: Summary) {
		super("dry run");
	}
}

/**
 * Brings lessons with their questions and old comments into a course: all of them in one transaction, or none. Done
 * again, it changes what the sources changed and nothing else; people's replies, votes and pins stay.
 */
export async function importLessons(sources: NamedSource[], options: Options): Promise<Summary> {
	const lessons: ReadyLesson[] = [];
	for (const source of sources) {
		const ready = await readyLesson(source);
		if (ready) lessons.push(ready);
	}
	const unread = sources.filter(({ lesson }) => !lesson);
	const several = sources.length > 1;
	const summary: Summary = {
		lessons: lessons.map(summarise),
		created: 0,
		updated: 0,
		unchanged: 0,
		problems: [...unread, ...lessons].flatMap(({ name, problems }) =>
			problems.map((problem) => ({ ...problem, ...(several && { source: name }) })),
		),
	};
	try {
		const courseId = await transaction(async (sql) => {
			const course = await ensureCourse(sql, options);
			const importId = await recordImport(sql, course, sources, options, summary);
			for (const lesson of lessons) {
				const outcome = await importLesson(sql, course, lesson, { byId: options.byId, importId });
				if (outcome === "ambiguous") {
					const problem = problemAt(1, lesson.parsed.title, "lessonAmbiguous");
					summary.problems.push({ ...problem, ...(several && { source: lesson.name }) });
				} else summary[outcome] += 1;
			}
			if (options.dryRun) throw new DryRun(summary);
			return course.id;
		});
		changed(courseId);
		return summary;
	} catch (error) {
		if (error instanceof DryRun) return error.summary;
		throw error;
	}
}

async function ensureCourse(sql: Sql, { slug, title, instructorId }: Options): Promise<Course> {
	await sql`INSERT INTO courses (slug, title) VALUES (${slug}, ${title ?? slug}) ON CONFLICT (slug) DO NOTHING`;
	const [course] = await sql<Course>`SELECT id, slug, title FROM courses WHERE slug = ${slug} FOR UPDATE`;
	if (!course) throw new Error(`No course ${slug}`);
	if (instructorId)
		await sql`
			INSERT INTO memberships (course_id, user_id, role) VALUES (${course.id}, ${instructorId}, 'instructor')
			ON CONFLICT (course_id, user_id) DO UPDATE SET role = 'instructor'`;
	return course;
}

async function recordImport(
	sql: Sql,
	course: Course,
	sources: NamedSource[],
	options: Options,
	summary: Summary,
): Promise<number> {
	const replies = summary.lessons.reduce((sum, lesson) => sum + lesson.replies, 0);
	const [row] = await sql<{ id: number }>`
		INSERT INTO imports (course_id, by_id, source, lessons, replies, problems)
		VALUES (${course.id}, ${options.byId}, ${sources.map(({ name }) => name).join(", ").slice(0, 500)},
			${summary.lessons.length}, ${replies}, ${summary.problems.length}) RETURNING id`;
	if (!row) throw new Error("The import was not recorded");
	return row.id;
}

async function importLesson(
	sql: Sql,
	course: Course,
	{ parsed, text }: ReadyLesson,
	origin: { byId: number | null; importId: number },
): Promise<"created" | "updated" | "unchanged" | "ambiguous"> {
	const found = await findImported(sql, course.id, parsed);
	if (found === "ambiguous") return found;
	if (!found) {
		const number = parsed.position || null;
		const lesson = await insertLesson(sql, course, text, { ...origin, wishedNumber: number });
		await syncReplies(sql, lesson.threadId, parsed.comments);
		return "created";
	}
	const revised = await reviseLesson(sql, course, found.id, text, origin);
	const synced = await syncReplies(sql, found.threadId, parsed.comments);
	return revised || synced ? "updated" : "unchanged";
}

/** The lesson that the source means: by its number there, else by its title. */
async function findImported(
	sql: Sql,
	courseId: number,
	{ position, title }: { position: number | null; title: string },
) {
	type Found = { id: number; threadId: number };
	const byNumber = await sql<Found>`
		SELECT l.id, t.id AS "threadId" FROM lessons l JOIN threads t ON t.lesson_id = l.id AND t.kind = 'lesson'
		WHERE l.course_id = ${courseId} AND l.imported_number = ${position}`;
	const candidates = byNumber.length
		? byNumber
		: await sql<Found>`
			SELECT l.id, t.id AS "threadId" FROM lessons l JOIN threads t ON t.lesson_id = l.id AND t.kind = 'lesson'
			WHERE l.course_id = ${courseId} AND l.title = ${title}`;
	return candidates.length > 1 ? ("ambiguous" as const) : (candidates[0] ?? null);
}
