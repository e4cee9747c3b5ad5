import { describe, expect, test } from "vitest";
import { composeText } from "#app/markdown/compose.ts";
import type { Flavour } from "#app/markdown/parser.ts";

function html(source: string, flavour: Flavour = "reply"): string {
	const rendered = composeText(source, flavour);
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html.trim();
}

const OUTSIDE = 'rel="ugc nofollow noopener noreferrer"';

describe("emphasis next to Chinese", () => {
	test.each([
		["**涌现**是", "<strong>涌现</strong>是"],
		["**「涌现」**是", "<strong>「涌现」</strong>是"],
		["叫作**“涌现”**的现象", "叫作<strong>“涌现”</strong>的现象"],
		["说**突现（Emergent）**时", "说<strong>突现（Emergent）</strong>时"],
		["**注意：**请看", "<strong>注意：</strong>请看"],
		["用**GPT-3**的", "用<strong>GPT-3</strong>的"],
		["这个*很*重要", "这个<em>很</em>重要"],
		["~~旧译。~~新译", "<s>旧译。</s>新译"],
		["中**𠮷。**中", "中<strong>𠮷。</strong>中"],
		["**“涌现”**Emergent", "<strong>“涌现”</strong>Emergent"],
		["叫做**涌现……**GPT", "叫做<strong>涌现……</strong>GPT"],
		["**注意——**GPT", "<strong>注意——</strong>GPT"],
		["文**“a”**b**“c”**文", "文<strong>“a”</strong>b<strong>“c”</strong>文"],
		["__注意：__请看", "<strong>注意：</strong>请看"],
		["这是__重点__内容", "这是<strong>重点</strong>内容"],
		["__init__方法", "__init__方法"],
		[
			"用 __init__ 与 a.__name__、__main__.py",
			"用 __init__ 与 a.__name__、__main__.py",
		],
		[
			"读 __Read me__ 与 __两 字__",
			"读 <strong>Read me</strong> 与 <strong>两 字</strong>",
		],
		["变量a_b_c与5*3*2", "变量a_b_c与5*3*2"],
		["尺寸b*h*w与2*x*y", "尺寸b*h*w与2*x*y"],
		["x**2 + y**2与2**10", "x**2 + y**2与2**10"],
		["*a*b与**图2**c", "<em>a</em>b与<strong>图2</strong>c"],
	])("%s", (source, expected) => {
		expect(html(source)).toBe(`<p>${expected}</p>`);
	});

	test("leaves a marker between spaces as a character", () => {
		expect(html("宽 * 高 * 深")).toBe("<p>宽 * 高 * 深</p>");
		expect(html("a ** b ** c")).toBe("<p>a ** b ** c</p>");
	});
});

describe("line ends", () => {
	test("stay in replies", () => {
		expect(html("一\n二")).toBe("<p>一<br />\n二</p>");
	});

	test("join Chinese lines of a lesson without a gap, and others with one", () => {
		expect(html("上一行，\n下一行", "lesson")).toBe("<p>上一行，下一行</p>");
		expect(html("**上一行**\n下一行", "lesson")).toBe(
			"<p><strong>上一行</strong>下一行</p>",
		);
		expect(html("one\ntwo", "lesson")).toBe("<p>one\ntwo</p>");
	});

	test.each([
		["1、甲", "2、乙"],
		["（1）甲", "（2）乙"],
		["1．甲", "**2．乙**"],
		["1.甲", "2.乙"],
		["1）甲", "2）乙"],
		["①甲", "② 乙"],
		["一、甲", "（二）乙"],
		["•甲", "● 乙"],
		["-甲", "-乙"],
	])("keep items that Chinese authors number apart: %s, %s", (one, other) => {
		const text = `分两步：\n${one}\n${other}`;
		expect(html(text, "lesson")).toMatch(
			/^<p>分两步：<br \/>\n[^<]*甲<br \/>\n.*乙.*<\/p>$/,
		);
	});

	test.each(["见第\n1、2 章", "约为\n3.14 倍", "范围\n-1 到 1"])(
		"join what only looks like an item: %j",
		(text) => {
			expect(html(text, "lesson")).not.toContain("<br");
		},
	);
});

