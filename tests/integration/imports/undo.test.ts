import { describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { listEffects } from "#app/imports/obstacles.server.ts";
import { undoImport } from "#app/imports/undo.server.ts";
import { orderLessons } from "#app/lessons/order.server.ts";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { loader as coursePage } from "#app/routes/courses/show.tsx";
import { loader as lessonPage } from "#app/routes/lessons/show.tsx";
import { makeNote, makeReply, useCast } from "#tests/support/cast.ts";
import {
	bringIn,
	COMMENTS,
	lessonDocument,
	QUESTIONS,
	sourceOf,
} from "#tests/support/documents.ts";
import { drifted } from "#tests/support/recount.ts";
import { ask, atLesson, inCourse } from "#tests/support/requests.ts";
import { OTHER, seenOf, undoLast } from "#tests/support/undoing.ts";

const cast = useCast();

const bringAll = (...documents: Parameters<typeof lessonDocument>[0][]) =>
	importLessons(
		documents.map((change, i) =>
			sourceOf(lessonDocument(change), `${i + 1}.txt`),
		),
		{ slug: "course", byId: cast.instructor.id },
	);

const lessonStatus = async (by: typeof cast.learner | null, number: number) =>
	(await ask(lessonPage, { by, ...atLesson(number) })).status;

const TEXTS = {
	body: [
		"模型每次只写下一个词元。",
		"采样与温度",
		"- 温度低时更稳",
		"一段新的话。",
	],
	questions: ["温度为零的时候会怎样？", "种子有什么用？"],
};

/** Edited, voted for again, gone, in another order, and new. */
const NEW_COMMENTS = [
	{ name: "新来的", text: "我也来说一句。", date: "2024-08-01" },
	{ ...COMMENTS[0], votes: 9, text: `${COMMENTS[0]?.text}\n还是我。` },
	COMMENTS[2],
].filter((comment) => comment !== undefined) as typeof COMMENTS;

describe("undoing an import of new lessons", () => {
	it("takes them out of every list, with their discussions", async () => {
		const before = await seenOf();
		await bringAll({}, OTHER);
		await undoLast(cast);
		expect(await seenOf()).toEqual(before);
		expect(await drifted()).toEqual([]);
		expect(await lessonStatus(cast.learner, 7)).toBe(404);
		const { data } = await ask<{ notShown: unknown[]; lessonCount: number }>(
			coursePage,
			{ by: cast.instructor, ...inCourse() },
		);
		expect(data).toMatchObject({ notShown: [], lessonCount: 0 });
	});

	it("says who undid it, and when", async () => {
		await bringAll({});
		await undoLast(cast);
		expect(
			await sql`SELECT undone_by_id AS by, undone_at IS NOT NULL AS undone FROM imports`,
		).toEqual([{ by: cast.instructor.id, undone: true }]);
		expect(
			await sql`SELECT by_id AS by, details FROM events WHERE kind = 'import.undone'`,
		).toEqual([{ by: cast.instructor.id, details: { importId: 1 } }]);
	});

	it("is made good by the same import: the course is as after one", async () => {
		await bringAll({}, OTHER);
		const once = await seenOf();
		await undoLast(cast);
		const reports = await bringAll({}, OTHER);
		expect(reports.map(({ outcome, was }) => [outcome, was])).toEqual([
			["created", null],
			["created", null],
		]);
		expect(await seenOf()).toEqual(once);
		expect(await drifted()).toEqual([]);
		await undoLast(cast);
		await bringAll({}, OTHER);
		expect(await seenOf()).toEqual(once);
	});

	it("is made good by a corrected document under its old address", async () => {
		await bringAll({}, OTHER);
		await undoLast(cast);
		await bringAll({ ...TEXTS, comments: NEW_COMMENTS });
		const { lessons, replies } = await seenOf();
		expect(lessons).toMatchObject([
			{ number: 7, place: 1, source: expect.stringContaining("一段新的话。") },
		]);
		expect(
			replies.filter(
				(reply) => !(reply as { left_source_at: unknown }).left_source_at,
			),
		).toHaveLength(NEW_COMMENTS.length);
		expect(await drifted()).toEqual([]);
	});

	it("gives its address to no other lesson", async () => {
		await bringAll({});
		await undoLast(cast);
		await bringAll({ ...OTHER, title: "07 | 另外一课" });
		expect((await seenOf()).lessons).toMatchObject([
			{ number: 8, title: "另外一课", place: 1 },
		]);
	});

	it("leaves them to staff at their addresses, who may put them back", async () => {
		await bringAll({});
		const once = await seenOf();
		await undoLast(cast);
		expect(await lessonStatus(cast.instructor, 7)).toBe(200);
		const { instructor: by, course } = cast;
		await publishLesson({ id: 1 }, "restore", { by, course });
		expect(await seenOf()).toEqual(once);
		await publishLesson({ id: 1 }, "remove", { by, course });
		const { data } = await ask<{ notShown: unknown[] }>(coursePage, {
			by,
			...inCourse(),
		});
		expect(data.notShown).toHaveLength(1);
	});
});

describe("undoing a repeated import", () => {
	it("gives back text, questions, comments and votes, as the same rows", async () => {
		await bringAll({}, OTHER);
		const [first] = await sql<{ id: number; threadId: number }>`
			SELECT id, thread_id AS "threadId" FROM replies WHERE imported_name = '山中人' ORDER BY id`;
		const [block] = await sql<{ id: number }>`
			SELECT id FROM blocks WHERE kind = 'formula' ORDER BY id`;
		if (!first || !block) throw new Error("Nothing was imported");
		await makeNote(cast.course, first, cast.instructor, { blockId: block.id });
		const before = await seenOf();
		await bringAll({ ...TEXTS, comments: NEW_COMMENTS });
		const between = await seenOf();
		expect(between.replies).not.toEqual(before.replies);
		expect(between.pins).toMatchObject([{ to_check: true }]);
		await undoLast(cast);
		expect(await seenOf()).toEqual(before);
		expect(await drifted()).toEqual([]);
	});

	it("keeps every revision, and adds one", async () => {
		await bringAll({});
		await bringAll(TEXTS);
		await undoLast(cast);
		const revisions = await sql<{ source: string }>`
			SELECT number, source, by_id AS by, import_id AS import FROM lesson_revisions ORDER BY number`;
		expect(revisions).toMatchObject([
			{ number: 1, import: 1 },
			{ number: 2, import: null },
			{ number: 3, import: 1, by: cast.instructor.id },
		]);
		expect(revisions[2]?.source).toBe(revisions[0]?.source);
	});

	it("leaves what the next import finds as it was", async () => {
		await bringAll({});
		await bringAll(TEXTS);
		await undoLast(cast);
		expect(await bringIn()).toMatchObject({ outcome: "unchanged" });
		expect(await bringIn(TEXTS)).toMatchObject({
			outcome: "updated",
			problems: [],
		});
	});

	it("gives back what staff had written before it", async () => {
		await bringAll({});
		const { course, instructor: by } = cast;
		const { editLesson } = await import("#app/lessons/commands.server.ts");
		const words = { title: "改过", source: "改过。", questions: QUESTIONS };
		await editLesson({ id: 1 }, { ...words, revision: 1 }, { by, course });
		const before = await seenOf();
		await bringAll(TEXTS);
		await undoLast(cast);
		expect(await seenOf()).toEqual(before);
		expect(await bringIn()).toMatchObject({ outcome: "unchanged" });
	});

	it("goes back one import after the other, down to nothing", async () => {
		const empty = await seenOf();
		await bringAll({}, OTHER);
		const once = await seenOf();
		await bringAll({ ...TEXTS, comments: NEW_COMMENTS });
		await undoLast(cast);
		await bringAll({ ...OTHER, body: ["全新的一段话。"] });
		await undoLast(cast);
		expect(await seenOf()).toEqual(once);
		await undoLast(cast);
		expect(await seenOf()).toEqual(empty);
		expect(await drifted()).toEqual([]);
	});

	it("takes out the answers of the source's staff, and folds a check-in again", async () => {
		const text = (answer: string) =>
			sourceOf(
				`${lessonDocument({ comments: [{ name: "早起的", text: "打卡", date: "2024-06-01" }] })}\n${answer}`,
				"1.txt",
			);
		const options = { slug: "course", byId: cast.instructor.id };
		await importLessons([text("")], options);
		const before = await seenOf();
		await importLessons([text("作者回复：早。")], options);
		expect((await seenOf()).replies).toHaveLength(2);
		await undoLast(cast);
		expect(await seenOf()).toEqual(before);
		expect(await drifted()).toEqual([]);
	});

	it("puts renumbered lessons back into their order", async () => {
		await bringAll({}, OTHER);
		const before = await seenOf();
		await bringAll(
			{ ...OTHER, title: "01 | 从句子到对话" },
			{ title: "02 | 一课新的", body: ["全然不同的一课。"], questions: [] },
			{ title: "03 | 从词元到句子" },
		);
		const titles = (await seenOf()).lessons.map(
			(lesson) => (lesson as { title: string }).title,
		);
		expect(titles).toEqual(["从句子到对话", "一课新的", "从词元到句子"]);
		await undoLast(cast);
		expect(await seenOf()).toEqual(before);
	});

	it("leaves an order that staff have made since", async () => {
		const { instructor: by, course } = cast;
		await bringAll({}, OTHER);
		await bringAll({ ...OTHER, title: "01 | 从句子到对话" });
		await orderLessons([7, 8], { by, course });
		await undoLast(cast);
		expect((await seenOf()).lessons).toMatchObject([
			{ number: 7 },
			{ number: 8 },
		]);
	});

	it("does not mind what people wrote in an older lesson whose text it left alone", async () => {
		await bringAll({});
		await bringAll({ comments: NEW_COMMENTS });
		const thread = await sql<{
			id: number;
		}>`SELECT id FROM threads WHERE kind = 'lesson'`;
		const reply = await makeReply(
			cast.course,
			thread[0]?.id ?? 0,
			cast.learner,
		);
		await undoLast(cast);
		expect((await seenOf()).replies).toHaveLength(COMMENTS.length + 1);
		expect((await seenOf()).replies.at(-1)).toMatchObject({ id: reply.id });
		expect(await drifted()).toEqual([]);
	});
});

describe("what undoing does", () => {
	it("is said in numbers, lesson by lesson", async () => {
		await bringAll({});
		await bringAll({ ...TEXTS, comments: NEW_COMMENTS }, OTHER);
		expect(await listEffects(sql, 2)).toEqual([
			{
				...{ number: 7, title: "从词元到句子", came: false, rewritten: true },
				...{ questions: 1, rewordedQuestions: 2 },
				...{ replies: 1, changedReplies: 2 },
			},
			{
				...{ number: 8, title: "从句子到对话", came: true, rewritten: false },
				...{ questions: 1, rewordedQuestions: 0 },
				...{ replies: 1, changedReplies: 0 },
			},
		]);
	});
});

describe("an import", () => {
	const given = () => ({ by: cast.instructor, course: cast.course });

	it("is undone once", async () => {
		await bringAll({});
		await undoLast(cast);
		const before = await seenOf();
		await expect(undoImport({ id: 1 }, given())).rejects.toThrow("importStays");
		expect(await seenOf()).toEqual(before);
	});

	it("of which nothing was recorded stays", async () => {
		await bringAll({});
		await sql`DELETE FROM import_changes`;
		const before = await seenOf();
		await expect(undoImport({ id: 1 }, given())).rejects.toThrow("importStays");
		expect(await seenOf()).toEqual(before);
		expect(await sql`SELECT undone_at FROM imports`).toEqual([
			{ undone_at: null },
		]);
	});

	it("that changes nothing leaves nothing to undo", async () => {
		await bringAll({});
		await bringAll({});
		expect(
			await sql`SELECT import_id FROM import_changes ORDER BY import_id`,
		).toEqual([{ import_id: 1 }]);
	});
});
