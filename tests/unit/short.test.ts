import { describe, expect, test } from "vitest";
import { composeText } from "#app/markdown/compose.ts";
import { excerptSource } from "#app/markdown/render.server.ts";
import { renderShort } from "#app/markdown/short.server.ts";

const html = (source: string) => {
	const rendered = composeText(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html;
};

describe("a short form", () => {
	test("has its formulas set", async () => {
		const said = await renderShort(
			"当 $\\eta > 2/\\lambda$ 时发散，\\(x\\) 也是。",
		);
		expect(said.match(/<math/g)).toHaveLength(2);
		expect(said.replace(/<math.*?<\/math>/gs, "·")).toBe(
			"当 · 时发散，· 也是。",
		);
	});

	test.each([
		["**不**加粗，`也`无代码", "**不**加粗，`也`无代码"],
		["<b>&", "&lt;b&gt;&amp;"],
		["从 $5 涨到 $10 <i>", "从 $5 涨到 $10 &lt;i&gt;"],
		["# 一\n- 二", "# 一<br>\n- 二"],
		["$\\wrong{$ 之后", "$\\wrong{$ 之后"],
	])("otherwise stays as typed: %j", async (typed, said) => {
		const short = await renderShort(typed);
		expect(short.replace(/<\/?code[^>]*>/g, "")).toBe(said);
	});
});

describe("a proposed short form", () => {
	test.each([
		["一句 $\\eta > 2$ 时发散。", 120, "一句 $\\eta > 2$ 时发散。"],
		["一二三 $a+b+c+d$ 四", 9, "一二三…"],
		["$$a^2$$\n\n后面", 120, "$a^2$ 后面"],
		["一二三四五", 3, "一二…"],
	])("keeps formulas whole: %j", (source, max, expected) => {
		expect(excerptSource(html(source), max)).toBe(expected);
	});
});
