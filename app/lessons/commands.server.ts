import { lockCourse, lockPins } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import { takeLessonNumber } from "#app/courses/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { askQuestions } from "#app/lessons/ask-questions.server.ts";
import { matchBlocks } from "#app/lessons/match-blocks.ts";
import type { DecidedQuestions } from "#app/lessons/match-questions.ts";
import type { LessonBlock } from "#app/markdown/blocks.server.ts";
import { renderBlocks } from "#app/markdown/body.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { piece, type Sql, sql } from "#app/platform/postgres/db.server.ts";
import {
	insertThread,
	showThreadsOf,
	titleLessonThread,
} from "#app/threads/rows.server.ts";

type Words = { title: string; source: string; questions: string[] };

export type LessonText = Words & {
	blocks: LessonBlock[];
	decided?: DecidedQuestions;
};

/** An account, an import, or (from the command line) an import alone. */
export type Origin = { byId: number | null; importId: number | null };

/** @throws Invalid naming the limit that the text breaks */
async function lessonText(
	text: Words,
	byId: number | null,
): Promise<LessonText> {
	return { ...text, blocks: await renderBlocks(text.source, byId) };
}

/** Locks the course. A wished number is given if it is free. */
export async function takeLessonNumbers(
	sql: Sql,
	course: Course,
	wishes: readonly (number | null)[],
): Promise<number[]> {
	await lockCourse(sql, course.id);
	const [numbers] = await sql<{ last: number; taken: number[] }>`
		SELECT c.last_lesson_number AS last, ARRAY(
			SELECT number FROM lessons WHERE course_id = c.id AND number = ANY(${wishes}::int[])
		) AS taken
		FROM courses c WHERE c.id = ${course.id}`;
	if (!numbers) throw new Error(`No course ${course.id}`);
	const taken = new Set(numbers.taken);
	const wished = wishes.map((wish) => {
		if (!wish || taken.has(wish)) return null;
		taken.add(wish);
		return wish;
	});
	let last = Math.max(numbers.last, ...taken);
	const given = wished.map((number) => number ?? ++last);
	await takeLessonNumber(sql, course.id, last);
	return given;
}

/** Under a number taken before; the course is locked. Then the lessons must be placed. */
export async function insertLesson(
	sql: Sql,
	course: Course,
	text: LessonText,
	origin: Origin & { number: number; isDraft?: boolean },
): Promise<{ id: number; number: number; threadId: number }> {
	const { number } = origin;
	const [lesson] = await sql<{ id: number }>`
		INSERT INTO lessons (course_id, number, position, title, state) VALUES (
			${course.id}, ${number}, (SELECT coalesce(max(position), 0) + 1 FROM lessons WHERE course_id = ${course.id}), ${text.title},
			${origin.isDraft ? "draft" : "shown"}::publication
		) RETURNING id`;
	if (!lesson) throw new Error("The lesson was not written");
	await writeRevision(sql, lesson.id, 1, text, origin);
	const thread = await insertThread(sql, course.id, {
		...{ kind: "lesson", title: text.title, lessonId: lesson.id },
	});
	await askQuestions(sql, course, lesson.id, text.questions);
	if (origin.isDraft) await showThreadsOf(sql, lesson.id, false);
	return { id: lesson.id, number, threadId: thread.id };
}

export async function lockThreadsOf(
	sql: Sql,
	lessonIds: number[],
): Promise<void> {
	await sql`
		SELECT 1 FROM threads WHERE lesson_id = ANY(${lessonIds}::int[]) AND kind IN ('lesson', 'thinking')
		ORDER BY id FOR NO KEY UPDATE`;
}

type LockedLesson = Words & { id: number; revision: number };

/** The course must be locked. */
export async function lockLesson(sql: Sql, lessonId: number) {
	await lockThreadsOf(sql, [lessonId]);
	return readLesson(sql, lessonId, piece`FOR NO KEY UPDATE OF l`);
}

async function readLesson(sql: Sql, lessonId: number, lock = piece``) {
	const [now] = await sql<LockedLesson>`
		SELECT l.id, l.revision, l.title, r.source, ARRAY(
			SELECT title FROM threads WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
			ORDER BY position
		) AS questions FROM lessons l
		JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = l.revision
		WHERE l.id = ${lessonId} ${lock}`;
	if (!now) throw new Error(`No lesson ${lessonId}`);
	return now;
}

const saysTheSame = (one: Words, other: Words) =>
	one.title === other.title && one.source === other.source;

const asksTheSame = (one: Words, other: Words) =>
	JSON.stringify(one.questions) === JSON.stringify(other.questions);

/** Writes only if text or questions differ from `now`, the locked row. Returns whether they did. */
export async function reviseLesson(
	sql: Sql,
	course: Course,
	now: LockedLesson,
	text: LessonText,
	origin: Origin,
): Promise<boolean> {
	const lessonId = now.id;
	const isSameText = saysTheSame(now, text);
	const isSameQuestions = asksTheSame(now, text);
	if (isSameText && isSameQuestions) return false;
	if (!isSameQuestions)
		await askQuestions(sql, course, lessonId, text.questions, text.decided);
	await sql`UPDATE lessons SET title = ${text.title}, revision = revision + 1, updated_at = now() WHERE id = ${lessonId}`;
	if (now.title !== text.title)
		await titleLessonThread(sql, lessonId, text.title);
	if (isSameText)
		await repeatRevision(sql, lessonId, now.revision, origin.byId);
	else {
		await writeRevision(sql, lessonId, now.revision + 1, text, origin);
		const pins = await lockPins(sql, { lessonId });
		await recount(sql, "pins", pins, ["to_check"]);
	}
	return true;
}

