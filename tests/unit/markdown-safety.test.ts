import { describe, expect, test } from "vitest";
import { composeText } from "#app/markdown/compose.ts";
import { sanitize } from "#app/markdown/sanitize.ts";

function tags(source: string): string {
	const rendered = composeText(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html.match(/<[^>]*>/g)?.join("") ?? "";
}

const DANGEROUS =
	/<(script|style|svg|img|iframe|form|input|object|embed|base|meta|link)|\s(on\w+|style|id|name|src|xlink:href)=|javascript:|data:|vbscript:/i;

const ATTACKS = [
	"<script>alert(1)</script>",
	"<img src=x onerror=alert(1)>",
	"<svg/onload=alert(1)>",
	"<svg><style><img src=x onerror=alert(1)></style></svg>",
	"<math><mtext><mglyph><style><!--</style><img onerror=alert(1)>",
	'<a id="reply-1" name="body" style="position:fixed">x</a>',
	"[x](javascript:alert(1))",
	"[x](JaVaScRiPt:alert(1))",
	"[x](<java\tscript:alert(1)>)",
	"[x](&#106;avascript:alert(1))",
	"[x](\u0001javascript:alert(1))",
	"[x](vbscript:msgbox)",
	"[x](data:text/html,<script>alert(1)</script>)",
	"![x](data:image/svg+xml;base64,PHN2Zz4=)",
	"![x](javascript:alert(1))",
	"<javascript:alert(1)>",
	"[x]: javascript:alert(1)\n\n[x]",
	'[x](https://a.b "onmouseover=alert(1)")',
	'[x](https://a.b/"onmouseover="alert(1))',
	"$\\href{javascript:alert(1)}{x}$",
	"$\\url{javascript:alert(1)}$",
	"$\\htmlStyle{position:fixed}{x}$",
	"$\\htmlId{reply-1}{x}$ $\\htmlClass{pin}{x}$ $\\htmlData{a=b}{x}$",
	"$\\includegraphics{https://a.b/c.png}$",
	"$\\let\\x\\href\\x{javascript:alert(1)}{x}$",
	"$\\text{</annotation></semantics></math><script>alert(1)</script>}$",
	'```"><script>alert(1)</script>\nx\n```',
	"```html\n<script>alert(1)</script>\n```",
	"`<script>alert(1)</script>`",
	"# <b id=x>a</b> {#reply-1}",
];

test.each(ATTACKS)("%j produces nothing active", (attack) => {
	expect(tags(attack)).not.toMatch(DANGEROUS);
});

test("raw HTML shows as text", () => {
	expect(composeText("<b>x</b>", "reply")).toMatchObject({
		html: "<p>&lt;b&gt;x&lt;/b&gt;</p>\n",
	});
});

test("an address of another host never passes for the site's", () => {
	for (const href of ["//evil.com", "/\\evil.com", "\\\\evil.com"])
		expect(tags(`[x](<${href}>)`)).not.toContain("evil.com/");
	expect(tags("[x](//evil.com)")).toBe("<p></p>");
});

test("formulas with links or attributes show as their source", () => {
	expect(tags("$\\href{https://a.b}{x}$")).toBe(
		'<p><code class="math-source"></code></p>',
	);
});

describe("the sanitiser alone", () => {
	test("drops styles, handlers, ids, names and unknown classes", () => {
		expect(
			sanitize(
				'<p style="color:red" id="a" class="pin" onclick="x()">a</p><code class="hljs staff">b</code>',
			),
		).toBe('<p>a</p><code class="hljs">b</code>');
	});

	test("drops links and scripts hidden in MathML and SVG", () => {
		expect(
			sanitize(
				'<math href="javascript:x()"><mi xlink:href="javascript:x()">a</mi><maction actiontype="statusline">b</maction><annotation-xml encoding="text/html"><script>x()</script></annotation-xml></math><svg><a href="javascript:x()">c</a></svg>',
			),
		).toBe("<math><mi>a</mi>b</math><a>c</a>");
	});

	test("overwrites rel on every link that leaves the site", () => {
		expect(sanitize('<a href="https://a.b" rel="opener">x</a>')).toBe(
			'<a href="https://a.b" rel="ugc nofollow noopener noreferrer">x</a>',
		);
	});

	test("lets no formula cover what is around it", () => {
		const far =
			'<mspace width="-500em"></mspace><mpadded voffset="-30em" lspace="-1width"><mi>x</mi></mpadded><mspace width="900px" height="9000%"></mspace>';
		expect(sanitize(`<math>${far}</math>`)).toBe(
			"<math><mspace></mspace><mpadded><mi>x</mi></mpadded><mspace></mspace></math>",
		);
		expect(sanitize('<mspace width="-0.1667em"></mspace>')).toContain("width");
		expect(tags("$\\Huge x$")).not.toContain("mathsize");
	});
});
