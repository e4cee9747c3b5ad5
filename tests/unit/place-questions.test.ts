import { expect, test } from "vitest";
import { placeQuestions } from "#app/lessons/place-questions.ts";

const placed = (texts: string[], titles: string[]) => {
	const blocks = texts.map((text, id) => ({ id, text }));
	const questions = titles.map((title) => ({ title }));
	const { byBlock, rest } = placeQuestions(blocks, questions);
	const titlesOf = (some: { title: string }[]) =>
		some.map(({ title }) => title);
	return {
		byBlock: [...byBlock].map(([id, some]) => [id, titlesOf(some)]),
		rest: titlesOf(rest),
	};
};

test("a question is placed below the block that asks it", () => {
	const texts = [
		"正文。",
		"思考题",
		"1. 尺子换了，台阶还在吗？",
		"2. 为什么？",
	];
	const titles = ["尺子换了，台阶还在吗？", "为什么？"];
	expect(placed(texts, titles)).toEqual({
		byBlock: [
			[2, [titles[0]]],
			[3, [titles[1]]],
		],
		rest: [],
	});
});

test("several questions of one block keep their order", () => {
	const titles = ["先问这个？", "再问那个？"];
	expect(placed(["想一想：先问这个？再问那个？"], titles).byBlock).toEqual([
		[0, titles],
	]);
});

test("blanks and full-width punctuation make no difference", () => {
	expect(
		placed(["训练算力 约等于 6ND ，对吗 ？"], ["训练算力约等于6ND,对吗?"]).rest,
	).toEqual([]);
});

test("a question that the text asks twice stands where it is asked last", () => {
	expect(placed(["对吗？先放着。", "对吗？"], ["对吗？"]).byBlock).toEqual([
		[1, ["对吗？"]],
	]);
});

test("one that the text does not ask is left, and so is one of marks alone", () => {
	expect(placed(["正文。"], ["另外的一问？", "？"])).toEqual({
		byBlock: [],
		rest: ["另外的一问？", "？"],
	});
});
