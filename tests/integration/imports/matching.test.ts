import { beforeEach, describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import type { ChosenSource } from "#app/imports/ready-source.server.ts";
import { editLesson } from "#app/lessons/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { makeCast, makeLesson, makeReply } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import {
	bringIn,
	dump,
	QUESTIONS,
	sourceOf,
} from "#tests/support/documents.ts";

beforeEach(truncateAll);

const [first = "", second = ""] = QUESTIONS;

const questions = () =>
	sql<{ id: number; title: string; left: boolean }>`
		SELECT id, title, left_lesson_at IS NOT NULL AS left FROM threads WHERE kind = 'thinking'
		ORDER BY left_lesson_at IS NOT NULL, position`;

describe("thinking questions", () => {
	it("keep their threads with their text, in any order", async () => {
		await bringIn();
		const [a, b] = await questions();
		await bringIn({ questions: ["新的一题？", second, first] });
		expect(await questions()).toMatchObject([
			{ title: "新的一题？" },
			{ id: b?.id, title: second },
			{ id: a?.id, title: first },
		]);
	});

	it("keep their threads when they are reworded, and one in another's place does not", async () => {
		await bringIn();
		const [a, b] = await questions();
		const reworded = "为什么每次的回答都不同？";
		await bringIn({ questions: ["缓存为什么省时间？", reworded] });
		expect(await questions()).toEqual([
			{ id: expect.any(Number), title: "缓存为什么省时间？", left: false },
			{ ...b, title: reworded },
			{ ...a, left: true },
		]);
	});

	it("otherwise get new threads, and the old ones are marked as left", async () => {
		await bringIn();
		const [a, b] = await questions();
		await bringIn({ questions: ["只有一题？"] });
		const after = await questions();
		expect(after).toMatchObject([
			{ title: "只有一题？", left: false },
			{ id: a?.id, left: true },
			{ id: b?.id, left: true },
		]);
	});
});

describe("a lesson written here", () => {
	it("is found by its title, and later by its text", async () => {
		const { course } = await makeCast();
		const { id } = await makeLesson(course, { title: "从词元到句子" });
		const first = await bringIn();
		expect(first).toMatchObject({ doubt: { isDecided: false } });
		await bringIn({}, String(first?.was?.number));
		expect(await bringIn({ title: "09 | 另一个题目" })).toMatchObject({
			outcome: "updated",
		});
		expect(
			await sql`SELECT id, title, imported_number AS imported FROM lessons`,
		).toEqual([{ id, title: "另一个题目", imported: 9 }]);
	});

	it("is not changed if two lessons have the title", async () => {
		const { course } = await makeCast();
		for (const _ of "两次") await makeLesson(course, { title: "从词元到句子" });
		const before = await dump();
		expect(await bringIn()).toMatchObject({
			problems: [{ line: 1, text: "从词元到句子", reason: "lessonDoubtful" }],
			doubt: { isDecided: false, lessons: [{ place: 1 }, { place: 2 }] },
		});
		expect(await dump()).toEqual(before);
	});
});

describe("a lesson retitled here", () => {
	it("is found by the title it was imported with", async () => {
		const { course, instructor } = await makeCast();
		await bringIn();
		const [lesson] = await sql<{ id: number }>`SELECT id FROM lessons`;
		await editLesson(
			{ id: lesson?.id ?? 0 },
			{ title: "改名", source: "改过。", questions: [], revision: 1 },
			{ by: instructor, course },
		);
		expect(await bringIn()).toMatchObject({ was: { title: "改名" } });
		expect(await sql`SELECT 1 FROM lessons`).toHaveLength(1);
	});
});

