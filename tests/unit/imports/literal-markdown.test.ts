import { describe, expect, it } from "vitest";
import {
	literalHeading,
	literalInline,
	literalParagraph,
} from "#app/imports/literal-markdown.ts";
import { createParser } from "#app/markdown/parser.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const parser = createParser("lesson");

describe("literal text in Markdown", () => {
	it.each([
		"1. 第一句不是列表",
		"12) 也不是列表",
		"# 不是标题",
		"#",
		"> 不是引用",
		"* 不是列表",
		"+ 也不是",
		"-",
		"---",
		"* * *",
		"___",
		"~~~",
		"```js",
		"``` 和 ```",
		"`代码`与`代码`",
		"**不是**粗体，*也不是*斜体",
		"他说**“涌现”**才对",
		"5*3 和 4*2",
		"_不是_ 斜体，__也不是__",
		"😀_a_ 与 _b_",
		"~~没有删除线~~",
		"[没有](https://example.com) 链接",
		"![没有](a.png) 图片",
		"[注]: https://example.com",
		"<b>没有粗体</b>",
		"水是 H<sub>2</sub>O<br>换行",
		"前<!-- 注释 -->后",
		"==没有标记==",
		"<https://example.com>",
		"AT&amp;T 与 &#35;",
		"反斜杠 \\* 与 \\\\ 与 C:\\dir",
		"价格从 $5 涨到 $10",
		"价格从$5涨到$10",
		"US$20 和 30$",
		"一个 $$ 没有结束",
		"=== 与 | a | b |",
		"结尾的反斜杠 \\",
	])("shows %s as written", (text) => {
		const html = parser.render(literalParagraph(text));
		expect(html).toMatch(/^<p>/);
		expect(plainText(html)).toBe(text);
	});

	it.each([
		"code-davinci_002 与 text_davinci_003",
		"2 * 3 = 6",
		"只有一个 * 号和一个 ` 号",
		"[注] 参见 [1]",
		"a < b 且 c > d",
		"研究 A&B；C\\D",
		"好的~谢谢~",
		"1.5 倍",
		"只要 $5",
	])("keeps %s, which Markdown does not change", (text) => {
		expect(literalParagraph(text)).toBe(text);
	});

	it("keeps formulas, and escapes around them", () => {
		expect(literalInline("*设* $a_1 * b_1$，则 $$x_i*y_i$$")).toBe(
			"\\*设\\* $a_1 * b_1$，则 $$x_i*y_i$$",
		);
	});

	it("keeps the number signs at the end of a heading", () => {
		const html = parser.render(`## ${literalHeading("学习 C #")}`);
		expect(plainText(html)).toBe("学习 C #");
	});

	it.each([
		"*a",
		"_a ",
		"[",
		"$",
		"$a",
		"\\$",
		"`",
		"~~ ",
		"<a",
		"&a",
		" ",
		"# ",
		"- ",
	])("escapes a line of only %j in linear time", (piece) => {
		const line = piece.repeat(200_000);
		expect(processorTime(() => literalParagraph(line))).toBeLessThan(2000);
	});
});
