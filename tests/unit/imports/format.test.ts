import { describe, expect, it } from "vitest";
import { formatOf, guessFormat, withTitle } from "#app/imports/format.ts";

describe("a pasted text is taken for", () => {
	it.each([
		["front matter", "---\ntitle: 步长\nposition: 1\n---\n\n正文。"],
		["front matter in TOML", "+++\ntitle = '步长'\n+++\n正文。"],
		["a heading first", "\n# 步长\n\n正文。"],
		["headings further on", "步长\n\n正文。\n\n## 学习率\n\n再说。"],
	])("Markdown by %s", (_, text) => {
		expect(guessFormat(text)).toBe("markdown");
		expect(formatOf("1.txt", text)).toBe("markdown");
	});

	it.each([
		["plain lines", "05 | 步长\n正文。\n学习率"],
		["a comment in code", "步长\n正文。\n# 安装\npip install x"],
		["a mark in a learner's words", "步长\n正文。\n- 甲 👍(1) 💬(0)\n## 好"],
		["a code block", "步长\n```python\n# 注释\n```"],
	])("a lesson document by %s", (_, text) => {
		expect(guessFormat(text)).toBe("document");
		expect(formatOf("1.md", text)).toBe("markdown");
	});
});

describe("the title of pasted Markdown", () => {
	it.each([
		[
			"is its first line, where no heading is one",
			"步长\n\n## 一",
			"# 步长\n\n## 一",
		],
		["is its first heading", "## 步长\n\n正文。", "# 步长\n\n正文。"],
	])("%s", (_, text, titled) => {
		expect(withTitle(text)).toBe(titled);
	});

	it.each(["# 步长\n\n正文。", "---\ntitle: 步长\n---\n正文。", "- 一条"])(
		"is not added to %j",
		(text) => {
			expect(withTitle(text)).toBe(text);
		},
	);
});
