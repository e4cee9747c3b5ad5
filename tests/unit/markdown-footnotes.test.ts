import { describe, expect, test } from "vitest";
import { composeLesson, composeText } from "#app/markdown/compose.ts";
import { withOwnIds } from "#app/markdown/own-ids.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { keepProse } from "#app/markdown/prose.tsx";

function html(source: string): string {
	const rendered = composeText(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html.trim();
}

describe("a footnote", () => {
	test("stands at the end, and both lead to each other", () => {
		const source = "甲[^注]。\n\n[^注]: 见*附录*\n\n乙";
		expect(html(source)).toBe(
			[
				'<p>甲<sup><a id="fnref-1" href="#fn-1">[1]</a></sup>。</p>',
				"<p>乙</p>",
				'<div class="footnotes">',
				'<div id="fn-1">',
				'<p><a href="#fnref-1">[1]</a> 见<em>附录</em></p>',
				"</div>",
				"</div>",
			].join("\n"),
		);
	});

	test("has the number in which it is first referred to", () => {
		const text = plainText(
			html("甲[^b]乙[^a]丙[^b]\n\n[^a]: 一\n[^b]: https://example.org/b"),
		);
		expect(text).toBe("甲[1]乙[2]丙[1]\n[1] https://example.org/b\n[2] 一");
	});

	test("has an id for each reference to it", () => {
		const ids = html("甲[^1]乙[^1]\n\n[^1]: 一").match(/(?<= id=")[^"]*/g);
		expect(ids).toEqual(["fnref-1", "fnref-1-2", "fn-1"]);
	});

	test("goes on in lines and in paragraphs that are set in", () => {
		const source = "甲[^1]\n\n[^1]: 一\n二\n\n    三\n\n    - 四\n\n  五\n\n六";
		expect(plainText(html(source))).toBe("甲[1]\n六\n[1] 一\n二\n三\n四\n五");
	});

	test("may begin below its mark, and with a formula", () => {
		expect(plainText(html("甲[^1]\n\n[^1]:\n    $$\n    x\n    $$"))).toBe(
			"甲[1]\n[1]\nx",
		);
	});

	test("may be written with a full-width colon", () => {
		expect(html("甲[^1]\n\n[^1]：乙\n[^2]：丙")).toMatch(
			/\[\^2\]： 丙<\/p>\n<div class="footnotes">.*乙/s,
		);
	});

	test("may refer to another", () => {
		expect(plainText(html("甲[^1]\n\n[^1]: 见[^2]\n[^2]: 二"))).toBe(
			"甲[1]\n[1] 见[2]\n[2] 二",
		);
	});

	test("is taken out of a quotation", () => {
		expect(plainText(html("> 甲[^1]\n>\n> [^1]: 一\n\n乙"))).toBe(
			"甲[1]\n乙\n[1] 一",
		);
	});

	test.each([
		["甲[^1]", "<p>甲[^1]</p>"],
		["[^1]: 从未提到", "<p>[^1]: 从未提到</p>"],
		["[^1]: https://example.org/a", "[^1]: <a"],
		["[^1]: 一\n\n    二\n\n丙", "<p>[^1]: 一</p>\n<p>二</p>\n<p>丙</p>"],
		["`[^1]`\n\n[^1]: 一", "<p><code>[^1]</code></p>\n<p>[^1]: 一</p>"],
		["甲[^1]\n\n[^1]: 一\n[^1]: 二", "[^1]: 二"],
		["    [^1]: 代码", "[^1]: 代码"],
		["```\n[^1]: 代码\n```\n甲[^1]", "甲[^1]"],
	])("is text without its other part: %j", (source, expected) => {
		expect(html(source)).toContain(expected);
	});

	test("is in the last block of a lesson, whose source is where it was", () => {
		const lesson = composeLesson(
			"# 一\n\n甲[^1]\n\n[^1]: 见附录\n\n    后段\n\n# 二\n\n乙[^2]\n\n[^2]: 见后\n\n[^3]: 未用",
		);
		if (!lesson.ok) throw new Error(lesson.limit);
		expect(
			lesson.blocks.map(({ kind, line, text }) => [kind, line, text]),
		).toEqual([
			["heading", 1, "一"],
			["paragraph", 3, "甲[1]"],
			["heading", 9, "二"],
			["paragraph", 11, "乙[2]"],
			["paragraph", 15, "[^3]: 未用"],
			["list", 5, "[1] 见附录\n后段\n[2] 见后"],
		]);
		expect(lesson.blocks.at(-1)?.source).toBe(
			"[^1]: 见附录\n\n    后段\n[^2]: 见后",
		);
	});
});

describe("the ids of a text", () => {
	test("are its own on a page", () => {
		const page = { isDocument: false, prose: new Map<string, string>() };
		const text = html("甲[^1]\n\n[^1]: 一");
		const own = '<a id="reply-7-text-fnref-1" href="#reply-7-text-fn-1">';
		expect(keepProse(page, "reply-7-text", text)).toContain(own);
		keepProse({ ...page, isDocument: true }, "reply-7-text", text);
		expect(page.prose.get("reply-7-text")).toContain(own);
	});

	test("leave its words alone", () => {
		const shown = html('甲[^1]，`<a id="fn-1">`\n\n[^1]: 一');
		expect(withOwnIds(shown, "x")).toContain('id="fn-1"');
	});
});
