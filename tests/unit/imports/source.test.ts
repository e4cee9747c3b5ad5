import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reasonText } from "#app/imports/problems.ts";
import { parseSource, readSources } from "#app/imports/source.ts";

describe("the bytes of a source", () => {
	it("are Markdown by file name or by their first lines, else a lesson document", () => {
		const bytes = Buffer.from("# 题\n正文。");
		expect(parseSource("1.md", bytes).lesson?.title).toBe("题");
		expect(parseSource("1.MARKDOWN", bytes).lesson?.title).toBe("题");
		expect(parseSource("1.txt", bytes).lesson?.title).toBe("题");
		const plain = Buffer.from("题\n# 正文。");
		expect(parseSource("1.txt", plain).lesson?.title).toBe("题");
	});

	it("are numbered by the file name where the title has no number", () => {
		const bytes = Buffer.from("题\n正文。");
		expect(parseSource("10讲采样.txt", bytes).lesson?.position).toBe(10);
		expect(parseSource("GPT-4.txt", bytes).lesson?.position).toBeNull();
	});

	it("may start with a byte order mark", () => {
		const bytes = Buffer.from("\uFEFF01 题\r\n正文。\r\n");
		expect(parseSource("1.txt", bytes).lesson).toMatchObject({
			title: "题",
			position: 1,
			markdown: "正文。",
		});
	});

	const gbk = Buffer.from([
		...[0x30, 0x31, 0x20, 0xcc, 0xe2, 0x0a, 0xd5, 0xfd, 0xce, 0xc4, 0xa1, 0xa3],
	]);
	const utf16 = Buffer.from("01 题\n正文。", "utf16le");
	it.each([
		["GBK", gbk],
		["UTF-16", utf16],
		["UTF-16 with a mark", Buffer.concat([Buffer.from([255, 254]), utf16])],
		["UTF-16 with its bytes swapped", Buffer.from(utf16).swap16()],
	])("are read in %s", (_, bytes) => {
		expect(parseSource("1.txt", bytes)).toMatchObject({
			lesson: { title: "题", position: 1, markdown: "正文。" },
			problems: [],
		});
	});

	const latin = Buffer.from("Fran\xe7ois m\xeele\n", "latin1");
	const zeros = Buffer.from("# 题\n\0正文。\n再\0来");
	it.each([
		["an unknown encoding", latin, "encodingUnknown"],
		["another file by its name", Buffer.from("%PDF-1.4\n% x"), "notText"],
		["binary", Buffer.from([0x89, 0x50, 0x00, 0x47]), "notText"],
		["text with zeros", zeros, "notText"],
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

	const orderOf = async (files: Record<string, string>) => {
		await write(files);
		const { sources } = await readSources(folder);
		return sources.map(({ name }) => name);
	};
	const orderAs = async (...names: string[]) => {
		const texts = names.toReversed().map((name) => [name, "正文。"]);
		expect(await orderOf(Object.fromEntries(texts))).toEqual(names);
	};

	it("is ordered as people count, folder by folder", async () => {
		await orderAs(
			...["ch1/1.2-a.md", "ch1/1.10-b.md", "ch1/2.1-c.md", "ch2/1-d.md"],
			...["ch10/e.md"],
		);
	});

	it("is ordered by Chinese numerals too", async () => {
		await orderAs(
			...["第2章/第九节.md", "第2章/第十节.md", "第2章/第二十一节.md"],
			...[
				"第十章/复习（一）.md",
				"第十章/复习（二）.md",
				"第十章/复习（三）.md",
			],
		);
	});

	it("is ordered by the parts of a lesson, and by sections of chapters", async () => {
		await orderAs(
			...["chapter1.md", "chapter2_1.md", "chapter2_2.md", "chapter3.md"],
			...["采样-上.md", "采样-中.md", "采样-下.md"],
		);
	});

	it("is ordered by a number that a unit follows", async () => {
		await orderAs("09讲甲.md", "10讲乙.md", "第十一讲丙.md", "4种方法.md");
	});

	it("begins with what introduces, and ends with what follows", async () => {
		await orderAs(
			...["index.md", "序.md", "开篇词-为何学.md", "02-甲.md", "10-乙.md"],
			...[
				"加餐.md",
				"序列模型.md",
				"结束语.md",
				"附录一.md",
				"附录二.md",
				"附录三.md",
			],
		);
	});

	it("follows the order that front matter gives among the files of a folder", async () => {
		const order = await orderOf({
			"a/x.md": "---\nsidebar_position: 2\n---\n文。",
			"a/y.md": "+++\nweight = 1\n+++\n文。",
			"a/z.md": "---\norder: 1.5\n---\n文。",
			"b/index.md": "---\nnav_order: 1\n---\n文。",
			"c.md": "---\nposition: 2\n---\n文。",
		});
		expect(order).toEqual(["b/index.md", "c.md", "a/y.md", "a/z.md", "a/x.md"]);
	});

	it.each([
		["SUMMARY.md", "* [B](b/README.md)\n  * [二](<b/二 1.md>)\n* [A](./a.md)"],
		["_sidebar.md", "- [B](/b/)\n- [二](b/%E4%BA%8C%201.md)\n- [A](a)"],
		[
			"mkdocs.yml",
			"docs_dir: .\nnav:\n- B: b/README.md\n- 二: [b/二 1.md, a.md]",
		],
		[
			".vitepress/config.mts",
			"nav: [{ link: '/a' }],\nsidebar: { '/': [\n// { link: '/c' },\n{ text: 'a', base: '/b/', items: [{ link: '/b/' }, { link: '二 1' }] }, { link: '/a' }] }",
		],
		[
			".vitepress/sidebar.ts",
			"export const sidebar = [{ link: '/b/' }, '/b/二 1', { link: '/a' }]",
		],
		[
			".vuepress/config.js",
			"module.exports = { sidebar: ['/b/', ['/b/二 1', '二'], { path: '/a' }] }",
		],
	])(
		"follows the table of contents in %s, which is no lesson",
		async (name, text) => {
			const files = {
				"a.md": "文。",
				"b/README.md": "文。",
				"b/二 1.md": "文。",
			};
			const order = await orderOf({ ...files, "c.md": "文。", [name]: text });
			expect(order).toEqual(["b/README.md", "b/二 1.md", "a.md", "c.md"]);
		},
	);

	it("never runs a configuration", async () => {
		const text =
			"process.exit(3); export default { sidebar: [{ link: '/b' }] }";
		await write({
			"a.md": "文。",
			"b.md": "文。",
			".vitepress/config.js": text,
		});
		const { sources } = await readSources(folder);
		expect(sources.map(({ name }) => name)).toEqual(["b.md", "a.md"]);
	});

	it("takes a folder's README or index as its lesson, named like the folder", async () => {
		await write({
			"01-认识模型/README.md": "正文。",
			"02-环境/index.md": "# 搭环境\n正文。",
			"03-空/index.md": "---\nlayout: home\n---",
		});
		const { sources, passed } = await readSources(folder);
		expect(sources.map(({ lesson }) => lesson)).toMatchObject([
			{ title: "认识模型", position: 1 },
			{ title: "搭环境", position: 2 },
		]);
		expect(passed).toMatchObject([
			{ name: "03-空/index.md", problems: [{ reason: "indexEmpty" }] },
		]);
	});

	it("passes over a README beside lessons, and names it", async () => {
		await write({ "README.md": "# 说明", "LICENSE.md": "MIT", "a.md": "文。" });
		const { sources, passed } = await readSources(folder);
		expect(sources.map(({ name }) => name)).toEqual(["a.md"]);
		expect(
			passed.map(({ name, problems }) => [name, problems[0]?.reason]),
		).toEqual([
			["LICENSE.md", "projectFile"],
			["README.md", "projectFile"],
		]);
	});

	it("passes over what describes a project or sets up a program, and links", async () => {
		await write({
			"a.md": "文。",
			"agents.md": "# 智能体\n\n文。",
			"SECURITY.md": "# 漏洞",
			"AUTHORS.md": "# 人",
			"CLAUDE.md": "# 约定",
			"code/requirements.txt": "torch\n",
			"robots.txt": "User-agent: *",
			"code/venv/x.txt": "x",
		});
		await symlink("a.md", join(folder, "b.md"));
		await symlink("..", join(folder, "up"));
		await symlink("none", join(folder, "x.png"));
		const { sources, passed } = await readSources(folder);
		expect(sources.map(({ name }) => name)).toEqual(["a.md", "agents.md"]);
		expect(
			passed
				.map(({ name, problems }) => `${name} ${problems[0]?.reason}`)
				.sort(),
		).toEqual([
			...[
				"AUTHORS.md projectFile",
				"CLAUDE.md projectFile",
				"SECURITY.md projectFile",
				"b.md linkUnread",
			],
			...["code/requirements.txt projectFile", "robots.txt projectFile"],
			"up linkUnread",
		]);
	});

	it("takes a README that the table of contents lists", async () => {
		await write({
			"README.md": "# 引子\n文。",
			"a.md": "文。",
			"SUMMARY.md": "[引子](README.md)\n[甲](a.md)",
		});
		const { sources, passed } = await readSources(folder);
		expect(sources.map(({ name }) => name)).toEqual(["README.md", "a.md"]);
		expect(passed).toEqual([]);
	});

	it("takes equal names in different folders as different lessons", async () => {
		await orderAs("第1章/小结.md", "第1章/概述.md", "第2章/小结.md");
	});

	it("gives a position to the first file of a folder that claims it", async () => {
		await write({ "1-a.md": "# 甲\n文。", "1-b.md": "# 乙\n文。" });
		const { sources } = await readSources(folder);
		expect(sources).toMatchObject([
			{ lesson: { position: 1 }, problems: [] },
			{
				lesson: { position: null },
				problems: [{ line: 1, text: "乙", reason: "positionTaken" }],
			},
		]);
	});

	it("has no numbers if they start again in each folder", async () => {
		await write({ "a/1-x.md": "文。", "b/1-y.md": "文。", "b/2-z.md": "文。" });
		const { sources } = await readSources(folder);
		expect(
			sources.map(({ lesson, problems }) => [lesson?.position, problems]),
		).toEqual([
			[null, []],
			[null, []],
			[null, []],
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
