import type { LessonLink } from "#app/lessons/queries.server.ts";
import { changeCount } from "#app/lessons/since.server.ts";
import { withShortHtml } from "#app/markdown/short.server.ts";
import { fragment, limit, sql } from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import type { NoteKind, Publication } from "#app/platform/prisma/enums.ts";
import { listRead, type ReadLesson } from "#app/progress/queries.server.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import {
	everybody,
	repliesIn,
	threads,
} from "#app/visibility/relations.server.ts";

/** Up to FEW lessons are listed with questions and notes; longer courses in parts of titles. */
const FEW = 30;
const PART = 50;

const NOTES_LISTED = 3;

export type LessonEntry = {
	id: number;
	number: number;
	title: string;
	replyCount: number;
	lastActivityAt: Date | null;
	/** All in the margin, and the first of them. */
	noteCount: number;
	notes: { replyId: number; kind: NoteKind; shortHtml: string }[];
	isRead: boolean;
	questions: { number: number; title: string; replyCount: number }[];
};

type ListedLesson = Omit<LessonEntry, "isRead">;

/** Null without replies, or where none has a date: then it is the thread's own. */
const TALKED = (thread: string) =>
	fragment(
		`CASE WHEN ${thread}.reply_count > 0 THEN nullif(${thread}.last_activity_at, ${thread}.created_at) END`,
	);

async function readLessons(courseId: number): Promise<ListedLesson[]> {
	const lessons = await sql<
		Omit<ListedLesson, "notes"> & {
			notes: { replyId: number; kind: NoteKind; shortForm: string }[];
		}
	>`
	SELECT l.id, l.number, l.title, t.reply_count AS "replyCount",
		greatest(${TALKED("t")}, q.last) AS "lastActivityAt",
		n.count AS "noteCount", n.notes,
		coalesce(q.questions, '[]') AS questions
	FROM lessons l
	JOIN ${threads(everybody)} t ON t.lesson_id = l.id AND t.kind = 'lesson'
	LEFT JOIN LATERAL (
		SELECT max(${TALKED("q")}) AS last,
			jsonb_agg(jsonb_build_object('number', number, 'title', title, 'replyCount', reply_count) ORDER BY position) AS questions
		FROM ${threads(everybody)} q WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
	) q ON true
	CROSS JOIN LATERAL (
		SELECT count(*)::int, coalesce(jsonb_agg(
			jsonb_build_object('replyId', reply_id, 'kind', kind, 'shortForm', short_form) ORDER BY place
		) FILTER (WHERE place <= ${NOTES_LISTED}), '[]') AS notes
		FROM (
			SELECT p.reply_id, p.kind, p.short_form, row_number() OVER (ORDER BY b.position, p.position, p.pinned_at, p.id) AS place
			FROM pins p
			JOIN blocks b ON b.id = p.block_id AND b.position IS NOT NULL
			JOIN ${threads(everybody)} t ON t.id = p.thread_id
			JOIN ${repliesIn(everybody)} r ON r.id = p.reply_id
			WHERE p.lesson_id = l.id AND p.unpinned_at IS NULL
		) placed
	) n
	WHERE l.course_id = ${courseId} AND l.is_shown ORDER BY l.position, l.id ${limit(FEW)}`;
	return Promise.all(
		lessons.map(async ({ notes, ...lesson }) => ({
			...lesson,
			notes: (await withShortHtml(notes)).map(
				({ shortForm: _, ...note }) => note,
			),
		})),
	);
}

export type LessonTitle = LessonLink & { id: number; isRead: boolean };

/** In place of its id, what is new there for the viewer, in words. */
export type OnPage<Lesson> = Omit<Lesson, "id"> & { news: string | null };

type Outline = {
	description: string;
	lessons: (LessonLink & { id: number })[];
	/** Drafts, hidden and removed ones: for staff. */
	notShown: NotShownLesson[];
};

type NotShownLesson = LessonLink & { state: Publication; isRemoved: boolean };

