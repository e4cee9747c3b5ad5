import { beforeEach, describe, expect, it } from "vitest";
import { listKnown } from "#app/imports/imported-lessons.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { makeCast, makeLesson } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { bringIn, dump, QUESTIONS } from "#tests/support/documents.ts";

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

	it("keep their threads in their places while their number is the same", async () => {
		await bringIn();
		const before = await questions();
		await bringIn({ questions: [first, "换了说法的一题？"] });
		expect(await questions()).toEqual([
			before[0],
			{ ...before[1], title: "换了说法的一题？" },
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
	it("is found by its title, and later by its source's number", async () => {
		const { course } = await makeCast();
		const { id } = await makeLesson(course, { title: "从词元到句子" });
		expect(await bringIn()).toMatchObject({ outcome: "updated" });
		expect(await bringIn({ title: "07 | 另一个题目" })).toMatchObject({
			outcome: "updated",
		});
		expect(await sql`SELECT id, title FROM lessons`).toEqual([
			{ id, title: "另一个题目" },
		]);
	});

	it("is loaded by its title, and other lessons only by their source's number", async () => {
		const { course } = await makeCast();
		const titles = ["从词元到句子", "同号的一课", "别的一课"];
		for (const title of titles) await makeLesson(course, { title });
		await sql`UPDATE lessons SET imported_number = 7 WHERE title = '同号的一课'`;
		const source = { title: "从词元到句子", position: 7 };
		const known = await listKnown(sql, course.id, [source]);
		expect(known.map(({ title }) => title).toSorted()).toEqual(
			titles.slice(0, 2).toSorted(),
		);
	});

	it("is not changed if two lessons have the title", async () => {
		const { course } = await makeCast();
		for (const _ of "两次") await makeLesson(course, { title: "从词元到句子" });
		const before = await dump();
		expect(await bringIn()).toMatchObject({
			outcome: "left out",
			problems: [{ line: 1, text: "从词元到句子", reason: "lessonAmbiguous" }],
		});
		expect(await dump()).toEqual(before);
	});
});
