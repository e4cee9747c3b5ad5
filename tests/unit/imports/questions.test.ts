import { describe, expect, it } from "vitest";
import { splitQuestions } from "#app/imports/questions.ts";

function split(...texts: string[]): string[] {
	const lines = texts.map((text, index) => ({ number: index + 1, text }));
	return splitQuestions(lines).map((question) => question.text);
}

describe("splitting thinking questions", () => {
	it("cuts the request before the first question and the conjunction before the next", () => {
		expect(
			split(
				"读完这一讲，请你来思考两个问题，机器翻译已经这么流畅了，那它是否真的读懂了原文？还有译者的工作会不会消失？欢迎留言，我们下一讲再见！",
			),
		).toEqual([
			"机器翻译已经这么流畅了，那它是否真的读懂了原文？",
			"译者的工作会不会消失？",
		]);
	});

	it("takes every item of a list if one asks, and no prose beside it", () => {
		expect(
			split(
				"读完想一想。",
				"第一，词表越大越好吗？",
				"第二，请你比较两种做法。",
			),
		).toEqual(["词表越大越好吗？", "请你比较两种做法。"]);
		expect(split("1、你怎样看？", "2、比较两种做法的异同", "下次见。")).toEqual(
			["你怎样看？", "比较两种做法的异同"],
		);
	});

	it("reads half-width punctuation and keeps it", () => {
		const halfWidth = (text: string) => text.normalize("NFKC");
		expect(
			split(
				halfWidth(
					"请你思考2个问题，模型很大，它懂吗？还有AI会忘吗？我们下一讲再见！",
				),
			),
		).toEqual([halfWidth("模型很大，它懂吗？"), halfWidth("AI会忘吗？")]);
	});

	it.each([
		["第一，词表越大越好吗？第二，越小呢？", ["词表越大越好吗？", "越小呢？"]],
		["1. 词表越大越好吗？2. 越小呢？", ["词表越大越好吗？", "越小呢？"]],
		["（1）词表越大越好吗？（2）越小呢？", ["词表越大越好吗？", "越小呢？"]],
		["①词表越大越好吗？②越小呢？", ["词表越大越好吗？", "越小呢？"]],
		["问题一：词表越大越好吗？", ["词表越大越好吗？"]],
		["Q2: 词表越大越好吗？", ["词表越大越好吗？"]],
		["最后想问，词表越大越好吗？", ["词表越大越好吗？"]],
		["最后想问你词表越大越好吗？", ["词表越大越好吗？"]],
		["请你思考一下：词表越大越好吗？", ["词表越大越好吗？"]],
		["请思考词表是不是越大越好？", ["词表是不是越大越好？"]],
		["今天的思考题是：词表越大越好吗？", ["词表越大越好吗？"]],
		["最后给你留一道思考题，词表越大越好吗？", ["词表越大越好吗？"]],
		["好了，最后留两道题给你：词表越大越好吗？", ["词表越大越好吗？"]],
		["读完之后你可以思考一下，词表越大越好吗？", ["词表越大越好吗？"]],
		["第一个问题是，词表越大越好吗？", ["词表越大越好吗？"]],
		["另外，词表越大越好吗？", ["词表越大越好吗？"]],
		["此外词表越大越好吗？", ["词表越大越好吗？"]],
		[
			"Here are two questions for you: is a larger vocabulary better?",
			["is a larger vocabulary better?"],
		],
		[
			"Please think about two questions: is a larger vocabulary better? Also, is a smaller one?",
			["is a larger vocabulary better?", "is a smaller one?"],
		],
	])("drops the lead-in of %s", (prose, questions) => {
		expect(split(prose)).toEqual(questions);
	});

	it.each([
		"还有哪些办法可以减少幻觉？",
		"另外一种办法是什么？",
		"第一层网络在做什么？",
		"最后一层为什么要归一化？",
		"3.5 版比 3 版好在哪里？",
		"模型能回答我们的问题，那它懂得问题吗？",
		"我们该怎样思考这些问题，才不会被带偏？",
		"有人问“什么是涌现？”，你会怎么回答？",
		"你读过 https://example.com/?page=2 的讨论吗？",
	])("keeps %s whole", (question) => {
		expect(split(question)).toEqual([question]);
	});

	it('keeps a bare "why" with the question before it', () => {
		expect(split("词表越大越好吗？为什么？越小呢？")).toEqual([
			"词表越大越好吗？为什么？",
			"越小呢？",
		]);
	});

	it("makes one question of each item, from its first question sentence on", () => {
		expect(
			split(
				"请回答下面的问题：",
				"- 词表有大有小。越大越好吗？它和语料有什么关系？",
				"2、越小呢？",
			),
		).toEqual(["越大越好吗？它和语料有什么关系？", "越小呢？"]);
	});

	it("takes items without question marks if no sentence has one", () => {
		expect(
			split("请完成练习。", "1. 用自己的话解释涌现。", "2. 举一个例子"),
		).toEqual(["用自己的话解释涌现。", "举一个例子"]);
	});

	it("finds none in prose that asks nothing", () => {
		expect(split("欢迎留言，好吗？", "我们下一讲再见！")).toEqual([]);
	});

	it("drops the marks of boxes to tick", () => {
		expect(
			split("- [ ] 越大越好吗？", "- [x] 越小呢？", "☐ 一样大呢？"),
		).toEqual(["越大越好吗？", "越小呢？", "一样大呢？"]);
	});

	it("takes no answer for a question", () => {
		expect(
			split("1. 越大越好吗？", "参考答案：你猜呢？", "**解析**：会是哪个呢？"),
		).toEqual(["越大越好吗？"]);
	});

	it("gives the line of each question", () => {
		expect(
			splitQuestions([
				{ number: 7, text: "词表越大越好吗？" },
				{ number: 9, text: "越小呢？" },
			]).map((question) => question.line),
		).toEqual([7, 9]);
	});
});
