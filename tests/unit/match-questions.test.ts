import { describe, expect, it } from "vitest";
import {
	doubtfulQuestions,
	matchQuestions,
} from "#app/lessons/match-questions.ts";

const asked = (titles: string[]) =>
	titles.map((title, i) => ({ title, number: i + 1 }));

/** Each new question's old place, or null. */
function match(old: string[], texts: string[]): (number | null)[] {
	const before = asked(old);
	return matchQuestions(before, texts).map((question) =>
		question ? before.indexOf(question) : null,
	);
}

const ZERO = "温度为零时会怎样？";
const ZERO_REWORDED = "温度是零的时候，会怎样？";
const SHORT = "词元越短越好吗？";
const SHORT_REWORDED = "词元是不是越短越好？";
const CACHE = "缓存为什么省时间？";

describe("the questions of an edited lesson", () => {
	it.each([
		["the same", [ZERO, SHORT], [ZERO, SHORT], [0, 1]],
		["in another order", [ZERO, SHORT], [SHORT, ZERO], [1, 0]],
		["one reworded", [ZERO, SHORT], [ZERO, SHORT_REWORDED], [0, 1]],
		[
			"all reworded, in another order",
			[ZERO, SHORT],
			[SHORT_REWORDED, ZERO_REWORDED],
			[1, 0],
		],
		[
			"one reworded, one more before",
			[ZERO, SHORT],
			[CACHE, ZERO_REWORDED, SHORT],
			[null, 0, 1],
		],
		["one in the other's place", [ZERO, SHORT], [ZERO, CACHE], [0, null]],
		[
			"all others, as many",
			[ZERO, SHORT],
			[CACHE, "批处理多大？"],
			[null, null],
		],
		["one more", [ZERO], [ZERO, SHORT], [0, null]],
		["one less", [ZERO, SHORT], [SHORT], [1]],
		["the first ones", [], [ZERO], [null]],
		["none any more", [ZERO], [], []],
	])("%s", (_, old, texts, expected) => {
		expect(match(old, texts)).toEqual(expected);
	});

	it.each([
		["注意力为什么要缩放？", "注意力为什么要掩码？"],
		["为什么模型需要位置编码？", "为什么模型需要归一化？"],
		["缓存为什么省时间？", "缓存为什么占显存？"],
		["What is attention?", "What is sampling?"],
	])("asked alike, of something else, are two: %s", (one, other) => {
		expect(match([one], [other])).toEqual([null]);
	});

	it.each([
		["注意力为什么要缩放？", "注意力的分数为什么要缩放？"],
		["为什么回答每次不同？", "为什么每次的回答都不同？"],
		[
			"What would you lose without a cache?",
			"What do we lose without the cache?",
		],
	])("reworded are one: %s", (one, other) => {
		expect(match([one], [other])).toEqual([0]);
	});

	it("with the same text are each matched once", () => {
		expect(match([ZERO, ZERO], [ZERO, ZERO])).toEqual([0, 1]);
		expect(match([ZERO], [ZERO, ZERO])).toEqual([0, null]);
		expect(match([ZERO, ZERO], [ZERO])).toEqual([0]);
	});

	it("alike in two places keep to their own", () => {
		const [one, two] = ["词元越短越好？", "词元越短越好吗呢？"];
		expect(match([one, two], [`${one}?`, `${two}?`])).toEqual([0, 1]);
	});
});

describe("a question that may be an old one", () => {
	const CERTAIN = "词元越短越好吗？";
	const OLD = "注意力的分数为什么要缩放？";
	const NEW = "注意力为什么要掩码？";
	const old = asked([OLD, CERTAIN]);

	it("is doubtful among those that no other question is for certain", () => {
		expect(doubtfulQuestions(old, [CERTAIN, NEW])).toEqual([
			{ text: NEW, likely: old[0], others: [old[0]] },
		]);
		expect(doubtfulQuestions(old, [CERTAIN, "缓存占多少显存？"])).toEqual([]);
		expect(doubtfulQuestions(old, [OLD, CERTAIN, NEW])).toEqual([]);
	});

	it("is what staff decided", () => {
		const is = (choice: string) =>
			matchQuestions(old, [CERTAIN, NEW], new Map([[NEW, choice]]));
		expect(is("1")).toEqual([old[1], old[0]]);
		expect(is("new")).toEqual([old[1], null]);
		expect(is("9")).toEqual([old[1], null]);
	});
});
