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
		"模型\t参数",
		"[2] 另一篇论文",
		"原创 青禾 青禾的笔记",
		"点击上方蓝字关注我们",
		"阅读原文",
	])("is not %s", (line) => {
		expect(markdownOf(line, "一段正文。")).not.toMatch(/^## /);
	});

	it("is not an item of a numbered list", () => {
		expect(markdownOf("步骤如下：", "1. 收集", "2. 清洗", "3. 训练")).toBe(
			"步骤如下：\n\n1\\. 收集\n\n2\\. 清洗\n\n3\\. 训练",
		);
	});
});

describe("a table in a lesson document", () => {
	it("is a table, and its cells are text", () => {
		expect(
			markdownOf(
				...[
					"看：",
					"| 甲 | 乙 |",
					"|:--|---|",
					"| *a* | b\\|c |",
					"| <p> |",
					"完。",
				],
			),
		).toBe(
			"看：\n\n| 甲 | 乙 |\n| :-- | --- |\n| \\*a\\* | b\\|c |\n| \\<p> |\n\n完。",
		);
	});

	it("is none without a line below its head that has as many columns", () => {
		for (const lines of [
			["| 甲 | 乙 |", "| --- |", "| 一 | 二 |"],
			["| 甲 | 乙 |", "| 一 | 二 |"],
		])
			expect(markdownOf("看：", ...lines)).toContain("乙 |\n\n|");
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

describe("code without a fence", () => {
	it.each([
		[["import torch", "", "def f(x):", "    return x + 1", "", "print(f(2))"]],
		[["# 安装", "pip install torch", "# 再运行", "python train.py --lr 0.1"]],
		[["$ cd /opt/app && ls", "$ kubectl get pods"]],
		[["> npm run build", "> git push origin main"]],
		[[">>> len('词元')", ">>> x = [1, 2]"]],
		[["const a = 1;", "function go(b) {", "  return a + b;", "}"]],
		[["#include <vector>", "int main() {", "  std::cout << 1;", "}"]],
		[["{", '  "name": "tokenizer",', '  "sizes": [1, 2]', "}"]],
		[["version: 3", "services:", "  web:", "    run: a", "port_no = 80"]],
		[["SELECT * FROM words WHERE n > 3", "INSERT INTO words VALUES (1)"]],
		[["FROM python:3.12", "RUN pip install torch", 'CMD ["python", "a.py"]']],
		[["@Override", "public int size() {", "    return 1; // 大小", "}"]],
		[["for word in words:", "    if word:", '        print("词", word)']],
		[["export TOKEN=abc", "curl -X POST http://example.com/a"]],
	])("is one block, as written: %j", (code) => {
		expect(markdownOf("先看代码：", ...code, "再看效果。")).toBe(
			["先看代码：", "", "```", ...code, "```", "", "再看效果。"].join("\n"),
		);
	});

	it("has the language that the page names above it", () => {
		expect(markdownOf("复制代码", "Python", "import torch", "x_1 = f(2)")).toBe(
			"复制代码\n\n```python\nimport torch\nx_1 = f(2)\n```",
		);
	});

	it("keeps its entities", () => {
		expect(markdownOf("看：", "size = 'a &lt; b'")).toBe(
			"看：\n\n```\nsize = 'a &lt; b'\n```",
		);
	});

	it.each([
		"see section (2);",
		"if you are in this case, for example:",
		"go to the next page and make it work.",
		"> a quotation in English",
		"return to the list",
		"note: this is only a remark",
		"public data are everywhere",
		"例如 x = 1 时就不成立",
		"调用 model.fit(x) 之后",
		"<b>粗</b>",
		"$ x + y $",
		"python 与 java",
	])("is not %s", (line) => {
		expect(markdownOf("一段正文。", line, "又一段。")).not.toContain("```");
	});
});

describe("what a page leaves around its text", () => {
	it.each([
		...["复制代码", "展开全文", "阅读 1.2w", "1.2w 阅读", "328 人已学习"],
		...["讲述：某某", "时长：10:32", "大小：8.4M", "发布于 2024-03-04"],
		...["© 版权归某某所有", "上一篇 10 | 微调", "下一讲：部署", "Next: Tools"],
		...["图1 分词流程", "表 2-1 结果对比", "Figure 3. Results", "首页 > 课程"],
		...["分享到朋友圈", "微信 微博 QQ空间", "登录/注册", "Copy code"],
	])("is a paragraph: %s", (line) => {
		expect(markdownOf("一段正文。", line, "又一段。")).toBe(
			`一段正文。\n\n${line}\n\n又一段。`,
		);
	});

	it("is one paragraph, as the numbers of lines", () => {
		expect(markdownOf("看：", "1", "2", "3", "完。")).toBe(
			"看：\n\n1 2 3\n\n完。",
		);
	});

	it.each([
		"下一步做什么",
		"阅读的方法",
		"来源与许可",
		"表示学习",
		"分享几个例子",
	])("is not the heading %s", (line) => {
		expect(markdownOf(line, "一段正文。")).toMatch(/^## /);
	});
});

describe("entities in a lesson document", () => {
	it("are decoded once, but not in code and formulas", () => {
		expect(markdownOf("A&#47;B &amp; C&nbsp;D，&amp;lt;。")).toBe(
			"A/B & C D，\\&lt;。",
		);
		expect(markdownOf("`&lt;` 与 $a &lt; b$。")).toBe(
			"\\`\\&lt;\\` 与 $a &lt; b$。",
		);
		expect(markdownOf("```", "a &lt; b", "```")).toBe("```\na &lt; b\n```");
	});

	it("are decoded in the title and the questions", () => {
		const { lesson } = parseDocument(
			"甲&amp;乙\n正文。\n思考题\n1. A&#47;B 够吗？",
		);
		expect(lesson?.title).toBe("甲&乙");
		expect(lesson?.questions).toMatchObject([{ text: "A/B 够吗？" }]);
	});
});
