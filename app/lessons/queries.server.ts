import type { AppLoadContext } from "@remix-run/node";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { type InCourse, inCourse } from "#app/courses/queries.server.ts";
import type { Glossary } from "#app/glossary/glossary.ts";
import { GLOSSARY, readGlossary } from "#app/glossary/queries.server.ts";
import type { Open } from "#app/lessons/confusion.ts";
import { openQuestions } from "#app/lessons/open-questions.server.ts";
import { COUNTED_LIMIT } from "#app/platform/counted.server.ts";
import { onceARequest } from "#app/platform/http/once-a-request.ts";
import {
	idFrom,
	notFound,
	wordFrom,
} from "#app/platform/http/request.server.ts";
import { db, sql } from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import type { BlockKind, Publication } from "#app/platform/prisma/enums.ts";
import { hasRead } from "#app/progress/queries.server.ts";
import {
	type SeenThread,
	seenColumns,
	type Thread,
	threadFor,
} from "#app/threads/queries.server.ts";
import type { Member, Role } from "#app/visibility/member.ts";
import {
	courses,
	forStaff,
	threads,
} from "#app/visibility/relations.server.ts";
import {
	type AskedVotes,
	repliesShownLast,
	votedAmong,
} from "#app/votes/queries.server.ts";

export type LessonLink = { number: number; title: string };
export type PlacedLesson = LessonLink & { place: number | null };

export type Lesson = {
	id: number;
	number: number;
	/** Among the shown lessons; null where it is not shown. */
	place: number | null;
	state: Publication;
	isRemoved: boolean;
	title: string;
	revision: number;
	updatedAt: Date;
	characters: number;
	/** Questions about it, counted up to a limit. */
	asked: number;
	isRead: boolean;
	before: LessonLink | null;
	after: LessonLink | null;
};

type Row = SeenThread & {
	slug: string;
	courseTitle: string;
	role: Role | null;
	lesson: Omit<Lesson, "updatedAt" | "isRead" | "before" | "after">;
	updatedAt: Date;
	isRead: boolean;
	before: LessonLink | null;
	after: LessonLink | null;
	glossary: string | null;
	votedReplies: number[];
};

type Args = {
	request: Request;
	params: { course?: string; number?: string };
	context: AppLoadContext;
};

/** @throws Response 404 */
export const findLesson = onceARequest(readLesson);

async function readLesson(args: Args): Promise<
	InCourse & {
		lesson: Lesson;
		thread: Thread;
		glossary: Glossary;
		votes: AskedVotes;
	}
> {
	const viewer = await getViewer(args);
	const among = repliesShownLast(args.request);
	const viewerId = viewer?.id ?? null;
	const [row] = await sql<Row>`
		SELECT c.slug, c.title AS "courseTitle", cm.role, ${seenColumns(viewer)},
			jsonb_build_object('id', l.id, 'number', l.number, 'place', l.place, 'state', l.state,
				'isRemoved', l.removed_at IS NOT NULL, 'title', l.title, 'revision', l.revision, 'characters', (
				SELECT sum(char_length(text)) FROM blocks WHERE lesson_id = l.id AND position IS NOT NULL
			), 'asked', (SELECT count(*) FROM (
				SELECT FROM ${threads(viewer)} q WHERE q.lesson_id = l.id AND q.kind = 'question' ${COUNTED_LIMIT}
			) counted)) AS lesson, l.updated_at AS "updatedAt", ${hasRead(viewerId)} AS "isRead",
			(SELECT jsonb_build_object('number', number, 'title', title) FROM lessons
				WHERE course_id = c.id AND is_shown AND (position, id) < (l.position, l.id) ORDER BY position DESC, id DESC LIMIT 1) AS before,
			(SELECT jsonb_build_object('number', number, 'title', title) FROM lessons
				WHERE course_id = c.id AND is_shown AND (position, id) > (l.position, l.id) ORDER BY position, id LIMIT 1) AS after,
			${GLOSSARY} AS glossary, ${votedAmong(viewerId, among)} AS "votedReplies"
		FROM ${courses(viewer)} c
		LEFT JOIN memberships cm ON cm.course_id = c.id AND cm.user_id = ${viewerId}
		JOIN lessons l ON l.course_id = c.id AND l.number = ${idFrom(args.params.number)}
		JOIN ${threads(viewer, "evenRemoved")} t ON t.lesson_id = l.id AND t.kind = 'lesson'
		WHERE c.slug = ${wordFrom(args.params.course)}`;
	if (!row) throw notFound();
	const { slug, courseTitle, role, ...rest } = row;
	const course = { id: row.courseId, slug, title: courseTitle };
	const found = inCourse(viewer, course, role);
	const { lesson, updatedAt, isRead, before, after, ...others } = rest;
	const { glossary, votedReplies: voted, ...seen } = others;
	args.context.courseId = course.id;
	return {
		...found,
		lesson: { ...lesson, updatedAt, isRead, before, after },
		thread: await threadFor(found.by, seen),
		glossary: readGlossary(glossary),
		votes: { among, voted },
	};
}

