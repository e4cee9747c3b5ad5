import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addTerm, editTerm } from "#app/glossary/commands.server.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { createLesson, editLesson } from "#app/lessons/commands.server.ts";
import { orderLessons } from "#app/lessons/order.server.ts";
import { findLessonSource } from "#app/lessons/queries.server.ts";
import { nameRole } from "#app/members/commands.server.ts";
import { Invalid } from "#app/platform/forms/refusal.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
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
import { lessonDocument, sourceOf } from "#tests/support/documents.ts";
import { meet } from "#tests/support/meeting.ts";

const cast = useCast();
let lesson: Lesson;
let newcomer: Person;

beforeEach(async () => {
	lesson = await makeLesson(cast.course);
	newcomer = await somebody(1);
});

/** Edits the lesson and adds a question. */
const editing = async () => {
	const { title, source, questions, revision } = await findLessonSource(
		lesson.id,
	);
	await editLesson(
		lesson,
		{
			title,
			source: `${source}\n\n又一段。`,
			questions: [...questions, "还有呢？"],

			revision,
		},
		{ by: cast.instructor, course: cast.course },
	);
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

describe("two concurrent writes do not deadlock:", () => {
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
		"a first topic and a new role as assistant%s",
		async (_, turned) => {
			const naming = () =>
				nameRole(newcomer.handle, {
					by: null,
					course: cast.course,
					role: "assistant",
				});
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
				{ title: "下一课", source: "一段。", questions: ["为什么？"] },
				{ by: cast.instructor, course: cast.course },
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

	it.each(ordered)(
		"an edit of the lesson and a promotion of a reply that settles a question%s",
		async (_, turned) => {
			const { course, learner, instructor } = cast;
			const ask = () =>
				makeThread(course, learner, { kind: "question", lessonId: lesson.id });
			const [asked, twin] = [await ask(), await ask()];
			const answer = await makeReply(course, asked.id, instructor);
			await settleQuestions(answer, {
				...{ by: instructor, course, numbers: [twin.number] },
			});
			const hold = (sql: Sql) =>
				sql`SELECT 1 FROM courses WHERE id = ${course.id} FOR UPDATE`;
			const promoting = () =>
				promoteReply(answer, { by: cast.instructor, course, title: "另问" });
			await meet(
				hold,
				turned ? editing : promoting,
				turned ? promoting : editing,
			);
			expect(
				await sql`SELECT 1 FROM threads WHERE promoted_from_id = ${answer.id}`,
			).toHaveLength(1);
		},
	);

	it("an import of lessons in another order, and a new order of the lessons", async () => {
		const { course } = cast;
		const texts = ["01 | 采样", "02 | 规模"].map((title) =>
			lessonDocument({ title }),
		);
		const bring = (texts: string[]) =>
			importLessons(
				texts.map((text, n) => sourceOf(text, `${n}.txt`)),
				{ slug: "course", byId: null },
			);
		await bring(texts);
		const lessons = await sql<{ id: number; number: number }>`
			SELECT id, number FROM lessons ORDER BY id`;
		const numbers = lessons.map(({ number }) => number);
		const changed = texts.map((text) => text.replace("一个词元", "一个词"));
		await meet(
			(sql) =>
				sql`SELECT 1 FROM lessons WHERE id = ${lessons[1]?.id} FOR UPDATE`,
			() =>
				orderLessons(numbers.toReversed(), {
					by: cast.instructor,
					course: course,
				}),
			() => bring(changed.toReversed()),
		);
		expect(await sql`SELECT 1 FROM lessons WHERE revision = 2`).toHaveLength(2);
	});

	it("two edits that swap the words of two terms", async () => {
		const { course, instructor: by } = cast;
		const entering = (source: string, renderings: string[]) => ({
			...{ by, course },
			words: { source, renderings, meaning: "" },
		});
		await addTerm(entering("x1", ["y1"]));
		await addTerm(entering("x2", ["y2"]));
		await addTerm(entering("x3", ["y3"]));
		const editing = (id: number, rendering: string) => () =>
			editTerm(
				{ id },
				{ ...entering(`x${id}`, ["a0", rendering]), version: 1 },
			).catch((error) => {
				if (!(error instanceof Invalid)) throw error;
			});
		// A third transaction holds this word, the first in order.
		const hold = (sql: Sql) =>
			sql`INSERT INTO term_words (course_id, word, term_id) VALUES (${course.id}, 'a0', 3)`;
		await meet(hold, editing(1, "y2"), editing(2, "y1"));
		expect(
			await sql`SELECT word, term_id AS term FROM term_words WHERE word LIKE 'y%' ORDER BY 1`,
		).toEqual([
			{ word: "y1", term: 1 },
			{ word: "y2", term: 2 },
			{ word: "y3", term: 3 },
		]);
	});
});
