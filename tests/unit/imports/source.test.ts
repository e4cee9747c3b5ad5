import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reasonText } from "#app/imports/problems.ts";
import { parseSource, readSources } from "#app/imports/source.ts";

describe("the bytes of a source", () => {
	it("are Markdown by file name, else a lesson document", () => {
		const bytes = Buffer.from("# 题\n正文。");
		expect(parseSource("1.md", bytes).lesson?.title).toBe("题");
		expect(parseSource("1.MARKDOWN", bytes).lesson?.title).toBe("题");
		expect(parseSource("1.txt", bytes).lesson?.title).toBe("# 题");
	});

	it("may start with a byte order mark", () => {
		const bytes = Buffer.from("\uFEFF01 题\r\n正文。\r\n");
		expect(parseSource("1.txt", bytes).lesson).toMatchObject({
			title: "题",
			position: 1,
			markdown: "正文。",
		});
	});

	it.each([
		["GBK", Buffer.from([0xb1, 0xea, 0xcc, 0xe2]), "notUtf8"],
		["UTF-16", Buffer.from("\uFEFF题", "utf16le"), "notUtf8"],
		["binary", Buffer.from([0x89, 0x50, 0x00, 0x47]), "notText"],
		["too large", Buffer.alloc(5 * 1024 * 1024 + 1, 97), "tooLarge"],
		["empty", Buffer.alloc(0), "empty"],
	])("are refused if they are %s", (_, bytes, reason) => {
		expect(parseSource("1.txt", bytes)).toMatchObject({
			lesson: null,
			problems: [{ line: 1, reason }],
		});
	});
});

describe("a file or folder of sources", () => {
	let folder: string;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "sources-"));
	});

	afterEach(() => rm(folder, { recursive: true }));

	async function write(files: Record<string, string>): Promise<void> {
		for (const [name, text] of Object.entries(files)) {
			await mkdir(dirname(join(folder, name)), { recursive: true });
			await writeFile(join(folder, name), text);
		}
	}

	it("is read in course order, without README and hidden files", async () => {
		await write({
			"README.md": "# 说明",
			"sub/readme.zh.md": "# 说明",
			".git/1.md": "# 藏",
			"image.png": "png",
			"2-b.md": "# 乙",
			"10-c.md": "# 丙",
			"sub/a.md": "---\nposition: 1\n---\n# 甲",
			"附录10.txt": "附录十\n正文。",
			"附录9.txt": "附录九\n正文。",
		});
		const { sources } = await readSources(folder);
		expect(sources.map(({ name, lesson }) => [name, lesson?.title])).toEqual([
			["sub/a.md", "甲"],
			["2-b.md", "乙"],
			["10-c.md", "丙"],
			["附录9.txt", "附录九"],
			["附录10.txt", "附录十"],
		]);
	});

	it("keeps an unreadable file among the others, with its problem", async () => {
		await write({ "1.md": "# 甲\n文。", "2.md": "---\nx" });
		const { sources } = await readSources(folder);
		expect(sources.map(({ name, lesson }) => [name, lesson?.title])).toEqual([
			["1.md", "甲"],
			["2.md", undefined],
		]);
		expect(sources[1]?.problems).toMatchObject([
			{ line: 1, reason: "frontMatterUnclosed" },
		]);
	});

	it("gives a position to the first file that claims it", async () => {
		await write({ "a1.md": "# 甲\n文。", "b1.md": "# 乙\n文。" });
		const { sources } = await readSources(folder);
		expect(sources).toMatchObject([
			{ lesson: { position: 1 }, problems: [] },
			{
				lesson: { position: null },
				problems: [{ line: 1, text: "乙", reason: "positionTaken" }],
			},
		]);
	});

	it("may be a single file, even a README, and any file ending is a lesson document", async () => {
		await write({ "README.md": "# 说明\n文。", "lesson.text": "01 题\n文。" });
		const named = async (name: string) =>
			(await readSources(join(folder, name))).sources;
		expect(await named("README.md")).toMatchObject([
			{ name: "README.md", lesson: { title: "说明" } },
		]);
		expect(await named("lesson.text")).toMatchObject([
			{ name: "lesson.text", lesson: { title: "题" } },
		]);
	});

	it("is refused if it does not exist", async () => {
		await expect(readSources(join(folder, "none"))).rejects.toThrow("ENOENT");
	});
});

describe("the sentences for problems", () => {
	it("exist in both languages", () => {
		for (const { zh, en } of Object.values(reasonText)) {
			expect(zh).toMatch(/。$/);
			expect(en).toMatch(/\.$/);
		}
	});
});
