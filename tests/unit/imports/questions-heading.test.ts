import { describe, expect, it } from "vitest";
import { isQuestionsHeading } from "#app/imports/questions-heading.ts";
import { parseText } from "#app/imports/source.ts";

const HEADINGS = [
	...["思考题", "【思考题】", "思考题：", "思考题(2 道)", "课后思考"],
	...["思考与练习", "五、思考题", "課後思考", "课后作业", "课下作业"],
	...["小结与思考", "总结与思考", "思考与讨论", "讨论题", "練習", "习题"],
	...["本讲小结与思考", "1.5 思考题", "第五节 思考题", "（三）思考题"],
	...["✏️ 思考题", "📝课后习题", "1️⃣ 思考题", "**思考题**", "## 思考题 ##"],
	...["Thinking questions", "Questions to think about", "Exercises"],
	...["Questions", "Discussion", "Discussion questions:", "5.3 Exercises"],
	...["Questions and exercises", "Review questions", "**Questions**"],
];

describe("a heading of thinking questions", () => {
	it.each([
		...[
			"练一练",
			"每日一题",
			"每课一练",
			"课堂讨论",
			"留给你的问题",
			"问题与思考",
			"习题 3-2",
			"思考题一",
			"思考题目",
			"复习思考题",
			"自测题",
			"隨堂測驗",
			"Exercise 1.2",
			"Thought questions",
			"Homework 2",
			"Quiz",
			"🧠 Think about it",
		],
	])("is %s too", (text) => {
		expect(isQuestionsHeading(text)).toBe(true);
	});

	it.each(HEADINGS)("is %s", (text) => {
		expect(isQuestionsHeading(text)).toBe(true);
	});

	it.each([
		...["思考的速度", "为什么思考题重要", "小结", "总结与回顾", "讨论"],
		...["思考题答案", "思考题（参考答案）", "参考答案", "习题解析"],
		...["Answers", "Answers to the questions", "Questions and answers"],
		...["Exercise solutions", "Q&A", "常见问题", "Open problems"],
	])("is not %s", (text) => {
		expect(isQuestionsHeading(text)).toBe(false);
	});
});

const asked = (format: "document" | "markdown", ...lines: string[]) => {
	const text = [format === "markdown" ? "# 标题" : "标题", "正文。", ...lines];
	const { lesson } = parseText(text.join("\n"), "标题.md", format);
	return lesson?.questions.map((question) => question.text);
};

describe("the section of thinking questions", () => {
	it.each(["## 5.3 思考题", "#### ✏️ 課後思考", "**思考题**", "__Exercises:__"])(
		"of a Markdown file is headed %s",
		(heading) => {
			expect(asked("markdown", "", heading, "", "1. 越大越好吗？")).toEqual([
				"越大越好吗？",
			]);
		},
	);

	it.each([
		"5.3 思考题",
		"📝 課後思考",
		"**思考题**",
		"## 思考题",
		"Exercises:",
	])("of a text document is headed %s", (heading) => {
		expect(asked("document", heading, "1. 越大越好吗？")).toEqual([
			"越大越好吗？",
		]);
	});

	it("may begin behind its bold heading, and ends at the next", () => {
		expect(
			asked(
				"markdown",
				...["", "**思考题**：越大越好吗？", "", "## 参考", "", "还有吗？"],
			),
		).toEqual(["越大越好吗？"]);
	});

	it("may hold a picture", () => {
		expect(
			asked(
				"markdown",
				"## ![笔](a.png) 思考题\n\n1. 看图 ![甲](b.png) 说说？",
			),
		).toEqual(["看图 甲说说？"]);
	});

	it("reads each numbered line, and each row of a table", () => {
		expect(
			asked("markdown", "## 思考题\n\n（1）甲为什么？\n（2）说明乙。"),
		).toEqual([...["甲为什么？", "说明乙。"]]);
		expect(
			asked(
				"markdown",
				"## 思考题\n\n| 题号 | 题 |\n|-|-|\n| 1 | 甲？ |\n| 2 | 说明乙。 |",
			),
		).toEqual(["甲？", "说明乙。"]);
	});

	it("asks no hints", () => {
		expect(asked("markdown", "## 思考题\n\n- 甲？\n\n  提示：乙呢？")).toEqual([
			"甲？",
		]);
	});

	it("reads boxes, quotations and tables", () => {
		expect(
			asked(
				"markdown",
				...["## 思考题", "", "> 越大越好吗？", "", "- [ ] 越小呢？", ""],
				...["| 题 | 内容 |", "| - | - |", "| 1 | 一样大呢？ |"],
			),
		).toEqual(["越大越好吗？", "越小呢？", "一样大呢？"]);
	});

	it.each(["document", "markdown"] as const)(
		"of a %s leaves out what <details> folds away",
		(format) => {
			const fold = ["<details><summary>答案</summary>", "", "你猜呢？"];
			expect(
				asked(
					format,
					...["", format === "markdown" ? "## 思考题" : "思考题", ""],
					...["1. 越大越好吗？", "", ...fold, "", "</details>", ""],
					...["2. 越小呢？<details>是吗？</details>"],
				),
			).toEqual(["越大越好吗？", "越小呢？"]);
		},
	);

	it.each(["### 参考答案", "**参考答案**", "### 思考题答案"])(
		"leaves out what stands under %s",
		(heading) => {
			const lines = ["## 思考题", "", "1. 越大越好吗？", "", heading, ""];
			expect(
				asked(
					"markdown",
					...lines,
					"1. 你猜呢？",
					"",
					"### 第二组",
					"",
					"2. 越小呢？",
				),
			).toEqual(["越大越好吗？", "越小呢？"]);
		},
	);
});
