import { describe, expect, it } from "vitest";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { textsIn } from "#tests/support/spoken.ts";

/** The shape of a language's words: every key with its type, functions with their number of parameters. */
function shapeOf(value: unknown, at = ""): string[] {
	if (typeof value === "object" && value !== null)
		return Object.entries(value).flatMap(([key, inner]) =>
			shapeOf(inner, `${at}.${key}`),
		);
	const kind = typeof value === "function" ? `of ${value.length}` : "";
	return [`${at} ${typeof value} ${kind}`];
}

const languages = [
	["Chinese", zh],
	["English", en],
] as const;

describe("the words of the interface", () => {
	it("are complete in both languages", () => {
		expect(shapeOf(en).toSorted()).toEqual(shapeOf(zh).toSorted());
	});

	it.each(languages)("contain no empty sentence: %s", (_, words) => {
		const silent = textsIn(words, [2, "x"]).filter(
			({ text }) => text.trim() === "",
		);
		expect(silent).toEqual([]);
	});

	it.each(languages)("have no exclamation marks: %s", (_, words) => {
		const loud = textsIn(words, [2, "x"]).filter(({ text }) =>
			/[!！]/.test(text),
		);
		expect(loud).toEqual([]);
	});

	it("use the singular for one", () => {
		const one = textsIn(en, [1]).filter(({ text }) =>
			/(?<!at most )\b1 (?!is\b)[a-z]+s\b/.test(text),
		);
		expect(one).toEqual([]);
	});

	it("are English in English, except for the language's own name and what documents hold", () => {
		const han = textsIn(en, [2]).filter(({ text }) =>
			/\p{Script=Han}/u.test(text.replace(/中文|思考题/, "")),
		);
		expect(han).toEqual([]);
	});
});
