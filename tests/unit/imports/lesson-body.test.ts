import { describe, expect, it } from "vitest";
import { parseDocument } from "#app/imports/document.ts";

function parse(...lines: string[]) {
	return parseDocument(["标题", ...lines].join("\n"));
}

function markdownOf(...lines: string[]): string | undefined {
	return parse(...lines).lesson?.markdown;
}

describe("a heading of a lesson document", () => {
	it.each([
		"涌现能力(Emergence)",
		"规模（Scale）",
		"训练：从数据到模型",
		"Why attention matters",
		"一、背景",
		"1. 背景",
		"字".repeat(40),
	])("is %s", (line) => {
		expect(markdownOf(line, "一段正文。")).toMatch(/^## /);
	});

	it.each([
		"字".repeat(41),
		"大家好。",
		"真的吗？",
		"例如：",
		"first, second;",
		"他说：“来吧。”",
		"等等……",
		"先看这里，",
		"* 一项",
		"• 一项",
		"$E=mc^2$",
		"https://example.com/lesson",
		"2024-06-07",
		"---",
		"42",
		"| 甲 | 乙 |",
		"> 引用",
		"import torch",
		'print("hello")',
		"loss = model(x)",
	])("is not %s", (line) => {
		expect(markdownOf(line, "一段正文。")).not.toMatch(/^## /);
	});

	it("is not an item of a numbered list", () => {
		expect(markdownOf("步骤如下：", "1. 收集", "2. 清洗", "3. 训练")).toBe(
			"步骤如下：\n\n1\\. 收集\n\n2\\. 清洗\n\n3\\. 训练",
		);
	});
});

describe("a formula or code in a lesson document", () => {
	it("stays together on several lines, as a formula", () => {
		expect(markdownOf("看：", "$$", "a_1", "", "+ b_1", "$$", "完。")).toBe(
			"看：\n\n$$\na_1\n+ b_1\n$$\n\n完。",
		);
		expect(markdownOf("$$ a", "+ b $$")).toBe("$$\n a\n+ b \n$$");
	});

	it("is text and reported, as a formula without an end", () => {
		const { lesson: parsed, problems } = parse("$$ a_1", "一段正文。");
		expect(problems).toMatchObject([{ line: 2, reason: "formulaUnclosed" }]);
		expect(parsed?.markdown).toBe("$$ a_1\n\n一段正文。");
	});

	it("stays as written, as code between fences", () => {
		const code = ["```python", "import torch", "", "    x = 1  # 一", "```"];
		expect(markdownOf(...code, "完。")).toBe(`${code.join("\n")}\n\n完。`);
	});

	it("is text and reported, as a fence without an end", () => {
		const { lesson: parsed, problems } = parse("```js", "一段正文。");
		expect(problems).toMatchObject([{ line: 2, reason: "codeUnclosed" }]);
		expect(parsed?.markdown).toBe("\\`\\`\\`js\n\n一段正文。");
	});
});
