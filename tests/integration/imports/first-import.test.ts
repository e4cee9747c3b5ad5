import { beforeEach, describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { listImports } from "#app/imports/queries.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { truncateAll } from "#tests/support/database.ts";
import {
	dump,
	lessonDocument,
	QUESTIONS,
	sourceOf,
} from "#tests/support/documents.ts";

beforeEach(truncateAll);

const into = { slug: "llm", title: "大模型", byId: null };
const document = sourceOf(lessonDocument());

const lessons = () =>
	sql<{ number: number; title: string; questions: number }>`
		SELECT l.number, l.title, (SELECT count(*)::int FROM threads WHERE lesson_id = l.id AND kind = 'thinking') AS questions
		FROM lessons l ORDER BY l.position, l.id`;

describe("a first import", () => {
	it("makes the course, the lesson under its number, and its blocks", async () => {
		const [report] = await importLessons([document], into);
		expect(report).toMatchObject({ outcome: "created", problems: [] });
		expect(report?.lesson).toEqual({
			title: "从词元到句子",
			position: 7,
			blocks: 7,
			headings: 2,
			formulas: 1,
			thinkingQuestions: QUESTIONS,
			replies: 3,
			importedVotes: 9,
			repliesNotInSource: 3,
		});
		expect(await sql`SELECT slug, title FROM courses`).toEqual([
			{ slug: "llm", title: "大模型" },
		]);
		expect(await lessons()).toEqual([
			{ number: 7, title: "从词元到句子", questions: 2 },
		]);
		const blocks = await sql<{ kind: string; revision: number }>`
			SELECT kind, revision FROM blocks ORDER BY position`;
		expect(blocks.map(({ kind }) => kind).join(" ")).toBe(
			"paragraph heading list formula heading paragraph paragraph",
		);
		expect(blocks.every(({ revision }) => revision === 1)).toBe(true);
	});

	it("makes a thread for the lesson and one for each question", async () => {
		await importLessons([document], into);
		expect(
			await sql`SELECT number, kind, position, title FROM threads ORDER BY number`,
		).toEqual([
			{ number: 1, kind: "lesson", position: null, title: "从词元到句子" },
			{ number: 2, kind: "thinking", position: 1, title: QUESTIONS[0] },
			{ number: 3, kind: "thinking", position: 2, title: QUESTIONS[1] },
		]);
	});

	it("adds the comments as replies with their own date, votes and order", async () => {
		await importLessons([document], into);
		const replies = await sql`
			SELECT imported_name AS name, imported_on AS date, imported_nth AS nth, votes, cast_votes AS cast,
				source_replies AS elsewhere, source_position AS place, author_id AS author FROM replies ORDER BY id`;
		const imported = { cast: 0, author: null };
		expect(replies).toEqual([
			{
				...imported,
				name: "山中人",
				date: "2024-06-07",
				nth: 1,
				votes: 6,
				elsewhere: 2,
				place: 1,
			},
			{
				...imported,
				name: "Ann B. (TA)",
				date: "2024-06-09",
				nth: 1,
				votes: 3,
				elsewhere: 0,
				place: 2,
			},
			{
				...imported,
				name: "山中人",
				date: "2024-06-07",
				nth: 2,
				votes: 0,
				elsewhere: 1,
				place: 3,
			},
		]);
		expect(
			await sql`
				SELECT reply_count AS replies, top_count AS top, source_replies AS missing, last_activity_at AS last
				FROM threads WHERE kind = 'lesson'`,
		).toEqual([
			{ replies: 3, top: 3, missing: 3, last: new Date("2024-06-09") },
		]);
	});

	it("keeps the text of a comment literal", async () => {
		await importLessons([document], into);
		const [reply] = await sql<{ html: string }>`
			SELECT html FROM replies ORDER BY id LIMIT 1`;
		expect(reply?.html).toContain("<br>\n1. 这一行不是列表");
	});

	it("leaves a record of what it added", async () => {
		await importLessons([document], into);
		const [course] = await sql<{ id: number }>`SELECT id FROM courses`;
		expect(await listImports(course?.id ?? 0)).toMatchObject([
			{ source: "lesson.txt", lessons: 1, replies: 3, problems: 0, by: null },
		]);
	});
});

describe("several documents", () => {
	it("keep their own numbers, and lesson 0 comes first under another number", async () => {
		const names = ["00 | 开篇", "01 | 复习", "02 | 复习"];
		const sources = names.map((title) => sourceOf(lessonDocument({ title })));
		await importLessons(sources, into);
		const made = await lessons();
		expect(made.map(({ number, title }) => `${number} ${title}`)).toEqual([
			"3 开篇",
			"1 复习",
			"2 复习",
		]);
		const before = await dump();
		const again = await importLessons(sources, into);
		expect(again.map(({ outcome }) => outcome)).toEqual(
			names.map(() => "unchanged"),
		);
		expect(await dump()).toEqual(before);
	});

	it("come in without those that cannot be read, wherever these stand", async () => {
		const bad = [sourceOf("", "empty.txt"), sourceOf("---\nx", "open.md")];
		const second = sourceOf(lessonDocument({ title: "08 | 下一课" }));
		const [first = document, last = document] = bad;
		const sources = [first, document, last, second];
		const reports = await importLessons(sources, into);
		expect(reports.map(({ outcome }) => outcome)).toEqual([
			...["left out", "created", "left out", "created"],
		]);
		expect(await lessons()).toMatchObject([{ number: 7 }, { number: 8 }]);
		expect(await sql`SELECT source, lessons, problems FROM imports`).toEqual([
			{ source: "lesson.txt, lesson.txt", lessons: 2, problems: 2 },
		]);
		const before = await dump();
		await importLessons(sources, into);
		expect(await dump()).toEqual(before);
	});

	const md = (name: string, text = "正文。") => sourceOf(text, name);
	const titles = async () => (await lessons()).map(({ title }) => title);

	it("stand in the order of their files", async () => {
		const names = ["序.md", "01-甲.md", "02-乙.md", "加餐.md", "附录.md"];
		await importLessons(
			names.map((name) => md(name)),
			into,
		);
		expect(await titles()).toEqual(["序", "甲", "乙", "加餐", "附录"]);
		expect((await lessons()).map(({ number }) => number)).toEqual([
			...[3, 1, 2, 4, 5],
		]);
	});

	it("stand where they belong among those that were there", async () => {
		const two = [md("02-乙.md", "# 乙\n\n文。"), md("附录.md")];
		await importLessons(two, into);
		const all = ["序.md", "01-甲.md", "02-乙.md", "加餐.md", "附录.md"];
		const sources = all.map(
			(name) => two.find((one) => one.name === name) ?? md(name),
		);
		await importLessons(sources, into);
		expect(await titles()).toEqual(["序", "甲", "乙", "加餐", "附录"]);
		await importLessons([md("04-丁.md")], into);
		await importLessons([md("03-丙.md")], into);
		expect(await titles()).toEqual([
			...["序", "甲", "乙", "丙", "丁", "加餐", "附录"],
		]);
	});

	it("leave the order that staff chose", async () => {
		const [a, b, c] = [md("01-甲.md"), md("02-乙.md"), md("03-丙.md")];
		await importLessons([a, b], into);
		await sql`UPDATE lessons SET position = 3 - position`;
		await importLessons([a, b, c], into);
		expect(await titles()).toEqual(["乙", "甲", "丙"]);
	});

	it("leave no course behind if none can be read", async () => {
		const [report] = await importLessons([sourceOf("", "empty.txt")], into);
		expect(report).toMatchObject({ outcome: "left out" });
		expect(await sql`SELECT 1 FROM courses`).toEqual([]);
	});

	it("leave no rows when the database refuses the second", async () => {
		const second = sourceOf(lessonDocument({ title: "08 | 下一课" }));
		if (second.lesson) second.lesson.title = "长".repeat(201);
		await expect(importLessons([document, second], into)).rejects.toThrow();
		const rows = Object.values(await dump()).flat();
		expect(rows).toEqual([]);
	});
});

describe("an import", () => {
	it("that is a dry run reports and writes nothing", async () => {
		const [report] = await importLessons([document], { ...into, dryRun: true });
		expect(report?.outcome).toBe("created");
		expect(Object.values(await dump()).flat()).toEqual([]);
	});

	it("makes one lesson when it runs many times at once", async () => {
		const reports = await Promise.all(
			Array.from({ length: 6 }, () => importLessons([document], into)),
		);
		const outcomes = reports.map(([report]) => report?.outcome);
		expect(outcomes.filter((outcome) => outcome === "created")).toHaveLength(1);
		expect(outcomes.filter((outcome) => outcome === "unchanged")).toHaveLength(
			5,
		);
		expect(await lessons()).toHaveLength(1);
		expect(await sql`SELECT 1 FROM imports`).toHaveLength(1);
	});
});
