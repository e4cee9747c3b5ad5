import type { Course } from "#app/courses/queries.server.ts";
import { pictureOf, recordChanges } from "#app/imports/changes.server.ts";
import { asRestored } from "#app/imports/full-width.ts";
import { syncReplies } from "#app/imports/imported-replies.server.ts";
import type { Known, Match } from "#app/imports/match-lessons.ts";
import type { ReadySource } from "#app/imports/ready-source.server.ts";
import type { SourceReport } from "#app/imports/summary.ts";
import {
	insertLesson,
	type LessonText,
	lockLesson,
	markAsImported,
	type Origin,
	reviseLesson,
} from "#app/lessons/commands.server.ts";
import { bringBackLesson } from "#app/lessons/undone.server.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

const NAME_MAX = 500;

export type KnownLesson = Known & {
	id: number;
	title: string;
	importedName: string | null;
	threadId: number;
	questions: string[];
	questionNumbers: number[];
	/** Its import was undone, so it is in the course no more. */
	isUndone: boolean;
	place: number | null;
};

export async function listKnown(
	sql: Sql,
	courseId: number,
): Promise<KnownLesson[]> {
	const rows = await sql<
		Omit<KnownLesson, "titles"> & { importedTitle: string | null }
	>`
		SELECT l.id, l.number, l.title, l.place, l.imported_number AS "importedNumber",
			l.imported_name AS "importedName", t.id AS "threadId", l.is_undone AS "isUndone", coalesce((
			SELECT array_agg(title ORDER BY position) FROM ${threads(forStaff, "tombstones")} q
			WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
		), '{}') AS questions, coalesce((
			SELECT array_agg(number ORDER BY position) FROM ${threads(forStaff, "tombstones")} q
			WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
		), '{}') AS "questionNumbers", imported.title AS "importedTitle", coalesce(imported.source, now.source) AS source
		FROM lessons l JOIN ${threads(forStaff, "tombstones")} t ON t.lesson_id = l.id AND t.kind = 'lesson'
		JOIN lesson_revisions now ON now.lesson_id = l.id AND now.number = l.revision
		LEFT JOIN LATERAL (
			SELECT title, source FROM lesson_revisions WHERE lesson_id = l.id AND import_id IS NOT NULL
			ORDER BY number DESC LIMIT 1
		) imported ON true
		WHERE l.course_id = ${courseId} AND (l.removed_at IS NULL OR l.is_undone) ORDER BY l.position, l.id`;
	return rows.map(({ importedTitle, ...lesson }) => ({
		...lesson,
		titles: [lesson.title, importedTitle ?? lesson.title],
	}));
}

/** A lesson whose import was undone comes back for a document with its title, best with its text. */
export function bringingBack(
	matches: Match<KnownLesson>[],
	documents: readonly { title: string; markdown: string }[],
	undone: readonly KnownLesson[],
): Match<KnownLesson>[] {
	const free = new Set(undone);
	return matches.map((match, i) => {
		if (match.lesson || match.kind === "doubtful") return match;
		const { title = "", markdown } = documents[i] ?? {};
		const named = [...free].filter(({ titles }) => titles.includes(title));
		const same = named.find(({ source }) => source === markdown) ?? named[0];
		if (same) free.delete(same);
		return { ...match, lesson: same ?? null };
	});
}

export async function placesOf(
	sql: Sql,
	ids: number[],
): Promise<Map<number, number | null>> {
	const rows = await sql<{ id: number; place: number | null }>`
		SELECT id, place FROM lessons WHERE id = ANY(${ids}::int[]) ORDER BY id`;
	return new Map(rows.map(({ id, place }) => [id, place]));
}

export async function listImportedNames(slug: string): Promise<string[]> {
	const rows = await sql<{ name: string }>`
		SELECT l.imported_name AS name FROM lessons l JOIN courses c ON c.id = l.course_id
		WHERE c.slug = ${slug} AND l.imported_name IS NOT NULL ORDER BY l.id`;
	return rows.map(({ name }) => name);
}

/** Imported alone, a file has lost its folder. */
export function nameToKeep(
	name: string,
	known: string | null | undefined,
): string | null {
	const short = name.slice(-NAME_MAX);
	return known?.endsWith(`/${short}`) ? known : short || null;
}

type Lesson = NonNullable<ReadySource["lesson"]>;

type Synced = {
	id: number;
	isPlaced: boolean;
	outcome: SourceReport["outcome"];
};

export async function syncLesson(
	sql: Sql,
	course: Course,
	found: KnownLesson | null,
	{ parsed, text, comments }: Lesson,
	origin: Origin & { importId: number; number: number; name: string | null },
): Promise<Synced> {
	const { importId } = origin;
	const { position } = parsed;
	if (!found) {
		const { id, threadId } = await insertLesson(sql, course, text, origin);
		await markAsImported(sql, id, position, origin.name);
		await syncReplies(sql, threadId, comments);
		await recordChanges(sql, { importId, lessonId: id }, null);
		return { id, isPlaced: true, outcome: "created" };
	}
	const lessonId = found.id;
	const now = await lockLesson(sql, lessonId);
	const before = found.isUndone ? null : await pictureOf(sql, lessonId);
	if (found.isUndone) await bringBackLesson(sql, lessonId);
	const isPlaced =
		found.isUndone || (position !== null && position !== found.importedNumber);
	if (isPlaced || origin.name !== found.importedName)
		await markAsImported(sql, found.id, position, origin.name);
	const next = await unlessEditedHere(sql, found.id, restored(text, found));
	const revised = await reviseLesson(sql, course, now, next, origin);
	const synced = await syncReplies(sql, found.threadId, comments);
	if (!isPlaced && !revised && !synced)
		return { id: lessonId, isPlaced, outcome: "unchanged" };
	await recordChanges(sql, { importId, lessonId }, before);
	const outcome = found.isUndone ? "created" : "updated";
	return { id: lessonId, isPlaced, outcome };
}

function restored(text: LessonText, found: KnownLesson): LessonText {
	const title = asRestored(text.title, found.titles.slice(1));
	const source = asRestored(text.source, [found.source]);
	// Its blocks are those of the text as it comes, so they must not be written.
	const isSame = found.titles.at(1) === title && found.source === source;
	return {
		...(isSame ? { ...text, title, source } : text),
		questions: text.questions.map((one) => asRestored(one, found.questions)),
	};
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
