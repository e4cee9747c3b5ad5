import { expect, it } from "vitest";
import { openingSentences } from "#app/markdown/opening-sentences.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";

async function opening(source: string, max = 40) {
	const rendered = await renderMarkdown(source, "reply");
	if (!rendered.ok) throw new Error(rendered.limit);
	return openingSentences(rendered.html, max);
}

it("a text opens with the whole sentences that fit", async () => {
	expect(await opening("第一句。第二句说「好。」第三句。", 40)).toBe(
		"第一句。第二句说「好。」第三句。",
	);
	expect(await opening("第一句。第二句说「好。」第三句。", 8)).toBe("第一句。");
	expect(await opening("One line. Another line.\n\nA third one.", 24)).toBe(
		"One line. Another line.",
	);
});

it("a first sentence that is too long is cut, and says so", async () => {
	expect(await opening("很".repeat(60), 10)).toBe(`${"很".repeat(9)}…`);
	expect(await opening("", 10)).toBe("");
});

it("an opening holds short formulas as they look, and the source of none", async () => {
	expect(await opening("当 $N > 3$ 时成立。")).toBe("当 N>3 时成立。");
	const long = await opening(
		"由 $\\frac{a_1 + b_2}{c_3 + d_4} = \\alpha\\beta\\gamma$ 可知。",
	);
	expect(long).toBe("由 … 可知。");
});
