import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { type NamedSource, readSources } from "#app/imports/source.ts";
import type { SourceReport } from "#app/imports/summary.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { COURSE_FOLDER } from "#tests/support/course-folder.ts";
import { truncateAll } from "#tests/support/database.ts";
import { dump } from "#tests/support/documents.ts";

let folder: string;
let reports: SourceReport[];
let passed: NamedSource[];

const importFolder = async () => {
	const read = await readSources(folder);
	passed = read.passed;
	return importLessons(read.sources, { slug: "book", byId: null });
};

beforeAll(async () => {
	await truncateAll();
	folder = await mkdtemp(join(tmpdir(), "course-"));
	for (const [name, text] of Object.entries(COURSE_FOLDER)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
	reports = await importFolder();
});

afterAll(() => rm(folder, { recursive: true }));

const problemsOf = (file: string) =>
	reports
		.find(({ name }) => name.endsWith(file))
		?.problems.map(({ line, reason }) => [line, reason]);

async function linksIn(title: string) {
	const blocks = await sql<{ html: string }>`
		SELECT b.html FROM blocks b JOIN lessons l ON l.id = b.lesson_id
		WHERE l.title = ${title} AND b.position IS NOT NULL ORDER BY b.position`;
	const html = blocks.map((block) => block.html).join("");
	const links = Array.from(
		html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g),
		([, href = "", text]) => [text, decodeURIComponent(href)],
	);
	return Object.fromEntries(links);
}

async function addressOf(title: string, heading = "") {
	const [lesson] = await sql<{ number: number }>`
		SELECT number FROM lessons WHERE title = ${title}`;
	return `/courses/book/lessons/${lesson?.number}${heading && `#h-${heading}`}`;
}

describe("a course kept in thirty files", () => {
	it("comes in whole, in the order that its author means", async () => {
		const lessons = await sql<{ title: string }>`
			SELECT title FROM lessons ORDER BY position`;
		expect(lessons.map(({ title }) => title)).toEqual([
			...["课程说明", "开篇词-为什么学"],
			...["基础", "词元", "向量", "注意力"],
			...["训练总览", "数据", "损失", "小结"],
			...["指标", "人工评测", "小结"],
			...["1.1 概览", "1.2 检索", "1.10 部署", "2.1 展望"],
			...["加餐-6个月过去了", "番外-GPT-4读后感"],
			...["结束语-从0到1之后", "附录-2023年回顾", "附录二", "附录三"],
		]);
	});

	it("names the file that it cannot read, and what it passes over", () => {
		expect(problemsOf("坏了.md")).toEqual([[1, "frontMatterUnclosed"]]);
		expect(reports.filter(({ lesson }) => !lesson)).toHaveLength(1);
		expect(passed.map(({ name }) => name)).toEqual([
			...["CHANGELOG.md", "README.md"],
		]);
	});

	it("links its lessons to each other", async () => {
		expect(await linksIn("课程说明")).toEqual({
			词元: await addressOf("词元"),
		});
		expect(await linksIn("基础")).toEqual({
			二: await addressOf("向量", "小结-1"),
		});
		expect(await linksIn("词元")).toEqual({
			向量: await addressOf("向量", "小结"),
			最后: await addressOf("1.10 部署", "check"),
		});
		expect(await linksIn("注意力")).toEqual({
			词元: await addressOf("词元"),
			向量: await addressOf("向量"),
		});
		expect(await linksIn("向量")).toMatchObject({ 第一个: "#h-小结" });
		expect(await linksIn("数据")).toEqual({
			损失函数: await addressOf("损失"),
		});
	});

	it("names each lost link and picture with its line", () => {
		expect(problemsOf("开篇词-为什么学.md")).toEqual([[3, "linkNotImported"]]);
		expect(problemsOf("01-词元.md")).toEqual([[8, "imageLocal"]]);
		expect(problemsOf("02_向量.md")).toEqual([[13, "linkNowhere"]]);
		expect(problemsOf("02-损失.md")).toEqual([
			[5, "imageLocal"],
			[5, "imageLocal"],
		]);
		expect(problemsOf("01-数据.md")).toEqual([]);
	});

	it("changes nothing when it comes in again", async () => {
		const before = await dump();
		const again = await importFolder();
		expect(new Set(again.map(({ outcome }) => outcome))).toEqual(
			new Set(["unchanged", "left out"]),
		);
		expect(await dump()).toEqual(before);
	});
});
