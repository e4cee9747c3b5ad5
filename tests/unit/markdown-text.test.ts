import { describe, expect, test } from "vitest";
import { composeLesson, composeText } from "#app/markdown/compose.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { excerpt, renderPlain } from "#app/markdown/render.server.ts";

describe("a lesson", () => {
	const source = `# 课文

第一段，
折行 $x$。

- 一
- 二


$$
y
$$

\`\`\`js
1;

2;
\`\`\`

> 引用

---

| a |
|---|
| b |

### 小节

[r]: https://a.b

见 [r]`;

	test("is one entry per top-level block, in order", () => {
		const lesson = composeLesson(source);
		expect(lesson).toMatchObject({ ok: true, formulas: 2 });
		const blocks = lesson.ok ? lesson.blocks : [];
		expect(
			blocks.map(({ kind, level, line, text }) => [kind, level, line, text]),
		).toEqual([
			["heading", 2, 1, "课文"],
			["paragraph", null, 3, "第一段，折行 x。"],
			["list", null, 6, "一\n二"],
			["formula", null, 10, "y"],
			["code", null, 14, "1;\n2;"],
			["quote", null, 20, "引用"],
			["rule", null, 22, ""],
			["table", null, 24, "a\nb"],
			["heading", 3, 28, "小节"],
			["paragraph", null, 32, "见 r"],
		]);
	});

	test("keeps the Markdown of each block as written", () => {
		const lesson = composeLesson(source.replaceAll("\n", "\r\n"));
		const blocks = lesson.ok ? lesson.blocks : [];
		expect(blocks[1]?.source).toBe("第一段，\n折行 $x$。");
		expect(blocks[2]?.source).toBe("- 一\n- 二");
		expect(blocks[3]?.source).toBe("$$\ny\n$$");
		expect(blocks[4]?.source).toBe("```js\n1;\n\n2;\n```");
		expect(blocks[4]?.html).toMatch(/^<pre tabindex="0">/);
		expect(blocks[9]?.html).toContain('href="https://a.b"');
	});

	test("without text has no blocks", () => {
		expect(composeLesson(" \n\n")).toEqual({
			ok: true,
			blocks: [],
			formulas: 0,
			over: null,
		});
	});

	test("obeys the limits as a whole", () => {
		expect(composeLesson("一段正文。\n\n".repeat(250_000))).toEqual({
			ok: false,
			limit: "html",
		});
	});

	test("may have thousands of formulas", () => {
		const lesson = composeLesson(
			"设 $x_i$ 与 $\\frac{a}{b}$。\n\n".repeat(1_500),
		);
		expect(lesson).toMatchObject({ ok: true, formulas: 3_000, over: null });
		expect(JSON.stringify(lesson)).not.toContain("math-source");
	});

	test("leaves formulas over the limit, and nothing else, as they were written", () => {
		const row = "\\frac{a}{b}+".repeat(60);
		const lesson = composeLesson(`**字** $${row}c$\n\n`.repeat(1_000));
		if (!lesson.ok) throw new Error(lesson.limit);
		expect(lesson.blocks[0]?.html).toContain("<math>");
		const last = lesson.blocks.at(-1)?.html;
		expect(last).toContain("<p><strong>字</strong> ");
		expect(last).toContain('<code class="math-source">');
		expect(last).not.toContain("<math>");
		expect(lesson.blocks.at(-1)?.text).toBe(`字 $${row}c$`);
		expect(lesson.over?.source).toBe(`${row}c`);
	});

	test("leaves a block that nests too deep, and no other, as it was written", () => {
		const lesson = composeLesson(`**甲**\n\n${">".repeat(60)} 乙\n\n**丙**`);
		if (!lesson.ok) throw new Error(lesson.limit);
		expect(lesson.blocks.map(({ text }) => text)).toEqual([
			"甲",
			`${">".repeat(60)} 乙`,
			"丙",
		]);
		expect(lesson.blocks[2]?.html).toContain("<strong>");
		expect(lesson.over).toMatchObject({ limit: "nesting" });
	});

	test("contains no U+0000, however it is written", () => {
		const lesson = composeLesson("a\0b\n\n`\0` &#0; $\0$ $\\char0$\n\nc");
		expect(JSON.stringify(lesson)).not.toContain("\\u0000");
		expect(lesson.ok && lesson.blocks.map(({ kind }) => kind)).toEqual([
			"paragraph",
			"paragraph",
			"paragraph",
		]);
	});
});

describe("plain text", () => {
	test("is shown literally, in paragraphs and lines", () => {
		expect(
			renderPlain('1. **a** <b> & "c"\r\n_d_ https://a.b\n \n\n$x$\n'),
		).toBe(
			"<p>1. **a** &lt;b&gt; &amp; &quot;c&quot;<br>\n_d_ https://a.b</p>\n<p>$x$</p>\n",
		);
		expect(renderPlain(" \n\n ")).toBe("");
	});

	test("takes no longer for many spaces", () => {
		expect(renderPlain(`${" \t".repeat(100_000)}x`)).toBe("<p>x</p>\n");
	});
});

describe("an excerpt", () => {
	test("is one line, without tags and entities", () => {
		const html =
			"<p>a &lt;b&gt;\n&amp;amp;</p>\n<ul>\n<li>一</li>\n<li>二<br />三</li></ul>";
		expect(excerpt(html, 100)).toBe("a <b> &amp; 一 二 三");
	});

	test("is cut at whole code points, the ellipsis counted", () => {
		expect(excerpt("<p>😀😀😀😀</p>", 4)).toBe("😀😀😀😀");
		expect(excerpt("<p>😀😀😀😀😀</p>", 4)).toBe("😀😀😀…");
		expect(excerpt("<p>一二 三四五</p>", 4)).toBe("一二…");
		expect(excerpt("<p>一。</p><p>二</p>", 4)).toBe("一。二");
		expect(excerpt("<p>a</p>", 0)).toBe("…");
		expect(excerpt("", 10)).toBe("");
	});

	test("reads no further than it needs", () => {
		const html = `<p>${"字".repeat(200)}</p>\n`.repeat(5_000);
		for (let i = 0; i < 2_000; i++)
			expect([...excerpt(html, 80)]).toHaveLength(80);
	});
});

describe("a long run of full-width punctuation", () => {
	const run = "「".repeat(100);
	const broken = `${"「".repeat(40)}<wbr>${"「".repeat(40)}<wbr>${"「".repeat(20)}`;

	test("may break, so a browser lays it out fast", () => {
		const rendered = composeText(`**${run}**`, "reply");
		expect(rendered).toMatchObject({
			html: expect.stringContaining(broken.slice(0, 45)),
		});
		expect(renderPlain(run)).toBe(`<p>${broken}</p>\n`);
		expect(plainText(renderPlain(run))).toBe(run);
	});

	test("does not break in a formula, nor do a sentence's dots", () => {
		const { html } = composeText(
			`$\\text{${run}}$ 好。。。。。。`,
			"reply",
		) as {
			html: string;
		};
		expect(html).not.toContain("<wbr>");
	});
});
