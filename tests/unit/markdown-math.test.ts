import { describe, expect, test } from "vitest";
import { composeText } from "#app/markdown/compose.ts";
import { excerpt } from "#app/markdown/render.server.ts";

function render(source: string): { html: string; formulas: number } {
	const rendered = composeText(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered;
}

function formulas(source: string): string[] {
	const { html } = render(source);
	const sources = html.matchAll(/<annotation [^>]*>(.*?)<\/annotation>/gs);
	return [...sources].map(([, tex]) => tex ?? "");
}

describe("dollar signs", () => {
	test.each([
		["设$x_1$为输入", ["x_1"]],
		["$a$、$b$", ["a", "b"]],
		["$n$th", []],
		["变量$HOME和$PATH都在", []],
		["把$NAME换成$VALUE即可", []],
		["先$HOME和$PATH，后$x$", ["x"]],
		["设$PATH、$\u007bHOME}/bin和$(pwd)", []],
		["$HOME，不是$\u007bPATH}，$n$个", ["n"]],
		["付$5，找回2$，$n=5，k=2$", ["n=5，k=2"]],
		["中 $$\\sum_i x_i$$ 中", ["\\sum_i x_i"]],
		["$a\n+b$", ["a\n+b"]],
		["用$0表示文件，$#表示个数", []],
		["取$HOME和$(pwd)/$(ls)", []],
		["$f$(见图1)", ["f"]],
		["$5 and $6", []],
		["从$5涨到$10", []],
		["US$5和HK$都", []],
		["$5 and $6, then $x$", ["x"]],
		["$ x $", []],
		["\\$x$", []],
		["$$ $$ $$$ $", []],
		["`$a$` 与 $b$", ["b"]],
		["$a `b$c` d$", []],
		["```\n$a$\n$$b$$\n```", []],
		["    $$a$$", []],
	])("%j", (source, expected) => {
		expect(formulas(source)).toEqual(expected);
		expect(render(source).formulas).toBe(expected.length);
	});
});

describe("TeX's own brackets", () => {
	test.each([
		["损失 \\(L = -\\log p(y)\\)，其中 \\(n\\) 是", ["L = -\\log p(y)", "n"]],
		["\\[\n\\frac{1}{n}\\sum_i L_i\n\\]\n其中", ["\\frac{1}{n}\\sum_i L_i"]],
		["由 \\[a_1 + b\\] 得", ["a_1 + b"]],
		["\\[\na\n\nb\n\\]", ["a\n\nb"]],
		["\\(p(x \\mid \\text{上文})\\)", ["p(x \\mid \\text{上文})"]],
		["\\(见附录\\)", []],
		["文献 \\[1\\] 说", []],
		["\\[1\\]\n\n正文", []],
		["`\\(a\\)` 与 \\(没有完", []],
		["\\\\(a\\\\)", []],
	])("%j", (source, expected) => {
		expect(formulas(source)).toEqual(expected);
	});

	test("display a formula on lines of its own", () => {
		expect(render("\\[\nx^2\n\\]").html).toMatch(
			/^<div class="formula scroll" tabindex="0"><math display="block">/,
		);
	});
});

describe("in a table a formula keeps its bars", () => {
	const row = (cell: string) => `| 名 | 式 |\n| --- | --- |\n| 甲 | ${cell} |`;
	test.each([
		["$P(A|B)$", ["P(A|B)"]],
		["$|x|$", ["|x|"]],
		["$P(A\\|B)$", ["P(A|B)"]],
		["$\\|x\\|_2$", ["\\|x\\|_2"]],
		["\\(P(A|B)\\) 与 $|x|$", ["P(A|B)", "|x|"]],
		["$\\{a|b\\}$ 与 $c|d$", ["\\{a|b\\}", "c|d"]],
	])("%s", (cell, expected) => {
		expect(formulas(row(cell))).toEqual(expected);
		expect(render(row(cell)).html.match(/<t[hd]>/g)).toHaveLength(4);
	});

	test.each(["`a \\| b`", "$5", "$a|$b"])("others stay bars: %s", (cell) => {
		expect(formulas(row(cell))).toEqual([]);
	});

	test("not in code", () => {
		const code = `\`\`\`\n${row("$P(A|B)$")}\n\`\`\``;
		expect(render(code).html).toContain("| 甲 | $P(A|B)$ |");
	});

	test("in a quotation and in a list", () => {
		const table = row("$|x|$");
		for (const mark of ["> ", "  "])
			expect(formulas(`- 一\n\n${table.replace(/^/gm, mark)}`)).toEqual([
				"|x|",
			]);
	});
});

describe("displayed formulas", () => {
	const block =
		/<div class="formula scroll" tabindex="0"><math display="block">/;

	test.each([
		["alone on a line", "$$x$$"],
		["over several lines", "$$\nx\n+ y\n$$"],
		["right below a paragraph", "理解为：\n$$x$$\n其中"],
		["in a list", "- 一\n  $$x$$\n- 二"],
		["in a quotation", "> $$\n> x\n> $$"],
		["with blank lines around", "$$\n\nx\n\n$$"],
		["with a blank line within", "$$\nx\n\n+ y\n$$"],
	])("are blocks %s", (_, source) => {
		expect(render(source).html).toMatch(block);
		expect(render(source).formulas).toBe(1);
	});

	test.each([
		"\\begin{equation}\na = b\n\\end{equation}",
		"\\begin{align*}\na &= b \\\\\n\n|c| &= d\n\\end{align*}",
	])("may be environments without dollar signs: %j", (source) => {
		const lesson = `文\n${source}\n- 项\n\n  ${source.replaceAll("\n", "\n  ")}`;
		const expected = source.replaceAll("&", "&amp;");
		expect(formulas(lesson)).toEqual([expected, expected]);
	});

	test.each([
		"\\begin{equation}\na = b\n\n## 题\n\n\\end{equation}",
		"\\begin{equation}\na = b\n\\end{equation} 后",
		"\\begin{itemize}\n\\item 甲\n\\end{itemize}",
		"    \\begin{equation}\n    a\n    \\end{equation}",
	])("are no other environments: %j", (source) => {
		expect(formulas(source)).toEqual([]);
	});

	test("are text without an end", () => {
		expect(render("$$\nx").html).toBe("<p>$$<br />\nx</p>\n");
		expect(render("$$\nx\n\n## 小结\n\n$$\ny\n$$").formulas).toBe(1);
		expect(render("$$x\n\ny$$").formulas).toBe(0);
	});

	test("stay in their paragraph within a line", () => {
		expect(render("由 $$x$$ 得").html).toMatch(
			/^<p>由 <span class="formula scroll" tabindex="0"><math display="block">/,
		);
	});
});

describe("a formula in a line", () => {
	const lines = (source: string) =>
		render(source)
			.html.replace(/<math>.*?<\/math>/gs, "$")
			.trim();

	test.each([
		["由 $a$。", '<p>由 <span class="unbroken">$。</span></p>'],
		["（$a$）：", '<p><span class="unbroken">（$）：</span></p>'],
		[
			"$a$）（$b$ 与",
			'<p><span class="unbroken">$）</span><span class="unbroken">（$</span> 与</p>',
		],
		["the $k$-means", '<p>the <span class="unbroken">$-</span>means</p>'],
		["设 $a$ 为", "<p>设 $ 为</p>"],
	])("stays with the punctuation beside it: %s", (source, html) => {
		expect(lines(source)).toBe(html);
	});

	test("scrolls if it is wide", () => {
		expect(
			lines(
				"由 $\\operatorname{softmax}(QK^T/\\sqrt{d_k})V + a + b + c + d$。",
			),
		).toBe('<p>由 <span class="wide scroll" tabindex="0">$。</span></p>');
	});
});

describe("a wrong formula", () => {
	test("shows as its source, alone", () => {
		const { html } = render("$x$ 与 $\\frac{1$ 与 $y$");
		expect(html).toContain(
			' 与 <code class="math-source">$\\frac{1$</code> 与 <math>',
		);
		expect(html.match(/<math>/g)).toHaveLength(2);
	});

	test("keeps its lines as a block", () => {
		expect(render("$$\n\\frac{1\n< 2\n$$").html).toBe(
			'<pre tabindex="0"><code class="math-source">$$\\frac{1\n&lt; 2$$</code></pre>\n',
		);
	});

	test("is one that loops, nests too deep or changes the next one", () => {
		const loop = "$\\def\\a{\\a\\a}\\a$";
		const tower = `$${"\\sqrt{".repeat(20_000)}`;
		expect(formulas(loop)).toEqual([]);
		expect(formulas(`${tower}$`)).toEqual([]);
		expect(formulas("$\\gdef\\zz{1}\\zz$ $\\zz$")).toEqual([
			"\\gdef\\zz{1}\\zz",
		]);
	});
});

describe("MathML for browsers", () => {
	test.each([
		["\\mathbb{R}\\mathbb{E}", "<mi>ℝ</mi><mi>𝔼</mi>"],
		["\\mathcal{L}", "<mi>ℒ</mi>"],
		["\\mathbf{x}", "<mi>𝐱</mi>"],
		["\\boldsymbol{\\epsilon}", "<mi>𝝐</mi>"],
		["\\mathbf{12}", "<mn>𝟏𝟐</mn>"],
		["\\mathrm{d}", '<mi mathvariant="normal">d</mi>'],
		["自回归", "<mtext>自回归</mtext>"],
	])("%s", (tex, expected) => {
		expect(render(`$${tex}$`).html).toContain(expected);
	});

	test("keeps space around function names, but not before brackets", () => {
		const space = '<mspace width="0.1667em"></mspace>';
		expect(render("$x\\log p$").html).toContain(
			`<mi>x</mi>${space}<mi>log</mi><mo>\u2061</mo>${space}<mi>p</mi>`,
		);
		expect(render("$\\sin(x)$").html).not.toContain("mspace");
	});

	test("aligns columns by class", () => {
		const { html } = render("$$\\begin{aligned}a&=b\\\\&=c\\end{aligned}$$");
		expect(html.match(/<mtd class="align-(left|right)">/g)).toEqual([
			'<mtd class="align-right">',
			'<mtd class="align-left">',
			'<mtd class="align-right">',
			'<mtd class="align-left">',
		]);
	});
});

describe("a formula that begins at the end of a line", () => {
	test.each([
		["其中：$$\na = b\n$$\n再看下一步。\n\n$$\nx = 1\n$$", ["a = b", "x = 1"]],
		[
			"其中：$$\na = b\n$$\n\n1. 一步\n\n   $$\n   x = 1\n   $$",
			["a = b", "x = 1"],
		],
		["> 其中：$$\n> a = b\n> $$\n\n$$\nx\n$$", ["a = b", "x"]],
		["甲$$a$$\n$$\nb\n$$", ["a", "b"]],
		["$$\na\n$$\n$$\nb\n$$", ["a", "b"]],
	])("%j", (source, expected) => {
		expect(formulas(source).map((tex) => tex.trim())).toEqual(expected);
	});
});

test("an excerpt shows formulas as their source", () => {
	const { html } = render("由 $a<b$ 与\n\n$$\\frac{1}{2}$$\n\n得 **c**");
	expect(excerpt(html, 100)).toBe("由 a<b 与 \\frac{1}{2} 得 c");
});
