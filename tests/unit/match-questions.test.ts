import { describe, expect, it } from "vitest";
import { matchQuestions } from "#app/lessons/match-questions.ts";

/** Each new question's old place, or null. */
function match(old: string[], texts: string[]): (number | null)[] {
	const before = old.map((title) => ({ title }));
	return matchQuestions(before, texts).map((question) =>
		question ? before.indexOf(question) : null,
	);
}

describe("the questions of an edited lesson", () => {
	it.each([
		["the same", ["甲", "乙"], ["甲", "乙"], [0, 1]],
		["in another order", ["甲", "乙"], ["乙", "甲"], [1, 0]],
		["one reworded in its place", ["甲", "乙"], ["甲", "乙改"], [0, 1]],
		["all reworded, as many", ["甲", "乙"], ["甲改", "乙改"], [0, 1]],
		["one more", ["甲"], ["甲", "乙"], [0, null]],
		["one more before", ["甲"], ["乙", "甲"], [null, 0]],
		["one less", ["甲", "乙"], ["乙"], [1]],
		[
			"one reworded, one more",
			["甲", "乙"],
			["甲改", "乙", "丙"],
			[null, 1, null],
		],
		["one moved, one new", ["甲", "乙"], ["乙", "丙"], [1, null]],
		["the first ones", [], ["甲"], [null]],
		["none any more", ["甲"], [], []],
	])("%s", (_, old, texts, expected) => {
		expect(match(old, texts)).toEqual(expected);
	});

	it("with the same text are each matched once", () => {
		expect(match(["甲", "甲"], ["甲", "甲"])).toEqual([0, 1]);
		expect(match(["甲"], ["甲", "甲"])).toEqual([0, null]);
		expect(match(["甲", "甲"], ["甲"])).toEqual([0]);
	});
});
