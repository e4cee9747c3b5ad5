import { describe, expect, it } from "vitest";
import { bestPairs, likeness, shinglesOf } from "#app/platform/likeness.ts";

const alike = (one: string, other: string, length = 2) =>
	likeness(shinglesOf(one, length), shinglesOf(other, length));

const words = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(" ");

describe("the likeness of two texts", () => {
	it("is 1 for the same words, whatever the punctuation, case and spaces", () => {
		expect(alike("你好，世界！", "你好,世界!")).toBe(1);
		expect(alike("Hello, world", "hello   WORLD")).toBe(1);
	});

	it("is 0 without a common run of words, and for texts without words", () => {
		expect(alike("缓存命中", "批处理大小")).toBe(0);
		expect(alike("……", "……")).toBe(0);
	});

	it("is the share of common runs", () => {
		expect(alike("甲乙丙", "甲乙丁")).toBeCloseTo(1 / 3);
		expect(alike("甲", "甲")).toBe(1);
	});

	it("of long texts is close to the true share", () => {
		const half = alike(words(0, 20_000), words(10_000, 30_000));
		expect(half).toBeGreaterThan(0.25);
		expect(half).toBeLessThan(0.42);
		expect(alike(words(0, 20_000), words(0, 20_000))).toBe(1);
		expect(alike(words(0, 20_000), words(0, 300))).toBeLessThan(0.1);
	});
});

describe("the best pairs", () => {
	const pairs = (old: number[], next: number[]) =>
		[...bestPairs(old, next, (a, b) => Math.max(0, 10 - Math.abs(a - b)))].map(
			([to, { old }]) => [old, to],
		);

	it("are taken before others, whatever stands first", () => {
		expect(pairs([1, 4], [3, 2])).toEqual([
			[4, 3],
			[1, 2],
		]);
		expect(pairs([4], [1, 4])).toEqual([[4, 4]]);
	});

	it("leave out what is alike nothing", () => {
		expect(pairs([1], [50])).toEqual([]);
	});
});
