import { describe, expect, test } from "vitest";
import { composeLesson, composeText } from "#app/markdown/compose.ts";
import { plainText } from "#app/markdown/plain-text.ts";

function html(source: string): string {
	const rendered = composeText(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html.trim();
}

describe("HTML that authors write", () => {
	test.each([
		["H<sub>2</sub>O", "H<sub>2</sub>O"],
		["x<SUP>2</SUP>", "x<sup>2</sup>"],
		["按 <kbd>Ctrl</kbd>+<kbd>C</kbd>", "按 <kbd>Ctrl</kbd>+<kbd>C</kbd>"],
		["<u>**重**点</u>", "<u><strong>重</strong>点</u>"],
		["<mark>重点</mark>与==重点==", "<mark>重点</mark>与<mark>重点</mark>"],
		["一<br>二<br/>三", "一<br />\n二<br />\n三"],
		["前<!-- 不给人看 -->后", "前后"],
		['<img src="https://a.b/c.png" alt="结构图" width="3">', ""],
	])("is read: %s", (source, expected) => {
		expect(html(source)).toContain(expected);
		expect(html(source)).not.toContain("&lt;");
	});

	test("leaves of a picture its text", () => {
		const source = '<img alt="结构图" src="figures/a.png">';
		expect(html(source)).toBe("<p>结构图</p>");
	});

	test.each([
		["<sub>没有完", "<p>&lt;sub&gt;没有完</p>"],
		["没有始</sub>", "<p>没有始&lt;/sub&gt;</p>"],
		["<sub>一\n\n二</sub>", "<p>&lt;sub&gt;一</p>\n<p>二&lt;/sub&gt;</p>"],
		['<u onclick="x()">a</u>', '<p>&lt;u onclick="x()"&gt;a&lt;/u&gt;</p>'],
		["<font>红</font>", "<p>&lt;font&gt;红&lt;/font&gt;</p>"],
		["<!-- 没有完", "<p>&lt;!-- 没有完</p>"],
		["x==y 且 a==b", "<p>x==y 且 a==b</p>"],
		["a == b == c", "<p>a == b == c</p>"],
	])("is text where it is nothing of that: %s", (source, expected) => {
		expect(html(source).replaceAll("&quot;", '"')).toBe(expected);
	});

	test("is no paragraph where it is a comment", () => {
		expect(html("<!-- more -->\n\n正文\n\n<!--\n一\n\n二\n-->\n尾")).toBe(
			"<p>正文</p>\n<p>尾</p>",
		);
	});

	test.each([
		"<details>\n<summary>**答**案</summary>\n\n看 *第三节*。\n\n- 一\n\n</details>",
		"<details><summary><b>**答**案</b></summary>\n看 *第三节*。\n\n- 一\n</details>",
	])("folds: %j", (source) => {
		expect(html(`前\n\n${source}\n\n后`)).toBe(
			[
				"<p>前</p>",
				"<details>",
				"<summary><strong>答</strong>案</summary>",
				"<p>看 <em>第三节</em>。</p>",
				"<ul>\n<li>一</li>\n</ul>",
				"</details>",
				"<p>后</p>",
			].join("\n"),
		);
	});

	test("folds in one line", () => {
		const line = "<details><summary>答案</summary>看 **这里**。</details>";
		expect(html(`前\n\n${line}\n\n后`)).toContain(
			"<details>\n<summary>答案</summary>\n<p>看 <strong>这里</strong>。</p>\n</details>",
		);
		expect(html(`<details>${line}</details>`)).not.toContain("&lt;");
	});

	test.each([
		["一<br>二", "<p>一<br />\n二</p>"],
		["\n一\n\n二", "<p>一</p>\n<p>二</p>"],
		["一\n\n```\n</details>\n```\n", "&lt;/details&gt;"],
		["写作 `</details>`。", "<code>&lt;/details&gt;</code>"],
	])("folds wherever its text begins and ends: %j", (text, expected) => {
		for (const opening of [
			"<details><summary>答案</summary>",
			'<details class="hint">\n<summary class="x">答案</summary>',
			"<details>\n<summary>\n答案\n</summary>",
		]) {
			const folded = html(
				`- 项\n\n  ${`${opening}${text}</details>`.replaceAll("\n", "\n  ")} <!-- 完 -->`,
			);
			expect(folded).toContain("<details>\n<summary>答案</summary>\n");
			expect(folded).toContain(expected);
			expect(folded).not.toContain("&lt;summary");
		}
	});

	test("folds open where its author left it open", () => {
		expect(html("<details open>\n甲\n</details>")).toContain("<details open>");
	});

	test.each([
		'<details ontoggle="x()">\n甲\n</details>',
		"<details>\n甲\n</details> 后",
	])("is text where it is more than a fold: %j", (source) => {
		expect(html(source)).toContain("&lt;details");
	});

	test("folds within a fold, and is text without an end", () => {
		const inner = "<details>\n<summary>内</summary>\n\n深\n\n</details>";
		const whole = `<details>\n<summary>外</summary>\n\n${inner}\n\n</details>`;
		expect(html(whole).match(/<\/details>/g)).toHaveLength(2);
		expect(html(whole)).not.toContain("&lt;");
		expect(html("<details>\n\n深")).toContain("&lt;details&gt;");
	});

	test("is one block of a lesson where it folds", () => {
		const lesson = composeLesson(
			"前\n\n<details>\n<summary>答案</summary>\n\n一\n\n二\n\n</details>\n\n后",
		);
		if (!lesson.ok) throw new Error(lesson.limit);
		expect(lesson.blocks.map(({ kind, line }) => [kind, line])).toEqual([
			["paragraph", 1],
			["quote", 3],
			["paragraph", 12],
		]);
		expect(lesson.blocks[1]?.text).toBe("答案\n一\n二");
	});
});

test("tasks of a list show whether they are done", () => {
	const list = html("- [ ] 读\n- [x] 写\n- [链接](/a)");
	expect(plainText(list)).toBe("☐ 读\n☑ 写\n链接");
	expect(list.match(/class="task"/g)).toHaveLength(2);
});
