import { describe, expect, it } from "vitest";
import { renderLesson } from "#app/markdown/blocks.server.ts";
import { unbroken } from "#app/markdown/unbroken.ts";
import { passageHtml } from "#app/questions/passage-html.ts";

const SOURCE = "设$d$维，若 $x<y$ 则 **d** 与 $d$ 同。";

async function block() {
	const rendered = await renderLesson(SOURCE);
	const [found] = rendered.ok ? rendered.blocks : [];
	if (!found) throw new Error("Nothing was rendered");
	return found;
}

describe("a passage as HTML", () => {
	it("renders its own formulas, and leaves words that look like one alone", async () => {
		const one = await block();
		const from = one.text.indexOf("则");
		const html = passageHtml(one, from, one.text.length) ?? "";
		expect(html.match(/<math/g)).toHaveLength(1);
		expect(html).toMatch(/^则 d 与 <math/);
		expect(passageHtml(one, 0, one.text.length)?.match(/<math/g)).toHaveLength(
			3,
		);
	});

	it("shows a cut formula as its source, escaped", async () => {
		const one = await block();
		const from = one.text.indexOf("x<y");
		expect(passageHtml(one, from, from + 2)).toBe("x&lt;");
	});

	it("is null if text and HTML are of different wordings", async () => {
		expect(passageHtml({ ...(await block()), text: "别的" }, 0, 2)).toBeNull();
	});
});

describe("a formula in a quoted passage", () => {
	const FORMULA = "<math><mi>d</mi></math>";
	const kept = (inside: string) => `<span class="unbroken">${inside}</span>`;

	it.each([
		["若", `（${FORMULA}），`, "则"],
		["", `${FORMULA}。`, ""],
		["a", `“${FORMULA}”`, "&amp;b"],
	])(
		"stays on one line with the punctuation around it",
		(before, it, after) => {
			expect(unbroken(before + it + after)).toBe(before + kept(it) + after);
		},
	);

	it("also stays so if the quote begins or ends beside it", () => {
		expect(unbroken(`若<mark>设${FORMULA}</mark>。`)).toBe(
			`若<mark>设</mark>${kept(`<mark>${FORMULA}</mark>。`)}`,
		);
		expect(unbroken(`（<mark>${FORMULA}维</mark>`)).toBe(
			`${kept(`（<mark>${FORMULA}</mark>`)}<mark>维</mark>`,
		);
		expect(unbroken(`（<mark>${FORMULA}</mark>）`)).toBe(
			kept(`（<mark>${FORMULA}</mark>）`),
		);
	});

	it("is left alone among words, and entities stay whole", () => {
		for (const html of [`设${FORMULA}维`, `${FORMULA}&lt;1`])
			expect(unbroken(html)).toBe(html);
	});
});
