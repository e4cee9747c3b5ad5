import type { Course } from "#app/courses/queries.server.ts";
import { syncReplies } from "#app/imports/imported-replies.server.ts";
import type { ReadySource } from "#app/imports/ready-source.server.ts";
import type { SourceReport } from "#app/imports/summary.ts";
import {
	insertLesson,
	type LessonText,
	lockLesson,
	numberAsImported,
	type Origin,
	reviseLesson,
} from "#app/lessons/commands.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

type KnownLesson = {
	id: number;
	title: string;
	importedNumber: number | null;
	threadId: number;
	questions: string[];
};

export const listKnown = (
	sql: Sql,
	courseId: number,
	sources: { title: string; position: number | null }[],
) =>
	sql<KnownLesson>`
		SELECT l.id, l.title, l.imported_number AS "importedNumber", t.id AS "threadId", coalesce((
			SELECT array_agg(title ORDER BY position) FROM ${threads(forStaff, "tombstones")} q
			WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
		), '{}') AS questions
		FROM lessons l JOIN ${threads(forStaff, "tombstones")} t ON t.lesson_id = l.id AND t.kind = 'lesson'
		WHERE l.course_id = ${courseId} AND (
			l.imported_number = ANY (${sources.map(({ position }) => position)}::int[])
			OR l.title = ANY (${sources.map(({ title }) => title)}::text[])
		)`;

type Lesson = NonNullable<ReadySource["lesson"]>;

export async function syncLesson(
	sql: Sql,
	course: Course,
	found: KnownLesson | null,
	{ parsed, text, comments }: Lesson,
	origin: Origin,
): Promise<{ id: number; outcome: SourceReport["outcome"] }> {
	if (!found) {
		const { id, threadId } = await insertLesson(sql, course, text, {
			...origin,
			wishedNumber: parsed.position || null,
		});
		// Lessons count from 1: the source's 0 gets another number.
		if (parsed.position === 0) await numberAsImported(sql, id, 0);
		await syncReplies(sql, threadId, comments);
		return { id, outcome: "created" };
	}
	const now = await lockLesson(sql, found.id);
	const { position } = parsed;
	const renumbered = position !== null && position !== found.importedNumber;
	if (renumbered) await numberAsImported(sql, found.id, position);
	const next = await unlessEditedHere(sql, found.id, text);
	const revised = await reviseLesson(sql, course, now, next, origin);
	const synced = await syncReplies(sql, found.threadId, comments);
	const isUpdated = renumbered || revised || synced;
	return { id: found.id, outcome: isUpdated ? "updated" : "unchanged" };
}

/** Text edited by staff stays while its source is unchanged. */
async function unlessEditedHere(
	sql: Sql,
	lessonId: number,
	text: LessonText,
): Promise<LessonText> {
	const [now] = await sql<{ title: string; source: string }>`
		SELECT now.title, now.source FROM lessons l
		JOIN lesson_revisions now ON now.lesson_id = l.id AND now.number = l.revision
		JOIN LATERAL (
			SELECT title, source FROM lesson_revisions WHERE lesson_id = l.id AND import_id IS NOT NULL
			ORDER BY number DESC LIMIT 1
		) imported ON imported.title = ${text.title} AND imported.source = ${text.source}
		WHERE l.id = ${lessonId}`;
	return now ? { ...text, ...now } : text;
}

export async function isEditedHere(
	sql: Sql,
	lessonId: number,
): Promise<boolean> {
	const [edited] = await sql`
		SELECT 1 FROM lessons l JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = l.revision
		WHERE l.id = ${lessonId} AND r.import_id IS NULL`;
	return edited !== undefined;
}
