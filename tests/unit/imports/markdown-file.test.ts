import { describe, expect, it } from "vitest";
import { parseMarkdownFile } from "#app/imports/markdown-file.ts";
import { processorTime } from "#tests/support/processor-time.ts";

function parse(lines: string[], fileName = "05-attention.md") {
	return parseMarkdownFile(lines.join("\n"), fileName);
}

describe("a Markdown file", () => {
	it("takes title, position and questions from its front matter", () => {
		const { lesson, problems } = parse([
			...["---", "title: 注意力", "position: 2", "author: 某人", "questions:"],
			...[
				"  - 注意力为什么有效？",
				'  - "它能没有吗：？"',
				"---",
				"",
				"# 开场",
			],
			...["", "正文里的 **粗体**。"],
		]);
		expect(problems).toEqual([]);
		expect(lesson).toEqual({
			title: "注意力",
			position: 2,
			markdown: "# 开场\n\n正文里的 **粗体**。",
			questions: [
				{ text: "注意力为什么有效？", line: 6 },
				{ text: "它能没有吗：？", line: 7 },
			],
			comments: [],
			repliesNotInSource: 0,
		});
	});

	it("takes missing fields from its first heading, its name and its section of questions", () => {
		const { lesson, problems } = parse([
			...["# 第9课 **注意力**", "", "正文。", "", "## 思考题", ""],
			...["1. 注意力为什么", "   有效？", "2. `softmax` 能没有吗？", ""],
			...["### 提示", "", "可以想想？", "", "## 参考", "", "还有吗？"],
		]);
		expect(problems).toEqual([]);
		expect(lesson).toMatchObject({ title: "注意力", position: 5 });
		expect(lesson?.markdown).toMatch(/^正文。\n\n## 思考题/);
		expect(lesson?.questions).toEqual([
			{ text: "注意力为什么有效？", line: 7 },
			{ text: "softmax 能没有吗？", line: 9 },
			{ text: "可以想想？", line: 13 },
		]);
	});

	it("reads the section Thinking questions, prose and formulas included", () => {
		const { lesson } = parse([
			...["# Attention", "", "Text.", "", "## Thinking questions", ""],
			"Is $a_i * b_i$ enough? And why **not**?",
		]);
		expect(lesson?.questions.map((question) => question.text)).toEqual([
			"Is $a_i * b_i$ enough?",
			"And why **not**?",
		]);
	});

	it.each([
		["05-attention.md", "attention", 5],
		["第3课 注意力.markdown", "注意力", 3],
		["notes/lesson-12.md", "lesson-12", 12],
		["2024-06-07-注意力.md", "2024-06-07-注意力", null],
		["注意力.md", "注意力", null],
		["ch02_注意力.md", "注意力", 2],
	])("falls back to the file name %s", (fileName, title, position) => {
		expect(parse(["正文。"], fileName).lesson).toMatchObject({
			title,
			position,
		});
	});

	it("reads TOML between +++", () => {
		const { lesson, given, problems } = parse([
			...["+++", 'title = "注意力"', "weight = 20", "date = 2024-06-07"],
			...[
				"questions = ['它为什么有效？']",
				"[params]",
				"x = 1",
				"+++",
				"正文。",
			],
		]);
		expect(problems).toEqual([]);
		expect(given).toEqual({ position: null, order: 20 });
		expect(lesson).toMatchObject({
			...{ title: "注意力", position: 20, markdown: "正文。" },
			questions: [{ text: "它为什么有效？", line: 5 }],
		});
	});

	it.each([
		["sidebar_position: 4", 4, 4],
		["order: 4", 4, 4],
		["weight: -1", 5, -1],
		["nav_order: 2.5", 5, 2.5],
	])("is ordered by %s", (field, position, order) => {
		const { lesson, given } = parse(["---", field, "---", "文。"]);
		expect(lesson?.position).toBe(position);
		expect(given?.order).toBe(order);
	});

	it("drops the name given behind its heading", () => {
		const { lesson } = parse(["# 注意力 {#attention}", "正文。"]);
		expect(lesson).toMatchObject({ title: "注意力", markdown: "正文。" });
	});

	it.each([
		["# 1. 背景", "# 2. 方法"],
		["# 一、背景", "# 二、方法"],
		["# 第一章 背景", "# 第二章 方法"],
	])(
		"is named by its file if its first headings are its parts: %s",
		(...parts) => {
			const { lesson } = parse([
				"",
				parts[0],
				"",
				"文。",
				"",
				parts[1],
				"文。",
			]);
			expect(lesson).toMatchObject({ title: "attention", position: 5 });
			expect(lesson?.markdown).toContain(parts[0]);
		},
	);

	it("does not repeat the front matter's title as a heading", () => {
		const { lesson } = parse([
			...["---", "title: 注意力", "---", "# 05 注意力", "正文。"],
		]);
		expect(lesson?.markdown).toBe("正文。");
	});

	it("keeps numbers and dates of the title as written", () => {
		expect(parse(["---", "title: 007", "---", "文。"]).lesson?.title).toBe(
			"007",
		);
		expect(parse(["---", "title:", "---", "# 题", "文。"]).lesson?.title).toBe(
			"题",
		);
	});

	it("has no questions with an empty list", () => {
		const { lesson, problems } = parse([
			...["---", "questions: []", "---", "# 题", "## 思考题", "为什么？"],
		]);
		expect(lesson?.questions).toEqual([]);
		expect(problems).toEqual([]);
	});

	it("reads headings that lack their blank", () => {
		const { lesson } = parse([
			...["#采样", "", "##温度", "正文。", "", "###2.1 高低", ""],
			...[
				"```c",
				"##not",
				"#include <a>",
				"```",
				"",
				"##思考题",
				"",
				"为什么？",
			],
		]);
		expect(lesson?.title).toBe("采样");
		expect(lesson?.markdown).toBe(
			"## 温度\n正文。\n\n### 2.1 高低\n\n```c\n##not\n#include <a>\n```\n\n## 思考题\n\n为什么？",
		);
		expect(lesson?.questions.map(({ text }) => text)).toEqual(["为什么？"]);
	});

	it.each([
		["a topic", "#标签 正文"],
		["topics", "#标签 #又一个"],
		["an include", "#include <a>"],
		["a topic within a paragraph", "##节\n\n正文\n#标签"],
		["seven marks", "#######节"],
		["a mark in a line", "见 ##节"],
	])("leaves %s alone", (_, text) => {
		const { lesson } = parse(["# 题", "", text]);
		expect(lesson?.markdown).toBe(text.replace("##节\n", "## 节\n"));
	});

	it("takes no footnote for a question", () => {
		const { lesson } = parse([
			...["# 题", "正文[^1]。", "## 思考题", "", "为什么？", ""],
			...["[^1]: 见 附录，对吗？"],
		]);
		expect(lesson?.questions.map(({ text }) => text)).toEqual(["为什么？"]);
	});

	it("reports a section of questions without any", () => {
		expect(
			parse(["---", "title: 题", "---", "## 思考题", "", "欢迎留言。"])
				.problems,
		).toEqual([{ line: 4, text: "思考题", reason: "questionsMissing" }]);
	});

	it.each([
		["title: 第一课: 开始", "第一课: 开始"],
		["title: [译] 注意力: 一切", "[译] 注意力: 一切"],
		['title: "甲" 与 "乙"', '"甲" 与 "乙"'],
		["title: 'A' 与 'B'", "'A' 与 'B'"],
		["title: @甲", "@甲"],
		["title: *甲*", "*甲*"],
		["title: `a`: b", "`a`: b"],
		["title:甲", "甲"],
		["title：甲", "甲"],
	])("takes front matter as authors type it: %s", (line, title) => {
		const { lesson, problems } = parse([
			...["---", line, "summary: 一: 二", "position: 7", "---", "文。"],
		]);
		expect(problems).toEqual([]);
		expect(lesson).toMatchObject({ title, position: 7, markdown: "文。" });
	});

	it("reports front matter that it cannot use", () => {
		const { lesson, problems } = parse([
			...["---", "title: [一, 二]", "position: 第二", "questions:"],
			...["  - 好吗？", "  - 冒号: 成了映射", "---", "# 题", "文。"],
		]);
		expect(lesson).toMatchObject({
			title: "题",
			position: 5,
			questions: [{ text: "好吗？", line: 5 }],
		});
		expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
			[2, "titleUnreadable"],
			[3, "positionInvalid"],
			[6, "questionUnreadable"],
		]);
	});

	it.each([
		[["---", "title: 题", "正文。"], 1, "frontMatterUnclosed"],
		[
			["---", "title: 题", 'x: "没有结束', "---", "文。"],
			3,
			"frontMatterInvalid",
		],
		[["---", "title: 一", "title: 二", "---", "文。"], 3, "frontMatterInvalid"],
		[["---", "只有一句话", "---", "文。"], 2, "frontMatterInvalid"],
		[
			["---", `x: ${"[".repeat(30_000)}`, "---", "文。"],
			1,
			"frontMatterInvalid",
		],
		[["---", "- ".repeat(30_000), "---", "文。"], 1, "frontMatterInvalid"],
		[
			["---", `x: ${"{a: ".repeat(60)}${"}".repeat(60)}`, "---", "文。"],
			1,
			"frontMatterInvalid",
		],
		[["---", `x: ${"长".repeat(70_000)}`, "---"], 1, "frontMatterInvalid"],
		[["+++", 'title = "题"', "文。"], 1, "frontMatterUnclosed"],
		[
			["+++", 'title = "题"', "x = [1,", "+++", "文。"],
			3,
			"frontMatterInvalid",
		],
		[["+++", `x = ${"[".repeat(30_000)}`, "+++"], 1, "frontMatterInvalid"],
		[["", " "], 1, "empty"],
		[[`# ${"题".repeat(201)}`], 1, "titleTooLong"],
	])(
		"is refused with broken front matter or title (%#)",
		(lines, line, reason) => {
			const { lesson, problems } = parse(lines);
			expect(lesson).toBeNull();
			expect(problems).toMatchObject([{ line, reason }]);
		},
	);

	it.each([
		["看[这\n里](02.md)。", "看[这里](02.md)。", ["02.md"]],
		["看[a\nb](\n03.md)", "看[a b](03.md)", ["03.md"]],
		['> [甲](a.md\n> "题")', '> [甲](a.md "题")', ["a.md"]],
		['<a\n  href="04.md">四</a>', '<a href="04.md">四</a>', ["04.md"]],
		["[甲\n乙]\n(丙)", "[甲\n乙]\n(丙)", []],
	])("reads a link that breaks over lines: %j", (text, markdown, hrefs) => {
		const { lesson, links, problems } = parse(["# 题", ...text.split("\n")]);
		expect(lesson?.markdown).toBe(markdown);
		expect(links?.map(({ href }) => href)).toEqual(hrefs);
		expect(problems).toEqual([]);
	});

	it.each([
		"正文 x <a 则\n## 小标题\n文。",
		"当 x <a 时：\n```js\nif (x) y()\n```",
		"- 当 x <a\n- 否则",
		"用 `<video>` 标签：\n\n```html\n<video src=a.mp4></video>\n```",
	])("takes what is below for no part of a tag: %j", (text) => {
		const { lesson } = parse(["# 题", ...text.split("\n")]);
		expect(lesson?.markdown).toBe(text);
	});

	it("leaves remarks out of its title", () => {
		const { lesson } = parse(["# 甲 <!-- {docsify-ignore} -->", "文。"]);
		expect(lesson?.title).toBe("甲");
	});

	it("replaces only local images by their alternative text", () => {
		const { lesson, problems } = parse([
			...["# 题", "看 ![结构图](./img/a(1).png) 与", '![损失](<b c.png> "图")'],
			...["![远处](https://example.com/a.png)", "`![代码](a.png)`", "```"],
			...["![代码](a.png)", "```", "\\![不是](a.png)"],
		]);
		expect(lesson?.markdown.split("\n")).toEqual([
			...["看 结构图 与", "损失", "![远处](https://example.com/a.png)"],
			...["`![代码](a.png)`", "```", "![代码](a.png)", "```"],
			"\\![不是](a.png)",
		]);
		expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
			[2, "imageLocal"],
			[3, "imageLocal"],
		]);
	});

	it("keeps raw HTML as text, and names it", () => {
		const { lesson, problems } = parse(["# 题", "<b>粗</b>"]);
		expect(lesson?.markdown).toBe("<b>粗</b>");
		expect(problems).toMatchObject([{ line: 2, reason: "markUnread" }]);
	});

	it("counts lines past a byte order mark and CRLF", () => {
		const text = "\uFEFF---\r\ntitle: 题\r\n---\r\n\r\n![图](a.png)\r\n";
		const { lesson, problems } = parseMarkdownFile(text, "a.md");
		expect(lesson).toMatchObject({ title: "题", markdown: "图" });
		expect(problems).toMatchObject([{ line: 5, reason: "imageLocal" }]);
	});

	it.each([
		"![",
		"![](",
		"`a",
		"# 思考题\n",
		"> ",
		"- ",
		"[",
		"**",
		"a\n",
		"?)",
	])("reads only %j in linear time", (piece) => {
		const lines = ["# 题", "## 思考题", piece.repeat(20_000)];
		expect(processorTime(() => parse(lines))).toBeLessThan(3000);
	});
});
