import { describe, expect, it } from "vitest";
import { excerptHtml } from "#app/markdown/excerpt-html.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";

async function htmlOf(source: string) {
	const rendered = await renderMarkdown(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html;
}

const beginning = async (source: string, max = 20) =>
	excerptHtml(await htmlOf(source), max);

describe("the beginning of a text", () => {
	it("is one line without its markup", async () => {
		expect(await beginning("**第一**段。\n\n- 再说 `a<b`\n- 还有")).toBe(
			"第一段。再说 a&lt;b 还有",
		);
	});

	it("is cut with its mark, and never inside an entity", async () => {
		expect(await beginning("一二三四&五六", 6)).toBe("一二三四&amp;…");
		expect(await beginning("一二三四五六", 6)).toBe("一二三四五六");
	});

	it("shows formulas typeset, those of a line of their own too", async () => {
		const said = await beginning("设 $a_1$ 为\n\n$$b^2$$");
		expect(said.match(/<math[ >]/g)).toHaveLength(2);
		expect(said).not.toContain('display="block"');
		expect(said.replace(/<annotation.*?<.annotation>/g, "")).not.toMatch(
			/a_1|b\^2/,
		);
	});

	it("leaves out a formula that there is no room for, whole", async () => {
		const said = await beginning("一二三 $a+b+c+d+e$ 四", 8);
		expect(said).toBe("一二三…");
	});
});
