import { describe, expect, test } from "vitest";
import { composeLesson, composeText } from "#app/markdown/compose.ts";

function html(source: string): string {
	const rendered = composeText(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html.trim();
}

const box = (kind: string, title: string, ...inside: string[]) =>
	[
		`<div class="box box-${kind}">`,
		`<p class="box-title">${title}</p>`,
		...inside,
		"</div>",
	].join("\n");

describe("a box", () => {
	test.each([
		["> [!NOTE]\n> 甲*乙*", box("note", "说明", "<p>甲<em>乙</em></p>")],
		["> [!WARNING]\n>\n> 甲", box("warning", "注意", "<p>甲</p>")],
		[
			"> [!tip]- 先**读**\n> 甲",
			box("tip", "先<strong>读</strong>", "<p>甲</p>"),
		],
		["> [!CAUTION]\n> Stop.", box("caution", "Caution", "<p>Stop.</p>")],
		[
			"> [!IMPORTANT]\n> 甲\n> - 乙\n>\n> > 丙",
			box(
				"important",
				"重要",
				"<p>甲</p>",
				"<ul>\n<li>乙</li>\n</ul>",
				"<blockquote>\n<p>丙</p>\n</blockquote>",
			),
		],
		["::: tip\n甲\n\n乙\n:::", box("tip", "提示", "<p>甲</p>", "<p>乙</p>")],
		[
			":::warning 别忘了`x`\n甲\n:::",
			box("warning", "别忘了<code>x</code>", "<p>甲</p>"),
		],
		[":::tip[一] 二\n甲\n:::", box("tip", "[一] 二", "<p>甲</p>")],
		[":::danger[停]\n甲\n:::", box("caution", "停", "<p>甲</p>")],
		["::: info\nOne.\n:::", box("note", "Note", "<p>One.</p>")],
		[
			"::: details 答案\n$$\nx\n$$\n\n::: tip\n深\n:::\n:::",
			"<details>\n<summary>答案</summary>",
		],
		["::: details\n甲\n:::", "<details>\n<summary>详情</summary>\n<p>甲</p>"],
		[
			":::: tip\n::: warning\n甲\n:::\n::::",
			box("tip", "提示", box("warning", "注意", "<p>甲</p>")),
		],
		["- 一\n\n  ::: tip\n  甲\n  :::", box("tip", "提示", "<p>甲</p>")],
		[
			"甲\n::: tip\n乙\n:::\n丙",
			`<p>甲</p>\n${box("tip", "提示", "<p>乙</p>")}\n<p>丙</p>`,
		],
		[':::warning{title="小心"}\n甲\n:::', box("warning", "小心", "<p>甲</p>")],
		["::: tip 用 {x} {.wide}\n甲\n:::", box("tip", "用 {x}", "<p>甲</p>")],
		["::: {.callout-note}\n甲\n:::", box("note", "说明", "<p>甲</p>")],
		[":::{hint} 题\n甲\n:::", box("tip", "题", "<p>甲</p>")],
		["> [!question]+ 为什么\n> 甲", box("note", "为什么", "<p>甲</p>")],
		[
			"!!! note\n    甲\n\n    乙",
			box("note", "说明", "<p>甲</p>", "<p>乙</p>"),
		],
		[
			'!!! danger inline end "停"\n    甲\n\n    !!! tip ""\n        - 乙\n丙',
			`${box("caution", "停", "<p>甲</p>", '<div class="box box-tip">\n<ul>\n<li>乙</li>\n</ul>\n</div>')}\n<p>丙</p>`,
		],
		['??? tip "看"\n\t甲', "<details>\n<summary>看</summary>\n<p>甲</p>"],
		["???+ bug\n    甲", "<details open>\n<summary>错误</summary>"],
		['- 一\n\n    === "甲"\n\n        乙', box("note", "甲", "<p>乙</p>")],
		["```{admonition} 题\n:class: x\n甲\n```", box("note", "题", "<p>甲</p>")],
		["````{tip}\n```\n甲\n```\n````", '<p class="box-title">提示</p>\n<pre'],
	])("is typeset: %j", (source, expected) => {
		expect(html(source)).toContain(expected);
		expect(html(source)).not.toMatch(/:::|\[!/);
	});

	test.each([
		["> [!OTHER]\n> 甲", "<p>[!OTHER]<br />\n甲</p>"],
		["[!NOTE]\n甲", "<p>[!NOTE]<br />\n甲</p>"],
		["::: other\n甲\n:::", "<p>::: other<br />\n甲<br />\n:::</p>"],
		["!!! note\n甲", "<p>!!! note<br />\n甲</p>"],
		["!!! 注意\n    甲", "<p>!!! 注意<br />\n甲</p>"],
		["```{python}\n甲\n```", "<pre"],
		["```{note}\n甲", "<pre"],
		["::: tip\n甲", "<p>::: tip<br />\n甲</p>"],
		["- ::: tip\n  甲\n\n:::\n", "::: tip"],
		["- <details>\n  甲\n\n</details>\n", "&lt;details&gt;"],
		["```\n::: tip\n:::\n```", "::: tip"],
	])("is text without its name or its end: %j", (source, expected) => {
		expect(html(source)).toContain(expected);
	});

	test("is one block of a lesson", () => {
		const lesson = composeLesson(
			"甲\n\n::: tip 记住\n一\n\n二\n:::\n\n> [!NOTE]\n> 三",
		);
		if (!lesson.ok) throw new Error(lesson.limit);
		expect(
			lesson.blocks.map(({ kind, line, text }) => [kind, line, text]),
		).toEqual([
			["paragraph", 1, "甲"],
			["quote", 3, "记住\n一\n二"],
			["quote", 9, "说明\n三"],
		]);
	});
});
