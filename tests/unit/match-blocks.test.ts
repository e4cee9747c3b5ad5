import { describe, expect, it } from "vitest";
import { matchBlocks } from "#app/lessons/match-blocks.ts";

/** Matches the blocks "a b c …" to the text "a x c …": each new block's old place, or null. */
function match(old: string, next: string): (number | null)[] {
	const blocks = (text: string) =>
		text
			.split(" ")
			.filter(Boolean)
			.map((source) => ({ source }));
	const before = blocks(old);
	return matchBlocks(before, blocks(next)).map((block) =>
		block ? before.indexOf(block) : null,
	);
}

describe("blocks of an edited lesson", () => {
	it.each([
		["all stay", "a b c", "a b c", [0, 1, 2]],
		["one changed keeps its id", "a b c", "a B c", [0, 1, 2]],
		["the first changed", "a b c", "A b c", [0, 1, 2]],
		["the last changed", "a b c", "a b C", [0, 1, 2]],
		["the only one changed", "a", "A", [0]],
		["two changed apart", "a b c d e", "a B c D e", [0, 1, 2, 3, 4]],
		["one added between", "a b", "a x b", [0, null, 1]],
		["one added first", "a b", "x a b", [null, 0, 1]],
		["one added last", "a b", "a b x", [0, 1, null]],
		["one is gone", "a b c", "a c", [0, 2]],
		["all are gone", "a b", "", []],
		["all are new", "", "a b", [null, null]],
		["a split", "a b c", "a B1 B2 c", [0, null, null, 2]],
		["a merge", "a b1 b2 c", "a B c", [0, null, 3]],
		["two changed side by side", "a b c d", "a B C d", [0, null, null, 3]],
		[
			"one changed, one added beside it",
			"a b c",
			"a B x c",
			[0, null, null, 2],
		],
		["everything changed", "a b c", "A B C", [null, null, null]],
		["one moved away", "a b c d", "b c d a", [1, 2, 3, null]],
	])("%s: %s → %s", (_, old, next, expected) => {
		expect(match(old, next)).toEqual(expected);
	});

	it("with the same text are each matched once, in order", () => {
		expect(match("a a", "a a")).toEqual([0, 1]);
		expect(match("a x a", "a a")).toEqual([0, 2]);
		expect(match("a b a c", "a b x a c")).toEqual([0, 1, null, 2, 3]);
	});

	it.each([
		["a a", "a"],
		["a", "a a"],
		["a b a b", "b a b a"],
		["a a a", "a b a"],
	])("never give one id to two blocks: %s → %s", (old, next) => {
		const kept = match(old, next).filter((place) => place !== null);
		expect(new Set(kept).size).toBe(kept.length);
		expect(kept).toEqual(kept.toSorted());
	});
});
