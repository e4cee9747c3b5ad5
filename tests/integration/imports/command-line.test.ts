import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	afterEach,
	beforeEach,
	describe,
	expect,
	it,
	type MockInstance,
	vi,
} from "vitest";
import { importCommand } from "#app/imports/command-line.server.ts";
import type { Summary } from "#app/imports/summary.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { truncateAll } from "#tests/support/database.ts";
import { dump, lessonDocument, QUESTIONS } from "#tests/support/documents.ts";

let folder: string;
let stdout: MockInstance<typeof process.stdout.write>;
let stderr: MockInstance<typeof process.stderr.write>;

beforeEach(async () => {
	await truncateAll();
	folder = await mkdtemp(join(tmpdir(), "import-"));
	stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
	stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

afterEach(async () => {
	stdout.mockRestore();
	stderr.mockRestore();
	await rm(folder, { recursive: true, force: true });
});

const said = (stream: MockInstance<typeof process.stdout.write>) =>
	stream.mock.calls.map(([text]) => String(text)).join("");

/** Writes the files and imports their folder, or a single file by its own path. */
async function run(files: Record<string, string | Buffer>, ...words: string[]) {
	const names = Object.keys(files);
	for (const name of names)
		await writeFile(join(folder, name), files[name] ?? "");
	const path = names.length === 1 ? join(folder, names[0] ?? "") : folder;
	return importCommand([path, "--course", "llm", ...words]);
}

const summary = () => JSON.parse(said(stdout)) as Summary;

describe("npm run import", () => {
	it("prints the promised JSON, and nothing else, on stdout", async () => {
		const code = await run({ "7.txt": lessonDocument() }, "--json");
		expect(code).toBe(0);
		expect(summary()).toEqual({
			lessons: [
				{
					title: "从词元到句子",
					position: 7,
					blocks: 7,
					headings: 2,
					formulas: 1,
					thinkingQuestions: QUESTIONS,
					replies: 3,
					importedVotes: 9,
					repliesNotInSource: 3,
				},
			],
			created: 1,
			updated: 0,
			unchanged: 0,
			problems: [],
		});
		expect(said(stderr)).toBe("");
	});

	it("names a new course by --title, else by its slug", async () => {
		await run({ "7.txt": lessonDocument() }, "--title", "大模型");
		await importCommand([folder, "--course", "other"]);
		expect(await sql`SELECT slug, title FROM courses ORDER BY id`).toEqual([
			{ slug: "llm", title: "大模型" },
			{ slug: "other", title: "other" },
		]);
	});

	it("ends with 0 and names the line of a problem", async () => {
		const text = `${lessonDocument({ comments: [] })}\n- 甲 👍(1) 💬(0)\n没有日期`;
		expect(await run({ "7.txt": text }, "--json")).toBe(0);
		expect(summary().problems).toEqual([
			{
				line: 11,
				text: "- 甲 👍(1) 💬(0)",
				reason: "The comment has no date.",
			},
		]);
	});

	it("ends with 1 if a document cannot be read, and the others come in", async () => {
		const files = { "1.txt": lessonDocument(), "2.txt": Buffer.from([0, 1]) };
		expect(await run(files, "--json")).toBe(1);
		expect(summary()).toMatchObject({
			lessons: [{ title: "从词元到句子" }],
			created: 1,
			problems: [
				{ line: 1, reason: "This is not a text file.", source: "2.txt" },
			],
		});
		expect(said(stderr)).toContain("Left out: 1 of 2 documents.");
		expect(await sql`SELECT title FROM lessons`).toHaveLength(1);
	});

	it("names what it passes over, and ends with 0", async () => {
		const files = { "README.md": "# 说明", "1.md": "# 尺度\n\n正文。" };
		expect(await run(files, "--json")).toBe(0);
		expect(summary()).toMatchObject({
			lessons: [{ title: "尺度" }],
			problems: [{ line: 1, source: "README.md" }],
		});
		expect(summary().problems[0]?.reason).toContain("passed over");
	});

	it("ends with 1 and writes nothing if no document can be read", async () => {
		expect(await run({ "2.txt": Buffer.from([0, 1]) })).toBe(1);
		expect(said(stderr)).toContain("Nothing came in");
		expect(await sql`SELECT 1 FROM courses`).toEqual([]);
	});

	it("refuses a document that may be another lesson, until --match says which", async () => {
		await run({ "03-采样.md": "# 采样\n\n采样决定下一个词元选谁。" });
		await rm(join(folder, "03-采样.md"));
		const other = { "03-缓存.md": "# 缓存\n\n缓存把算过的留在显存里。" };
		stdout.mockClear();
		expect(await run(other, "--json")).toBe(1);
		expect(summary()).toMatchObject({ created: 0, updated: 0 });
		expect(said(stderr)).toContain("--match '03-缓存.md=3'");
		expect(said(stderr)).toContain("--match '03-缓存.md=new'");
		expect(await sql`SELECT title FROM lessons`).toEqual([{ title: "采样" }]);
		expect(await run(other, "--match", "03-缓存.md=new")).toBe(0);
		expect(await sql`SELECT title FROM lessons ORDER BY number`).toEqual([
			{ title: "采样" },
			{ title: "缓存" },
		]);
	});

	it.each([
		["for a document that is not there", "9.md=new"],
		["that names no lesson", "7.txt=采样"],
	])("refuses a --match %s", async (_, match) => {
		await expect(
			run({ "7.txt": lessonDocument() }, "--match", match),
		).rejects.toMatchObject({ name: "StartError" });
	});

	it("gives full-width punctuation back with --full-width", async () => {
		const files = { "3.md": "# 采样\n\n先说结论,再说原因." };
		await run(files);
		expect(await run(files, "--full-width")).toBe(0);
		expect(await sql`SELECT source FROM blocks WHERE position = 0`).toEqual([
			{ source: "先说结论，再说原因。" },
		]);
	});

	it("keeps what --full-width gave back while the source is the same", async () => {
		const text = lessonDocument({
			title: "07 | 采样:温度",
			body: ["先说结论,再说原因."],
			questions: ["温度为零,会怎样?"],
			comments: [
				{
					name: "甲",
					text: "真的吗?\n作者回复:是的,真的.",
					date: "2024-06-07",
				},
			],
		});
		await run({ "7.txt": text }, "--full-width", "--full-width-comments");
		const before = await dump();
		expect(JSON.stringify(before)).toContain("真的吗？");
		stdout.mockClear();
		await run({ "7.txt": text }, "--json");
		expect(summary()).toMatchObject({ updated: 0, unchanged: 1 });
		expect(await dump()).toEqual(before);
		await run({ "7.txt": text.replace("再说", "后说") });
		expect(await sql`SELECT source FROM blocks WHERE position = 0`).toEqual([
			{ source: "先说结论,后说原因." },
		]);
	});

	it("describes what a dry run found, and writes nothing", async () => {
		expect(await run({ "7.txt": lessonDocument() }, "--dry-run")).toBe(0);
		expect(said(stdout)).toContain("1. 温度为零时会怎样？");
		expect(said(stdout)).toContain(
			"Would be created 1, updated 0, unchanged 0.",
		);
		expect(await sql`SELECT 1 FROM courses`).toEqual([]);
	});

	it.each([
		["no file", [] as string[], "FILE_OR_FOLDER"],
		["an unknown option", ["--curse", "llm"], "--curse"],
		["a wrong slug", ["--course", "大模型"], "--course"],
		["a slug that is an address", ["--course", "new"], "--course"],
		["a title too long", ["--title", "长".repeat(201)], "--title"],
		["an unknown instructor", ["--instructor", "nobody"], "nobody"],
	])("refuses %s in one sentence", async (_, words, named) => {
		const path = words.length ? [join(folder, "7.txt"), "--course", "llm"] : [];
		await expect(importCommand([...path, ...words])).rejects.toMatchObject({
			name: "StartError",
			message: expect.stringContaining(named),
		});
	});

	it.each([
		["a path that is not there", "nowhere"],
		["a folder without lessons", "."],
	])("refuses %s", async (_, path) => {
		const words = [join(folder, path), "--course", "llm"];
		await expect(importCommand(words)).rejects.toMatchObject({
			name: "StartError",
		});
	});
});
