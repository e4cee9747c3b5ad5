import { randomUUID } from "node:crypto";
import { beforeEach } from "vitest";
import { addAccount } from "#app/accounts/commands.server.ts";
import { hashPassword } from "#app/accounts/passwords.server.ts";
import { createCourse } from "#app/courses/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { createLesson, editLesson } from "#app/lessons/commands.server.ts";
import { findLessonSource, listBlocks } from "#app/lessons/queries.server.ts";
import { nameRole } from "#app/members/commands.server.ts";
import { followRolesTask } from "#app/members/roles.server.ts";
import { pinReply } from "#app/notes/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import { postReply } from "#app/replies/commands.server.ts";
import { startThread } from "#app/threads/commands.server.ts";
import type { StartedKind } from "#app/threads/kinds.ts";
import type { Role } from "#app/visibility/member.ts";
import { truncateAll } from "#tests/support/database.ts";
import { runJobs } from "#tests/support/jobs.ts";

/** Everybody's password in tests. */
export const PASSWORD = "correct horse battery";

export type Person = {
	id: number;
	handle: string;
	name: string;
	email: string;
	role: Role | null;
};

let hash: Promise<string> | undefined;

/** Hashed once: a hash takes 30 ms of a core, and a test has four people. */
const passwordHash = () => {
	hash ??= hashPassword(PASSWORD, null);
	return hash;
};

/** Makes an account; `nameRole` gives the role, which is only stored here. */
export async function person(
	handle: string,
	name: string,
	role: Role | null,
): Promise<Person> {
	const email = `${handle}@example.com`;
	const account = { handle, name, email };
	const { id } = await addAccount(account, await passwordHash());
	return { id, handle, name, email, role };
}

/** Makes another future learner, with a number as name. */
export const somebody = (n: number) =>
	person(`somebody-${n}`, `路人 ${n}`, null);

/** Makes `count` of them. */
export const people = (count: number) =>
	Promise.all(Array.from({ length: count }, (_, i) => somebody(i)));

/** Makes the people of every test, and their course. */
export async function makeCast() {
	const course = await createCourse({
		slug: "course",
		title: "课程",
		description: "",
	});
	const [instructor, assistant, learner, other] = await Promise.all([
		person("guxing", "顾老师", "instructor"),
		person("lin", "林助教", "assistant"),
		person("zhou", "周同学", "learner"),
		person("xulan", "许同学", "learner"),
	]);
	for (const { handle, role } of [instructor, assistant, learner, other])
		if (role) await nameRole(handle, { by: null, course: course, role: role });
	await runJobs([followRolesTask]);
	return { course, instructor, assistant, learner, other };
}

export type Cast = Awaited<ReturnType<typeof makeCast>>;

/** Empties the database and makes the cast again before each test; the returned object holds the present test's. */
export function useCast(): Cast {
	const cast = {} as Cast;
	beforeEach(async () => {
		await truncateAll();
		Object.assign(cast, await makeCast());
	});
	return cast;
}

/** Makes a lesson with a heading, two paragraphs, a formula and `questions`. */
export async function makeLesson(
	course: Course,
	{
		title = "涌现",
		source = "开头一段。\n\n## 涌现，还是突现\n\n两种译法。\n\n$$L(N) = N^{-\\alpha}$$",
		questions = ["台阶是真的吗？"],
	} = {},
) {
	const { number } = await createLesson(
		{ title, source, questions },
		{ by: null, course: course },
	);
	const [lesson] = await sql<{
		id: number;
		threadId: number;
		threadNumber: number;
	}>`
		SELECT l.id, t.id AS "threadId", t.number AS "threadNumber" FROM lessons l
		JOIN threads t ON t.lesson_id = l.id AND t.kind = 'lesson'
		WHERE l.course_id = ${course.id} AND l.number = ${number}`;
	if (!lesson) throw new Error("The lesson was not written");
	return { ...lesson, number };
}

export type Lesson = Awaited<ReturnType<typeof makeLesson>>;

/** A lesson's blocks, as everybody gets them. */
export const blocksOf = (lesson: { id: number }) =>
	listBlocks(lesson.id, { id: null, role: null });

/** Gives a lesson another text; its title and questions stay. */
export async function rewriteLesson(
	course: Course,
	lesson: { id: number },
	source: string,
) {
	const { title, questions, revision } = await findLessonSource(lesson.id);
	const words = { title, source, questions, revision };
	await editLesson(lesson, words, { by: null, course });
}

/** Makes a thread by `by`. */
export async function makeThread(
	course: Course,
	by: Person,
	{
		kind = "topic" as StartedKind,
		title = "一个话题",
		body = "说说看。",
		lessonId = null as number | null,
		isPrivate = false,
		isAnonymous = false,
	} = {},
) {
	const { number } = await startThread({
		isPrivate,
		isAnonymous,
		by,
		course,
		kind,
		lessonId,
		title,
		body,
		submissionId: randomUUID(),
	});
	const [thread] = await sql<{ id: number }>`
		SELECT id FROM threads WHERE course_id = ${course.id} AND number = ${number}`;
	if (!thread) throw new Error("The thread was not written");
	return { id: thread.id, number };
}

export type Thread = Awaited<ReturnType<typeof makeThread>>;

/** Makes a reply by `by`; with `parentId`, an answer to another. */
export const makeReply = (
	course: Course,
	threadId: number,
	by: Person,
	{
		body = "我的看法。",
		parentId = null as number | null,
		position = null as string | null,
	} = {},
) =>
	postReply({
		by,
		course,
		threadId,
		body,
		parentId,
		position,
		submissionId: randomUUID(),
	});

/** Pins a reply by `by`: with `blockId` into the margin, without it on top of its thread. */
export const makeNote = (
	course: Course,
	reply: { id: number; threadId: number },
	by: Person,
	{
		kind = "answer" as NoteKind,
		blockId = null as number | null,
		shortForm = "",
	} = {},
) => pinReply(reply, { by, course, kind, blockId, shortForm });