/** For new questions under the same text; not of an import. */
const repeatRevision = (
	sql: Sql,
	lessonId: number,
	revision: number,
	byId: number | null,
) => sql`
	INSERT INTO lesson_revisions (lesson_id, number, title, source, blocks, by_id)
	SELECT lesson_id, number + 1, title, source, blocks, ${byId} FROM lesson_revisions
	WHERE lesson_id = ${lessonId} AND number = ${revision}`;

async function writeRevision(
	sql: Sql,
	lessonId: number,
	revision: number,
	text: LessonText,
	origin: Origin,
) {
	const old = await sql<{ id: number; source: string }>`
		SELECT id, source FROM blocks WHERE lesson_id = ${lessonId} AND position IS NOT NULL ORDER BY position`;
	const kept = matchBlocks(old, text.blocks);
	const ids = text.blocks.map((_, position) => kept[position]?.id ?? null);
	const wordings = () =>
		JSON.stringify(text.blocks.map(({ source }, i) => [ids[i], source]));
	await sql`
		INSERT INTO lesson_revisions (lesson_id, number, title, source, blocks, by_id, import_id)
		VALUES (${lessonId}, ${revision}, ${text.title}, ${text.source}, ${wordings()}, ${origin.byId}, ${origin.importId})`;
	const gone = old.flatMap(({ id }) => (ids.includes(id) ? [] : id));
	if (gone.length > 0)
		await sql`UPDATE blocks SET position = NULL WHERE id = ANY(${gone}::int[])`;
	const rows = text.blocks.map((block, position) => ({
		...block,
		...{ position, id: ids[position] },
	}));
	const made = await sql<{ id: number; position: number }>`
		WITH n AS MATERIALIZED (
			SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS
				given (id int, position int, kind block_kind, level int, source text, html text, text text)
		), changed AS (
			UPDATE blocks b SET position = n.position, kind = n.kind, level = n.level, source = n.source, html = n.html, text = n.text,
				renderer = ${RENDERER_VERSION}, revision = CASE WHEN b.source = n.source THEN b.revision ELSE ${revision} END
			FROM n WHERE b.id = n.id AND ROW(b.position, b.kind, b.level, b.source, b.html, b.text, b.renderer)
				IS DISTINCT FROM ROW(n.position, n.kind, n.level, n.source, n.html, n.text, ${RENDERER_VERSION})
		)
		INSERT INTO blocks (lesson_id, position, kind, level, source, html, text, revision, renderer)
		SELECT ${lessonId}, position, kind, level, source, html, text, ${revision}, ${RENDERER_VERSION}
		FROM n WHERE id IS NULL ORDER BY position RETURNING id, position`;
	if (made.length === 0) return;
	for (const { id, position } of made) ids[position] = id;
	await sql`
		UPDATE lesson_revisions SET blocks = ${wordings()} WHERE lesson_id = ${lessonId} AND number = ${revision}`;
}

type Given = { by: { id: number } | null; course: Course; reason?: string };

/** @throws Invalid where the text breaks a limit */
export async function createLesson(
	text: Words & { isDraft?: boolean },
	given: Given,
): Promise<{ number: number }> {
	const byId = given.by?.id ?? null;
	const ready = await lessonText(text, byId);
	return act(given, async (sql, happened) => {
		const [number = 0] = await takeLessonNumbers(sql, given.course, [null]);
		const { isDraft } = text;
		const origin = { byId, importId: null, number, isDraft };
		const lesson = await insertLesson(sql, given.course, ready, origin);
		await countPlaces(sql, given.course);
		happened("lesson.created", {
			threadId: lesson.threadId,
			details: { lessonId: lesson.id },
		});
		return lesson;
	});
}

/** For an import: the source's number and file; null leaves what is known. */
export const markAsImported = (
	sql: Sql,
	lessonId: number,
	number: number | null,
	name: string | null,
) => sql`
	UPDATE lessons SET imported_number = coalesce(${number}, imported_number), imported_name = coalesce(${name}, imported_name)
	WHERE id = ${lessonId}`;

/** Where the shown lessons stand. The course must be locked. */
export async function countPlaces(sql: Sql, course: { id: number }) {
	const lessons = await sql<{ id: number }>`
		SELECT id FROM lessons WHERE course_id = ${course.id} ORDER BY id FOR NO KEY UPDATE`;
	await recount(
		sql,
		"lessons",
		lessons.map(({ id }) => id),
		["place"],
	);
}

/**
 * Replies, votes and pins stay.
 * @throws Refusal with the other text where it was edited since `revision`
 * @throws Invalid where the text breaks a limit
 */
export async function editLesson(
	lesson: { id: number },
	words: Words & { revision: number },
	given: Given,
): Promise<void> {
	const { revision } = words;
	const { course } = given;
	const byId = given.by?.id ?? null;
	const refuseStale = (now: Words & { revision: number }) => {
		const isRepeat = saysTheSame(now, words) && asksTheSame(now, words);
		if (now.revision !== revision && !isRepeat)
			throw new Refusal("staleEdit", {
				theirs: [now.title, now.source, ...now.questions].join("\n\n"),
				version: now.revision,
			});
	};
	refuseStale(await readLesson(sql, lesson.id));
	const ready = await lessonText(words, byId);
	await act(given, async (sql, happened) => {
		await lockCourse(sql, course.id);
		const now = await lockLesson(sql, lesson.id);
		refuseStale(now);
		const origin = { byId, importId: null };
		if (await reviseLesson(sql, course, now, ready, origin))
			happened("lesson.edited", { details: { lessonId: lesson.id } });
	});
}
