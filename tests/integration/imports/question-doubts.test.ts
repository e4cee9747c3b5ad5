import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { importCommand } from "#app/imports/command-line.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { makeCast } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { bringIn, dump, lessonDocument } from "#tests/support/documents.ts";
import { submit } from "#tests/support/import-form.ts";

const OLD = "注意力的分数为什么要缩放？";
const NEW = "注意力为什么要掩码？";

const questions = () =>
	sql<{ id: number; number: number; title: string; left: boolean }>`
		SELECT id, number, title, left_lesson_at IS NOT NULL AS left FROM threads WHERE kind = 'thinking' ORDER BY id`;

async function before() {
	await bringIn({ questions: [OLD, "词元越短越好吗？"] });
	const [old] = await questions();
	if (!old) throw new Error("No question came in");
	return old;
}

const DOCUMENT = lessonDocument({ questions: ["词元越短越好吗？", NEW] });

beforeEach(truncateAll);

describe("a thinking question that may be one of the lesson's, on the command line", () => {
	let folder: string;
	const stdout = vi.spyOn(process.stdout, "write");
	const stderr = vi.spyOn(process.stderr, "write");

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "import-"));
		await writeFile(join(folder, "7.txt"), DOCUMENT);
		stdout.mockClear().mockReturnValue(true);
		stderr.mockClear().mockReturnValue(true);
	});

	afterEach(() => rm(folder, { recursive: true }));

	const run = (...words: string[]) =>
		importCommand([join(folder, "7.txt"), "--course", "course", ...words]);
	const said = () => stderr.mock.calls.map(([text]) => String(text)).join("");

	it("is refused with the lines to choose from, and nothing is written", async () => {
		const { number } = await before();
		const rows = await dump();
		expect(await run()).toBe(1);
		expect(said()).toContain(`--match '7.txt#2=${number}'`);
		expect(said()).toContain("--match '7.txt#2=new'");
		expect(said()).not.toContain("--match '7.txt=");
		expect(String(stdout.mock.calls)).toContain("line 9: ");
		expect(await dump()).toEqual(rows);
	});

	it("keeps its thread if it is said to be that", async () => {
		const { id, number } = await before();
		expect(await run("--match", `7.txt#2=${number}`)).toBe(0);
		expect(await questions()).toMatchObject([
			{ id, title: NEW, left: false },
			{ title: "词元越短越好吗？", left: false },
		]);
		expect(await run()).toBe(0);
	});

	it("gets a thread of its own if it is said to be new", async () => {
		const { id } = await before();
		expect(await run("--match", "7.txt#2=new")).toBe(0);
		expect(await questions()).toMatchObject([
			{ id, title: OLD, left: true },
			{ title: "词元越短越好吗？", left: false },
			{ title: NEW, left: false },
		]);
		expect(await run()).toBe(0);
	});

	it("is not decided by the number of no such question", async () => {
		await before();
		expect(await run("--match", "7.txt#2=999")).toBe(1);
		await expect(run("--match", "7.txt#3=new")).rejects.toMatchObject({
			name: "StartError",
		});
	});
});

describe("a thinking question that may be one of the lesson's, in the preview", () => {
	const carried = (...asked: string[]): [string, string][] => [
		...([
			["name", "lesson.txt"],
			["written", "document"],
			["text", DOCUMENT],
			["questions", `词元越短越好吗？\n${NEW}`],
			["match", ""],
			["dryRun", "false"],
		] as [string, string][]),
		...asked.map((value): [string, string] => ["asked", value]),
	];

	it("is asked, and nothing is written until it is answered", async () => {
		const { instructor } = await makeCast();
		const { number } = await before();
		const rows = await dump();
		const { data } = await submit(instructor, carried());
		expect(data).toMatchObject({
			step: "preview",
			documents: [
				{
					doubt: null,
					questionDoubts: [
						{
							text: NEW,
							likely: { number, title: OLD },
							others: [{ number }],
						},
					],
				},
			],
		});
		expect(data.documents[0]?.questionDoubts[0]?.match).toBeUndefined();
		expect(await dump()).toEqual(rows);
	});

	it("keeps its thread or gets a new one, as answered", async () => {
		const { instructor } = await makeCast();
		const { id, number } = await before();
		const { data } = await submit(instructor, carried(`0 ${number} ${NEW}`));
		expect(data.step).toBe("done");
		expect(await questions()).toMatchObject([
			{ id, title: NEW },
			{ title: "词元越短越好吗？" },
		]);
	});
});