export const findOutline = (courseId: number) =>
	kept(`outline of ${courseId}`, { courseId }, async (): Promise<Outline> => {
		const [course] = await sql<{
			description: string;
			lessons: (NotShownLesson & { id: number; isShown: boolean })[];
		}>`
			SELECT c.description, coalesce((
				SELECT jsonb_agg(jsonb_build_object('id', id, 'number', number, 'title', title, 'isShown', is_shown, 'state', state,
					'isRemoved', removed_at IS NOT NULL) ORDER BY position, id)
				FROM lessons WHERE course_id = c.id AND NOT is_undone
			), '[]') AS lessons FROM courses c WHERE c.id = ${courseId}`;
		const { description = "", lessons = [] } = course ?? {};
		return {
			description,
			lessons: lessons
				.filter(({ isShown }) => isShown)
				.map(({ id, number, title }) => ({ id, number, title })),
			notShown: lessons
				.filter(({ isShown }) => !isShown)
				.map(({ id: _, isShown: __, ...lesson }) => lesson),
		};
	});

/** `titles` of one part, and all parts' first and last places. */
export type Part<Title = LessonTitle> = {
	titles: Title[];
	before: number | null;
	after: number | null;
	start: number;
	page: number;
	parts: [first: number, last: number][];
	next: (LessonLink & { place: number }) | null;
};

type Contents = {
	description: string;
	notShown: NotShownLesson[];
	lessonCount: number;
	/** In lessons that the viewer has read, since then. */
	changes: number;
	lessons: LessonEntry[];
	part: Part | null;
};

/** All lessons, where they are few; else the part of `page`, by default the one that the viewer would read next. */
export async function findContents(
	courseId: number,
	by: Member,
	page: number | null,
): Promise<Contents> {
	const [{ description, lessons: all, notShown }, read] = await Promise.all([
		findOutline(courseId),
		listRead(courseId, by.id, changeCount(by)),
	]);
	const contents = {
		...{ description, lessonCount: all.length },
		changes: read.reduce((sum, { changes }) => sum + changes, 0),
		notShown: isStaff(by.role) ? notShown : [],
	};
	const isRead = new Set(read.map(({ id }) => id));
	const marked = <Lesson extends { id: number }>(lesson: Lesson) => ({
		...lesson,
		isRead: isRead.has(lesson.id),
	});
	if (all.length > FEW)
		return { ...contents, lessons: [], part: partOf(all, read, page, marked) };
	const lessons = await kept(`lessons of ${courseId}`, { courseId }, () =>
		readLessons(courseId),
	);
	return { ...contents, lessons: lessons.map(marked), part: null };
}

function partOf(
	lessons: Outline["lessons"],
	read: ReadLesson[],
	page: number | null,
	marked: (lesson: Outline["lessons"][number]) => LessonTitle,
): Part {
	const nextAt = nextOf(lessons, read);
	const starts = lessons.flatMap((_, i) => (i % PART === 0 ? i : []));
	const start = starts[page ? page - 1 : Math.floor(nextAt / PART)] ?? 0;
	const numberAt = (i: number) => lessons[i]?.number ?? null;
	const next = lessons[nextAt];
	return {
		titles: lessons.slice(start, start + PART).map(marked),
		before: numberAt(start - 1),
		after: numberAt(start + PART),
		start,
		page: start / PART + 1,
		parts: starts.map((i): [number, number] => [
			i + 1,
			Math.min(i + PART, lessons.length),
		]),
		next: next
			? { number: next.number, title: next.title, place: nextAt + 1 }
			: null,
	};
}

/** Where the first unread lesson after the latest read one stands; -1: nowhere, or nothing was read. */
function nextOf(lessons: { id: number }[], read: ReadLesson[]): number {
	const isRead = new Set(read.map(({ id }) => id));
	const from = lessons.findIndex(({ id }) => id === read[0]?.id);
	if (from < 0) return -1;
	return lessons.findIndex(({ id }, i) => i > from && !isRead.has(id));
}