export type Block = {
	id: number;
	kind: BlockKind;
	level: number | null;
	html: string;
	text: string;
	asked: number;
	/** For staff: unanswered questions, who is behind them, and the most imported votes of one. */
	open: Open;
	people: number[];
	importedMeToo: number;
};

export const listBlocks = (lessonId: number, by: Member) =>
	sql<Block>`
		SELECT b.id, b.kind, b.level, b.html, b.text, coalesce(asked.count, 0)::int AS asked,
			jsonb_build_object('questions', open.count, 'meToo', open.me_too) AS open, open.people, open.imported AS "importedMeToo"
		FROM blocks b
		LEFT JOIN (
			SELECT a.block_id, count(*) FROM anchors a JOIN ${threads(by)} t ON t.id = a.thread_id
			WHERE a.lesson_id = ${lessonId} GROUP BY a.block_id
		) asked ON asked.block_id = b.id
		${openQuestions(by)}
		WHERE b.lesson_id = ${lessonId} AND b.position IS NOT NULL ORDER BY b.position`;

export async function findLessonSource(lessonId: number) {
	const [lesson] = await sql<{
		title: string;
		revision: number;
		source: string;
		questions: string[];
	}>`
		SELECT l.title, l.revision, r.source, coalesce((
			SELECT array_agg(title ORDER BY position) FROM ${threads(forStaff)} q
			WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
		), '{}') AS questions
		FROM lessons l JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = l.revision WHERE l.id = ${lessonId}`;
	if (!lesson) throw new Error(`No lesson ${lessonId}`);
	return lesson;
}

/** A longer list asks for the number instead. */
const CHOICES_MAX = 60;

/** In order. Null: too many to choose among. */
export async function listLessonChoices(
	courseId: number,
): Promise<PlacedLesson[] | null> {
	const lessons = await kept(
		`lesson choices of ${courseId}`,
		{ courseId },
		() =>
			db.lesson.findMany({
				where: { courseId, isShown: true },
				select: { number: true, place: true, title: true },
				orderBy: [{ position: "asc" }, { id: "asc" }],
				take: CHOICES_MAX + 1,
			}),
	);
	return lessons.length > CHOICES_MAX ? null : lessons;
}

export const listBlockChoices = (lessonId: number) =>
	sql<{ id: number; html: string; text: string }>`
		SELECT id, html, text FROM blocks
		WHERE lesson_id = ${lessonId} AND position IS NOT NULL AND kind <> 'rule' ORDER BY position`;

export async function findLessonId(
	courseId: number,
	number: number,
): Promise<number | undefined> {
	const lesson = await db.lesson.findUnique({
		where: { courseId_number: { courseId, number } },
		select: { id: true },
	});
	return lesson?.id;
}