describe("links", () => {
	test("end at Chinese text after a bare address", () => {
		const link = `<a href="https://a.b/c" ${OUTSIDE}>https://a.b/c</a>`;
		expect(html("见https://a.b/c，谢谢")).toBe(`<p>见${link}，谢谢</p>`);
		expect(html("见https://a.b/c。")).toBe(`<p>见${link}。</p>`);
		expect(html("（https://a.b/c）")).toBe(`<p>（${link}）</p>`);
		expect(html("https://a.b/c的说明")).toBe(`<p>${link}的说明</p>`);
	});

	test.each([
		["https://zh.a.org/wiki/涌现", "https://zh.a.org/wiki/涌现", ""],
		[
			"https://zh.a.org/wiki/涌现_(哲学) 一页",
			"https://zh.a.org/wiki/涌现_(哲学)",
			" 一页",
		],
		[
			"https://a.org/s?q=注意力&page=2 得到",
			"https://a.org/s?q=注意力&page=2",
			" 得到",
		],
		["https://a.org/课程/第一课。完", "https://a.org/课程/第一课", "。完"],
		["https://a.org/a（图一）", "https://a.org/a", "（图一）"],
		["https://a.org/#小结；谢谢", "https://a.org/#小结", "；谢谢"],
		["https://a.org/?和", "https://a.org/?和", ""],
	])("hold Chinese paths and queries: %s", (source, address, rest) => {
		const [, href = "", text, after] =
			/<a href="([^"]*)"[^>]*>(.*)<\/a>(.*)<\/p>/.exec(html(source)) ?? [];
		expect([decodeURI(href).replaceAll("&amp;", "&"), after]).toEqual([
			address,
			rest,
		]);
		expect(text?.replaceAll("&amp;", "&").replaceAll("<wbr />", "")).toBe(
			address,
		);
	});

	test.each([
		"[注]: 见原论文第三节",
		"[^1]: 见原论文第三节",
		"[注]: GPT-3.5的论文",
		"[注]:\n见下",
		"> [注]: 见下",
		"[注]: 见\n[注二]: 又见",
	])("are not defined by what is no address: %j", (source) => {
		const text = source.replace(/^> /, "").replaceAll("\n", "<br />\n");
		expect(html(source)).toContain(text);
	});

	test("are not looked for in code", () => {
		expect(html("    [注]: 见下")).toContain(">[注]: 见下\n<");
		expect(html("```\n[注]: 见下\n```")).toContain(">[注]: 见下\n<");
		expect(html("````\n```\n[注]: 见下\n````")).toContain("\n[注]: 见下\n<");
	});

	test.each([
		["https://a.b/c", "https://a.b/c"],
		["<https://a.b/c>", "https://a.b/c"],
		["/courses/x", "/courses/x"],
		["#小结", "#%E5%B0%8F%E7%BB%93"],
		["02-attention.md", "02-attention.md"],
	])("are defined by an address: %s", (address, href) => {
		expect(html(`见 [甲][1]\n\n[1]: ${address}`)).toMatch(
			new RegExp(`^<p>见 <a href="${href}"[^>]*>甲</a></p>$`),
		);
	});

	test("are not made of file names, hosts and addresses without a scheme", () => {
		for (const text of ["main.py", "www.example.com", "a@example.com"])
			expect(html(text)).toBe(`<p>${text}</p>`);
	});

	test("are marked as written by members if they leave the site, and plain within it", () => {
		expect(html("[a](https://a.b 'c')")).toBe(
			`<p><a href="https://a.b" title="c" ${OUTSIDE}>a</a></p>`,
		);
		expect(html("[a](mailto:a@b.c)")).toContain(OUTSIDE);
		expect(html("[a](/courses/x#reply-3)")).toBe(
			'<p><a href="/courses/x#reply-3">a</a></p>',
		);
		expect(html("[a](#reply-3)")).toBe('<p><a href="#reply-3">a</a></p>');
	});
});

