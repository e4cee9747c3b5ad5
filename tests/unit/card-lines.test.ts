import { describe, expect, it } from "vitest";
import { cut, wrapped } from "#app/sharing/card-lines.ts";

/** A Han character is two wide, anything else one. */
const widthOf = (text: string) =>
	[...text.trimEnd()].reduce(
		(sum, one) => sum + (/[\p{Script=Han}，。「」（）]/u.test(one) ? 2 : 1),
		0,
	);

describe("the lines of a share image", () => {
	it("never begin with a comma or end with an opening bracket", () => {
		const text = "先读题目，再想一想（最好写下来），然后看「参考答案」。";
		for (let width = 8; width < 60; width++)
			for (const line of wrapped(text, widthOf, { width, lines: 20 }) ?? []) {
				expect(line).not.toMatch(/^[，。）」]/);
				expect(line).not.toMatch(/[（「]$/);
				expect(widthOf(line)).toBeLessThanOrEqual(width);
			}
	});

	it("are about equally long", () => {
		const lines = wrapped("一二三四五六七八九十甲乙", widthOf, {
			width: 22,
			lines: 2,
		});
		expect(lines).toEqual(["一二三四五六", "七八九十甲乙"]);
	});

	it("keep a word whole, but for one that is longer than a line", () => {
		expect(cut("先用 AdamW 训练", widthOf, { width: 8, lines: 3 })).toEqual([
			"先用",
			"AdamW 训",
			"练",
		]);
		expect(cut("abcdefghij", widthOf, { width: 6, lines: 3 })).toEqual([
			"abcdef",
			"ghij",
		]);
	});

	it("end with an ellipsis where text is left out, and no comma before it", () => {
		expect(
			cut("一二三，四五六，七八九", widthOf, { width: 8, lines: 2 }),
		).toEqual(["一二三，", "四五六…"]);
		expect(wrapped("一二三四五六", widthOf, { width: 4, lines: 2 })).toBeNull();
	});

	it("of an empty text are none", () => {
		expect(wrapped(" ", widthOf, { width: 8, lines: 2 })).toEqual([]);
	});
});