describe("a course whose lessons were renumbered", () => {
	const BODIES: Record<string, string> = {
		词元: "词元是模型读写的单位，一个汉字常常就是一个。",
		注意力: "注意力让每个位置看到其他位置，再按分数加权。",
		采样: "采样决定下一个词元选谁，温度越低就越保守。",
		缓存: "缓存把算过的键和值留在显存里，后面不用重算。",
	};
	const file = (position: number, title: string, body = BODIES[title]) =>
		sourceOf(
			`# ${title}\n\n${body}\n\n## 思考题\n\n1. ${title}有什么用？`,
			`0${position}-${title}.md`,
		);
	const bring = (sources: ChosenSource[]) =>
		importLessons(sources, { slug: "course", byId: null });
	const rows = async () =>
		(
			await sql<{ title: string; said: string }>`
				SELECT l.title, coalesce(string_agg(t.title || '：' || r.source, ' ' ORDER BY t.id), '') AS said FROM lessons l
				JOIN threads t ON t.lesson_id = l.id LEFT JOIN replies r ON r.thread_id = t.id
				GROUP BY l.id ORDER BY l.position, l.id`
		).map(({ title, said }) => `${title} ${said}`);

	beforeEach(async () => {
		const { course, learner } = await makeCast();
		await bring([file(1, "词元"), file(2, "注意力"), file(3, "采样")]);
		const threads = await sql<{ id: number; title: string }>`
			SELECT id, title FROM threads WHERE title LIKE '%采样%' OR title LIKE '%注意力%' ORDER BY id`;
		for (const { id, title } of threads)
			await makeReply(course, id, learner, { body: `说${title.slice(0, 3)}` });
	});

	it("keeps each discussion with its lesson, and its question", async () => {
		const sources = [
			...[file(1, "词元"), file(2, "缓存")],
			...[file(3, "注意力"), file(4, "采样")],
		];
		const reports = await bring(sources);
		expect(reports.map(({ outcome }) => outcome)).toEqual([
			...["unchanged", "created", "updated", "updated"],
		]);
		expect(reports.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
		expect(await rows()).toEqual([
			"词元 ",
			"缓存 ",
			"注意力 注意力：说注意力 注意力有什么用？：说注意力",
			"采样 采样：说采样 采样有什么用？：说采样有",
		]);
		expect(
			await sql`SELECT number, title FROM lessons ORDER BY position`,
		).toMatchObject([
			{ number: 1 },
			{ number: 4, title: "缓存" },
			{ number: 2 },
			{ number: 3 },
		]);
		const before = await dump();
		await bring(sources);
		expect(await dump()).toEqual(before);
	});

	it("keeps it where a lesson was retitled, moved and a little edited", async () => {
		const edited = `${BODIES.采样}先说结论。`;
		await bring([file(1, "模型怎么选词", edited), file(2, "词元")]);
		expect(await rows()).toMatchObject([
			expect.stringMatching(/^模型怎么选词 模型怎么选词：说采样/),
			"词元 ",
			expect.stringMatching(/^注意力/),
		]);
	});

	it("asks which lesson one is that has but a number, and writes nothing meanwhile", async () => {
		const before = await dump();
		const [report] = await bring([file(2, "缓存"), file(1, "词元")]);
		expect(report).toMatchObject({
			was: { title: "注意力" },
			doubt: {
				isDecided: false,
				lessons: [
					{ title: "注意力", place: 2 },
					{ title: "采样", place: 3 },
				],
			},
		});
		expect(await dump()).toEqual(before);
	});

	it("does as decided", async () => {
		await bring([{ ...file(2, "缓存"), match: "new" }]);
		expect((await rows()).map((row) => row.slice(0, 2))).toEqual([
			...["词元", "缓存", "注意", "采样"],
		]);
		await bring([{ ...file(3, "评测", "评测看的是别的。"), match: "3" }]);
		expect(await rows()).toContainEqual(
			expect.stringMatching(/^评测 评测：说采样/),
		);
	});

	it("tells lessons of one title apart by their text", async () => {
		const [one, two] = [
			sourceOf(`# 小结\n\n${BODIES.词元}`, "第1章/小结.md"),
			sourceOf(`# 小结\n\n${BODIES.缓存}`, "第2章/小结.md"),
		];
		await bring([one, two]);
		const before = await dump();
		const reports = await bring([two, one]);
		expect(reports.map(({ outcome }) => outcome)).toEqual([
			...["unchanged", "unchanged"],
		]);
		expect(await dump()).toEqual(before);
	});
});
