import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createLesson, editLesson } from "#app/lessons/commands.server.ts";
import { findLessonSource } from "#app/lessons/queries.server.ts";
import { nameRole } from "#app/members/commands.server.ts";
import { pool, type Sql, sql, transaction } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { startThread } from "#app/threads/commands.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	type Person,
	somebody,
	useCast,
} from "#tests/support/cast.ts";

const cast = useCast();
let lesson: Lesson;
let newcomer: Person;

beforeEach(async () => {
	lesson = await makeLesson(cast.course);
	newcomer = await somebody(1);
});

/** Resolves when so many connections of this database wait for a lock. */
const untilWaiting = (count: number) =>
	vi.waitFor(async () => {
		const { rows } = await pool.query(
			"SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
		);
		expect(rows[0].waiting).toBeGreaterThanOrEqual(count);
	}, 20_000);

/**
 * Holds a lock until the first, then the second are stopped, by it or by each other, and lets them go. Were their locks
 * taken in two orders, each would now wait for the other, and PostgreSQL end one, which would run again.
 */
async function meet(
	hold: (sql: Sql) => Promise<unknown>,
	first: () => Promise<unknown>,
	second: () => Promise<unknown>,
) {
	const outcomes = await transaction(async (held) => {
		await hold(held);
		const one = first();
		await untilWaiting(1);
		const two = second();
		await untilWaiting(2);
		return [one, two];
	});
	const warn = vi.spyOn(log, "warn");
	await Promise.all(outcomes);
	expect(warn.mock.calls).toEqual([]);
	warn.mockRestore();
}

/** A writer that edits the lesson and adds a question to it. */
const editing = async () => {
	const { title, source, questions, revision } = await findLessonSource(
		lesson.id,
	);
	await editLesson(lesson, {
		title,
		source: `${source}\n\n又一段。`,
		questions: [...questions, "还有呢？"],
		course: cast.course,
		byId: cast.instructor.id,
		revision,
	});
};

const starting = (by: Person) => () =>
	startThread({
		by,
		course: cast.course,
		kind: "topic",
		lessonId: lesson.id,
		title: "关于这一课",
		body: "说说看。",
		submissionId: randomUUID(),
	});

const ordered = [
	["", false],
	[", the other way round", true],
] as const;

describe("two who write at the same time do not wait in a circle", () => {
	it.each(ordered)("a first vote and a first reply%s", async (_, turned) => {
		const thread = await makeThread(cast.course, cast.learner);
		const { id } = await makeReply(cast.course, thread.id, cast.learner);
		const voting = () =>
			voteReply(id, { by: newcomer, course: cast.course, voted: true });
		const answering = () =>
			makeReply(cast.course, thread.id, newcomer, { parentId: id });
		const hold = (sql: Sql) =>
			sql`SELECT 1 FROM replies WHERE id = ${id} FOR UPDATE`;
		await meet(hold, turned ? answering : voting, turned ? voting : answering);
		const [counted] = await sql`
			SELECT cast_votes, under_count FROM replies WHERE id = ${id}`;
		expect(counted).toEqual({ cast_votes: 1, under_count: 1 });
	});

	it.each(ordered)("an edit of the lesson and a pin%s", async (_, turned) => {
		const { id } = await makeReply(cast.course, lesson.threadId, cast.learner);
		const [block] = await blocksOf(lesson);
		const pinning = () =>
			makeNote(cast.course, { id, threadId: lesson.threadId }, cast.assistant, {
				kind: "remark",
				blockId: block?.id ?? null,
			});
		const hold = (sql: Sql) =>
			sql`SELECT 1 FROM lessons WHERE id = ${lesson.id} FOR UPDATE`;
		await meet(hold, turned ? pinning : editing, turned ? editing : pinning);
		expect(await sql`SELECT 1 FROM pins`).toHaveLength(1);
	});

	it.each(ordered)(
		"an edit of the lesson and a topic about it%s",
		async (_, turned) => {
			const hold = (sql: Sql) =>
				sql`SELECT 1 FROM lessons WHERE id = ${lesson.id} FOR UPDATE`;
			const topic = starting(cast.learner);
			await meet(hold, turned ? topic : editing, turned ? editing : topic);
			const [course] = await sql`
				SELECT last_thread_number AS last, (SELECT count(*)::int FROM threads) AS threads FROM courses`;
			expect(course).toEqual({ last: 4, threads: 4 });
		},
	);

	it.each(ordered)(
		"a first topic and being named an assistant%s",
		async (_, turned) => {
			const naming = () =>
				nameRole(cast.course.id, newcomer.handle, "assistant");
			const hold = (sql: Sql) =>
				sql`SELECT 1 FROM courses WHERE id = ${cast.course.id} FOR UPDATE`;
			const topic = starting(newcomer);
			await meet(hold, turned ? topic : naming, turned ? naming : topic);
			expect(
				await sql`SELECT role FROM memberships WHERE user_id = ${newcomer.id}`,
			).toEqual([{ role: "assistant" }]);
		},
	);

	it.each(ordered)("a new lesson and a first reply%s", async (_, turned) => {
		const creating = () =>
			createLesson(
				cast.course,
				{ title: "下一课", source: "一段。", questions: ["为什么？"] },
				cast.instructor.id,
			);
		const answering = () => makeReply(cast.course, lesson.threadId, newcomer);
		const hold = (sql: Sql) =>
			sql`SELECT 1 FROM courses WHERE id = ${cast.course.id} FOR UPDATE`;
		await meet(
			hold,
			turned ? answering : creating,
			turned ? creating : answering,
		);
		expect(await sql`SELECT 1 FROM lessons`).toHaveLength(2);
	});
});