describe("pictures", () => {
	test("become a link with their alternative text", () => {
		expect(html("![损失曲线](https://a.b/c.png)")).toBe(
			`<p><a href="https://a.b/c.png" ${OUTSIDE}>损失曲线</a></p>`,
		);
		expect(html("![](https://a.b/c.png)")).toContain(">https://a.b/c.png</a>");
	});

	test("become plain text inside a link, and if they are local", () => {
		expect(html("[![图](https://a.b/c.png)](/courses/x)")).toBe(
			'<p><a href="/courses/x">图</a></p>',
		);
		expect(html("![图 **一**](figures/c.png)")).toBe("<p>图 一</p>");
	});
});

describe("blocks", () => {
	test("keep a reply's headings below the page's own", () => {
		expect(html("# a\n## b\n##### e")).toBe(
			"<h3>a</h3>\n<h4>b</h4>\n<h6>e</h6>",
		);
	});

	test("keep a lesson's headings at level 2 to 4", () => {
		expect(html("# a\n## b\n### c\n##### e", "lesson")).toBe(
			"<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h4>e</h4>",
		);
	});

	test("make a table scroll and align its cells by class", () => {
		const table = html("| 模型 | 参数 |\n|:-:|--:|\n| GPT-3 | 175B |");
		expect(table).toMatch(/^<div class="scroll" tabindex="0"><table>/);
		expect(table).toContain('<th class="align-center">模型</th>');
		expect(table).toContain('<td class="align-right">175B</td>');
		expect(table).toMatch(/<\/table><\/div>$/);
	});

	test("colour code by class in a known language, also by its short name", () => {
		const code = html("```py\ndef f(): return 1\n```");
		expect(code).toMatch(/^<pre tabindex="0"><code class="hljs">/);
		expect(code).toContain('<span class="hljs-keyword">def</span>');
		expect(code).toContain('<span class="hljs-title function_">f</span>');
	});

	test("leave code plain in an unknown language and with very long lines", () => {
		expect(html("```klingon\n<b>\n```")).toBe(
			'<pre tabindex="0"><code class="hljs">&lt;b&gt;\n</code></pre>',
		);
		expect(html(`\`\`\`cpp\n${"a".repeat(30_000)}\n\`\`\``)).not.toContain(
			"<span",
		);
	});

	test.each([
		["```js{1,3}", "const"],
		["```{python}", "def"],
		["```{.python .numberLines}", "def"],
		["```python:train.py", "def"],
		['``` python title="train.py"', "def"],
		["```C++", "return"],
		["```shell", "if"],
		["```jsonc", "true"],
	])("colour code whose fence says %s", (fence, keyword) => {
		expect(html(`${fence}\n${keyword} a\n\`\`\``)).toMatch(
			new RegExp(
				`<span class="hljs-(keyword|literal)">(<span[^>]*>)?${keyword}<`,
			),
		);
	});

	test("show a fence of math as a formula", () => {
		expect(html("```math\nx^2\n```")).toMatch(
			/^<div class="formula scroll" tabindex="0"><math display="block">/,
		);
	});

	test.each([
		["3. 三\n4. 四", '<ol start="3">', ["", ""]],
		["1. 一\n3. 三\n5. 五", "<ol>", ["", ' value="3"', ' value="5"']],
		["3. 三\n2. 二", '<ol start="3">', ["", ' value="2"']],
		["1. 一\n1. 一\n1. 一", "<ol>", ["", "", ""]],
	])("keep the numbers of an ordered list: %j", (source, list, values) => {
		const found = html(source);
		expect(found).toContain(list);
		expect(
			[...found.matchAll(/<li([^>]*)>/g)].map(([, value]) => value),
		).toEqual(values);
	});
});
