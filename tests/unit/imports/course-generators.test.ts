import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseSource, readSources } from "#app/imports/source.ts";

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "sources-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function read(files: Record<string, string>, of = "") {
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
	return readSources(join(folder, of));
}

const FILES = { "a.md": "文。", "b/x.md": "文。", "c.md": "文。" };

const inDocs = Object.fromEntries(
	Object.entries(FILES).map(([name, text]) => [`docs/${name}`, text]),
);

const ORDER = ["c.md", "b/x.md", "a.md"];

describe("the order of a course for a generator of books and sites", () => {
	it.each([
		["mkdocs.yml", "nav:\n- c.md\n- 乙:\n  - b/x.md\n- 甲: a.md"],
		[
			"sidebars.js",
			'module.exports = { docs: ["c", { type: "category", label: "a", items: [{ type: "doc", id: "b/x" }] }, "a"] };',
		],
	])("is that of %s above its folder", async (name, text) => {
		const { sources } = await read({ ...inDocs, [name]: text }, "docs");
		expect(sources.map(({ name }) => name)).toEqual(ORDER);
	});

	it.each([
		[
			"_toc.yml",
			"format: jb-book\nroot: c\nparts:\n- caption: a\n  chapters:\n  - file: b/x\n  - url: https://example.com\n  - file: a.md",
		],
		["sidebars.js", 'export default { docs: ["c", "b/x", "a"] };'],
	])("is that of %s within it", async (name, text) => {
		const files = name === "_toc.yml" ? FILES : inDocs;
		const { sources } = await read({ ...files, [name]: text });
		const names = sources.map(({ name }) => name.replace("docs/", ""));
		expect(names).toEqual(ORDER);
	});

	it.each([
		"```toc\n:maxdepth: 1\n\nc\nb/index\na\n```",
		"```{toctree}\n---\ncaption: 目录\n---\nc\n乙 <b/index>\na.md\n```",
	])(
		"is that of contents in its indexes, which are no code: %j",
		async (toc) => {
			const { sources } = await read({
				...{
					"a.md": "文。",
					"c.md": "文。",
					"index.md": `# 书\n\n序。\n\n${toc}`,
				},
				"b/index.md": "# 乙\n\n文。\n\n```toc\ny\nx\n```",
				...{ "b/x.md": "文。", "b/y.md": "文。" },
			});
			expect(sources.map(({ name }) => name)).toEqual([
				...["index.md", "c.md", "b/index.md", "b/y.md", "b/x.md", "a.md"],
			]);
			expect(sources[0]?.lesson?.markdown).toBe("序。");
		},
	);

	it("follows the place that a folder says of itself", async () => {
		const { sources } = await read({
			...FILES,
			"d/y.md": "文。",
			"d/_category_.json": '{ "label": "丁", "position": 1 }',
			"b/_category_.yml": "position: 2",
		});
		expect(sources.map(({ name }) => name)).toEqual([
			...["d/y.md", "b/x.md", "a.md", "c.md"],
		]);
	});
});

describe("a file of a course", () => {
	it("is called 导读 if it is an index without a title, which is named", async () => {
		const { sources } = await read({
			"index.md": "先读这里。",
			"1.md": "文。",
		});
		expect(sources[0]).toMatchObject({
			lesson: { title: "导读", markdown: "先读这里。" },
			problems: [{ reason: "titleGiven" }],
		});
	});

	it("is not called after a folder that all courses have", async () => {
		const { sources } = await read({
			"docs/index.md": "先读这里。",
			"docs/对齐/index.md": "文。",
			"docs/rl/README.md": "文。",
			"docs/rl/_category_.json": '{ "label": "强化学习" }',
		});
		expect(sources.map(({ lesson }) => lesson?.title)).toEqual([
			...["导读", "强化学习", "对齐"],
		]);
	});

	it("is called as the menu calls it, without a title of its own", () => {
		const bytes = Buffer.from("---\nsidebar_label: 对齐\n---\n文。");
		expect(parseSource("rlhf.md", bytes).lesson?.title).toBe("对齐");
	});

	it.each([
		[
			"SUMMARY.md",
			"* [引子](README.md)\n* [第二章 **乙**](b/x.md)\n* [丙](c.md)",
		],
		["_sidebar.md", '- 组\n  - [乙](/b/x "说明")\n- [不用](c)'],
		["mkdocs.yml", "docs_dir: .\nnav:\n- 组:\n  - 乙: b/x.md\n  - c.md"],
		["_toc.yml", "root: c\nchapters:\n- file: b/x\n  title: 乙"],
		[
			".vitepress/config.ts",
			"sidebar: [{ text: '组', items: [{ text: '乙', link: '/b/x' }, { link: '/c', text: '丙' }] }]",
		],
		[
			"sidebars.js",
			"({ docs: [{ type: 'category', label: '组', items: [{ type: 'doc', id: 'b/x', label: '乙' }] }, 'c'] })",
		],
	])(
		"is called as %s calls it, without a title of its own",
		async (name, text) => {
			const inFolder = name === "sidebars.js" ? "docs/" : "";
			const { sources } = await read({
				[`${inFolder}b/x.md`]: "文。",
				[`${inFolder}c.md`]: "# 自己的题\n\n文。",
				[name]: text,
			});
			const titles = sources.map(({ lesson }) => lesson?.title).sort();
			expect(titles).toEqual(["乙", "自己的题"]);
		},
	);

	it("may be MDX, whose imports are no text", async () => {
		const mdx =
			'import Tabs from "@theme/Tabs";\n\n# 采样\n\nimport 是关键字。\n\n```js\nimport a from "a";\n```';
		const { sources } = await read({ "a.mdx": mdx });
		expect(sources[0]?.lesson).toMatchObject({
			title: "采样",
			markdown: 'import 是关键字。\n\n```js\nimport a from "a";\n```',
		});
	});

	it("is named if it is of a kind that is not read", async () => {
		const { sources, passed } = await read({
			...{ "a.md": "文。", "b/c.ipynb": "{}", "d.rst": "文" },
			...{ "index.html": "<p>", "pic.png": "x", ".venv/e.rst": "文" },
		});
		expect(sources.map(({ name }) => name)).toEqual(["a.md"]);
		expect(
			passed.map(({ name, problems }) => [name, problems[0]?.reason]).sort(),
		).toEqual([
			["b/c.ipynb", "kindUnread"],
			["d.rst", "kindUnread"],
		]);
	});
});
