import type { LessonLink } from "#app/lessons/queries.server.ts";
import { limit, piece, sql } from "#app/platform/postgres/db.server.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import { hasRead } from "#app/progress/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
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
	number: number;
	title: string;
	replyCount: number;
	lastActivityAt: Date | null;
	/** All in the margin, and the first of them. */
	noteCount: number;
	notes: { replyId: number; kind: NoteKind; shortForm: string }[];
	isRead: boolean;
	questions: { number: number; title: string; replyCount: number }[];
};

/** For a course of few; replies to questions count too. */
const listLessons = (courseId: number, by: Member) =>
	sql<LessonEntry>`
		SELECT l.number, l.title, t.reply_count + coalesce(q.replies, 0)::int AS "replyCount",
			greatest(CASE WHEN t.reply_count > 0 THEN t.last_activity_at END, q.last) AS "lastActivityAt",
			n.count AS "noteCount", n.notes,
			${hasRead(by.id)} AS "isRead",
			coalesce(q.questions, '[]') AS questions
		FROM lessons l
		JOIN ${threads(by)} t ON t.lesson_id = l.id AND t.kind = 'lesson'
		LEFT JOIN LATERAL (
			SELECT sum(reply_count) AS replies, max(last_activity_at) FILTER (WHERE reply_count > 0) AS last,
				jsonb_agg(jsonb_build_object('number', number, 'title', title, 'replyCount', reply_count) ORDER BY position) AS questions
			FROM ${threads(by)} q WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
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
		WHERE l.course_id = ${courseId} ORDER BY l.position, l.id ${limit(FEW)}`;

type LessonTitle = LessonLink & { isRead: boolean };

/** In order, with the one that the viewer would read next. */
export type Outline = {
	description: string;
	numbers: number[];
	next: LessonLink | null;
};

/** Next is the first unread lesson after the latest read one. */
export async function findOutline(
	courseId: number,
	by: Member,
): Promise<Outline> {
	const next = piece`(
		SELECT jsonb_build_object('number', l.number, 'title', l.title) FROM lessons l
		WHERE l.course_id = c.id AND NOT ${hasRead(by.id)} AND (l.position, l.id) > (
			SELECT r.position, r.id FROM lesson_reads m JOIN lessons r ON r.id = m.lesson_id
			WHERE m.user_id = ${by.id} AND r.course_id = c.id ORDER BY m.read_at DESC LIMIT 1
		) ORDER BY l.position, l.id LIMIT 1)`;
	const [outline] = await sql<Outline>`
		SELECT c.description, ARRAY(SELECT number FROM lessons WHERE course_id = c.id ORDER BY position, id) AS numbers,
			${by.id === null ? piece`NULL` : next} AS next
		FROM courses c WHERE c.id = ${courseId}`;
	if (!outline) throw new Error(`No course ${courseId}`);
	return outline;
}

/** `titles` of one part, and all parts' first and last numbers. */
export type Part = {
	titles: LessonTitle[];
	before: number | null;
	after: number | null;
	page: number;
	parts: [first: number, last: number][];
	next: LessonLink | null;
};

/** All, where they are few; else the part of `page`, by default the one with the next lesson. */
export async function listContents(
	courseId: number,
	by: Member,
	{ numbers, next }: Outline,
	page: number | null,
): Promise<{ lessons: LessonEntry[]; part: Part | null }> {
	if (numbers.length <= FEW)
		return { lessons: await listLessons(courseId, by), part: null };
	const starts = numbers.flatMap((_, i) => (i % PART === 0 ? i : []));
	const own = Math.floor(numbers.indexOf(next?.number ?? -1) / PART);
	const start = starts[page ? page - 1 : own] ?? 0;
	const titles = await sql<LessonTitle>`
		SELECT number, title, ${hasRead(by.id)} AS "isRead" FROM lessons l
		WHERE course_id = ${courseId} ORDER BY position, id OFFSET ${start} ${limit(PART)}`;
	const part = {
		titles,
		before: numbers[start - 1] ?? null,
		after: numbers[start + PART] ?? null,
		page: start / PART + 1,
		parts: starts.map((i): [number, number] => [
			numbers[i] ?? 0,
			numbers[Math.min(i + PART, numbers.length) - 1] ?? 0,
		]),
		next,
	};
	return { lessons: [], part };
}
