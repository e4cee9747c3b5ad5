import { describe, expect, it } from "vitest";
import { parseDocument } from "#app/imports/document.ts";

const markdownOf = (...lines: string[]) =>
	parseDocument(["01 | 课", ...lines].join("\n")).lesson?.markdown;

describe("code without a fence is one block", () => {
	it.each([
		["a loop in a line", ["for i in range(3): print(i)"]],
		[
			"commands behind prompts",
			[
				"C:\\> dir",
				"PS C:\\Users> Get-ChildItem",
				"(base) me@host:~$ conda activate a",
				"mysql> show tables",
			],
		],
		[
			"a query over lines",
			["SELECT id", "FROM users", "WHERE age > 3", "ORDER BY id"],
		],
		[
			"settings that are set in",
			['version: "3"', "services:", "  web:", "    ports:", '      - "80:80"'],
		],
		["a table drawn in letters", ["+---+---+", "| 甲 | 乙 |", "+---+---+"]],
		["a box", ["┌──┐", "│ 甲 │", "└──┘"]],
		["a tree of files", ["src/", "├── a.py", "│   └── 数据.py", "└── b.md"]],
		["JSON in a line", ['{"a": 1, "b": [2]}']],
		["HTML", ['<div class="a">', "  <p>hi</p>", "</div>"]],
		[
			"remarks over lines",
			[
				"/**",
				" * 求和",
				" * @param x 数",
				" */",
				"function f(x) { return x; }",
			],
		],
		[
			"a text about a function",
			["def f(x):", '    """计算', "    说明。", '    """', "    return x"],
		],
		["lines with numbers", ["1 import os", "2", "3 def main():", "4     pass"]],
		[
			"steps in words",
			["for each x in X do", "  y = f(x)", "end for", "return y"],
		],
		[
			"what a program printed",
			[
				"Traceback (most recent call last):",
				'  File "a.py", line 1, in <module>',
				"NameError: name 'x' is not defined",
			],
		],
		[
			"a change",
			["--- a/x.py", "+++ b/x.py", "@@ -1,2 +1,2 @@", "-old", "+new"],
		],
	])("%s", (_, code) => {
		expect(markdownOf("前文。", ...code, "后文。")).toBe(
			["前文。", ["```", ...code, "```"].join("\n"), "后文。"].join("\n\n"),
		);
	});
});

describe("no heading of the contents", () => {
	it.each([
		"[注]: 见附录",
		"[^1]：见附录",
		"O(n^2)",
		"f(x) = x + 1",
		"a = b + c，其中 a 是偏置",
		"Epoch 1/10, loss=0.5",
		"return y",
		"接受所有 Cookie",
		"登录后查看更多",
		"扫码关注公众号",
		"微信扫一扫",
		"点击展开全文",
		"赞 12",
		"编辑于 2024-01-02 10:20",
		"发布于北京",
		"推荐阅读",
		"相关文章",
		"写留言",
		"3 / 12",
	])("is %s", (line) => {
		expect(markdownOf("前文。", line, "后文。")).not.toMatch(/^## /m);
	});

	it.each([
		"What is RAG",
		"Self-Attention (2017)",
		"C++ 与 Node.js",
		"TCP/IP",
		"Q&A",
		"推荐系统",
		"收起与展开",
		"搜索引擎",
	])("but %s is one", (line) => {
		expect(markdownOf("前文。", line, "后文。")).toContain(`## ${line}`);
	});
});

describe("TeX's own brackets and environments", () => {
	it("are formulas in a line", () => {
		const line = "损失 \\(L = -\\log p_i\\) 与 \\[a_1 * b_1\\] 都*要*。";
		expect(markdownOf(line)).toBe(line.replaceAll("*要*", "\\*要\\*"));
	});

	it("are text where they hold none", () => {
		expect(markdownOf("文献 \\[1\\] 说。")).toBe("文献 \\\\[1\\\\] 说。");
	});

	it.each([
		["\\[", "J = \\frac{1}{n}", "\\]"],
		["\\begin{align*}", "a_1 &= b_1", "\\end{align*}"],
	])("are one formula over lines: %s", (...lines) => {
		const [first = "", ...rest] = lines;
		expect(markdownOf(first, "", ...rest, "后文。")).toBe(
			`${lines.join("\n")}\n\n后文。`,
		);
	});
});
