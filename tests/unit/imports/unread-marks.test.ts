import { describe, expect, it } from "vitest";
import { parseMarkdownFile } from "#app/imports/markdown-file.ts";

function problemsOf(text: string) {
	const { problems } = parseMarkdownFile(`# 课\n\n${text}`, "a.md");
	return problems.map(({ line, reason }) => [line, reason]);
}

describe("a mark that is not understood is named with its line", () => {
	it.each([
		["HTML that is not read", "文\n\n<center>图</center>\n<p align=left>"],
		["components", '文\n\n<Tabs kind="乙">\n<Tab name="甲">'],
		["the end of a component", "文\n\n<Card>甲\n</Card>"],
		["a pair without its end", "文\n\n水是 H<sub>2O\n没有</u>"],
		["the marks of tools", "文\n\n{ref}`a`\n见 :numref:`fig_a`"],
		["Pandoc's notes and raised text", "文\n\n甲^[见乙]\nx^2^ 与 H~2~O"],
		["remarks that Obsidian hides", "文\n\n甲 %%乙%%\n丙 ^a1b2c3"],
		["keys and changes", "文\n\n按 ++ctrl+c++ 或\n{++增++}与{>>注<<}"],
		["attributes", "文\n\n甲{.red}\n乙{: .red #a}"],
		["short names of pictures", "文\n\n好 :smile:\n:+1: 好"],
		["terms and hints", "文\n\n*[HTML]: 超文本\n?> 提示"],
		["sources", "文\n\n见 [@smith2020]\n与 [-@smith2020, p. 3]"],
		["attributes alone", "文\n\n{: .note }\n{width=50%}"],
		["Org and Logseq", "文\n\n#+BEGIN_QUOTE\n((6f-a1))"],
		["boxes of another name", "文\n\n::: other\n> [!OTHER]\n\n:::"],
		["a note that is not there", "文\n\n甲[^1]\n乙[^二]"],
		["TeX that is no formula", "文\n\n\\begin{itemize}\n\\begin{table*}"],
		["a comment without its end", "文\n\n甲<!-- 乙\n<i>丙</i>"],
		["a fold without its end", "文\n\n<details>\n<details>\n\n甲"],
		["a box without its end", "文\n\n::: tip\n::: note\n\n甲"],
	])("%s", (_, text) => {
		expect(problemsOf(text)).toEqual([
			[5, "markUnread"],
			[6, "markUnread"],
		]);
	});

	it.each([
		["variables", "甲 {{ page.title }}\n乙"],
		["other files", '--8<-- "a.md"\n乙'],
		["other files of docsify", "[甲](a.md ':include')\n乙"],
		["other files of VuePress", "<!-- @include: ./a.md -->\n乙"],
		["other code of VuePress", "@[code](./a.js)\n乙"],
	])("as a site's: %s", (_, text) => {
		expect(problemsOf(text)).toEqual([[3, "siteMarkUnread"]]);
	});

	it.each(["| 甲 | 乙 |\n| 一 | 二 |", "| 甲 | 乙 |\n|---|\n| 一 | 二 |"])(
		"and so are the first of rows that are no table: %j",
		(rows) => {
			expect(problemsOf(rows)).toEqual([[3, "markUnread"]]);
		},
	);

	it("and so is a formula without its end", () => {
		expect(problemsOf("$$\na\n$$\n\n$$\nb\n\n## 题\n\n$$c$$")).toEqual([
			[7, "formulaUnclosed"],
		]);
	});
});

describe("code without an end is named with its line", () => {
	it.each([
		"文\n\n```js\na\n\n## 题\n",
		"文\n\n> ~~~\n> a\n\n文\n",
		"文\n\n- ```\n  a\n\n文\n\n```\nb\n```",
		"文\n\n```",
	])("%j", (text) => {
		expect(problemsOf(text)).toEqual([[5, "codeWithoutEnd"]]);
	});
});

describe("no line is named that comes in whole", () => {
	it.each([
		"H<sub>2</sub>O，<kbd>A</kbd><br>乙",
		"<details open>\n<summary>甲</summary>\n\n乙\n\n</details>",
		"`<center>` 与\n\n```html\n<center>\n::: other\n$$\n```",
		"<!-- <center>\n<p>\n::: a -->",
		"向量 vector<int>，a < b，c > d，<EOS>，<https://a.b>",
		"时间 10:30:`x`，真的!!! 好???",
		"C++ 与 Java++，i++ 与 --x，100%，10:30:20，a:b:c，::: tip\n甲\n:::",
		'<a name="u1"></a>\n甲<a id="b" />',
		"| 甲 | 乙 |\n|:--|--:|\n| 一 | 二 |\n\n甲|乙\n-|-\n一|二\n\n|x| 与 |y|",
		"## 甲 {#a}\n\n({a}) 与 (a) 与 @甲",
		"甲[^1]^[^2]\n\n[^1]: 乙\n[^2]: 丙",
		"~~甲~~，a^b，$x^2 + y^2$，^_^，约~3~5 个，1~2~3，`x^2^`",
		'看<a class="x" href="https://a.b/c">那里</a>',
		"```\na\n```\n\n> ~~~\n> b\n> ~~~\n\n- ````\n  ```\n  ````",
		'::: tip\n甲\n:::\n\n> [!NOTE]\n> 乙\n\n!!! note "丙"\n    丁',
		"$$\n\\begin{aligned}\na\n\\end{aligned}\n$$",
	])("%j", (text) => {
		expect(problemsOf(text)).toEqual([]);
	});
});

describe("a video, a sound or an embedded page", () => {
	const media = (text: string) => {
		const { lesson, problems } = parseMarkdownFile(`# 课\n\n${text}`, "a.md");
		return [
			lesson?.markdown,
			problems.map(({ line, reason }) => [line, reason]),
		];
	};
	const lost = [[3, "mediaLost"]];

	it.each([
		['<video src="a.mp4" title="演示"></video>', "演示"],
		['前<audio src="a.mp3"></audio>后', "前后"],
		[
			'<iframe src="//player.example.com/?id=1" width="1"></iframe>',
			"<https://player.example.com/?id=1>",
		],
		["<iframe title='演示' src='https://a.b/c' />", "[演示](<https://a.b/c>)"],
		[
			'<video controls>\n  <source src="https://a.b/c.mp4">\n</video>\n文',
			"<https://a.b/c.mp4>\n\n\n文",
		],
	])("leaves its link or title, and is named: %j", (text, expected) => {
		expect(media(text)).toEqual([expected, lost]);
	});

	it("stays in code", () => {
		const code = '`<video src="a.mp4"></video>`';
		expect(media(code)).toEqual([code, []]);
	});
});
