import { describe, expect, it } from "vitest";
import { parseText } from "#app/imports/source.ts";

function parse(heading: string, ...lines: string[]) {
	const text = ["# 标题", "", "正文。", "", heading, ...lines].join("\n");
	const { lesson, problems } = parseText(text, "标题.md", "markdown");
	const comments = lesson?.comments ?? [];
	return {
		markdown: lesson?.markdown,
		problems: problems.map(({ line, reason }) => [line, reason]),
		said: comments.map(({ nickname, text, date }) => [nickname, text, date]),
		answers: comments.map(({ answers }) => answers.map(({ text }) => text)),
	};
}

describe("comments without blank lines", () => {
	it("end at their dates, and an answer at the next name", () => {
		const read = parse(
			...["## 精选留言", "青禾", "第一句，", "第二句。", "2024-03-04"],
			...["作者回复：谢谢。", "石川", "也好", "2024-03-05", "Kit", "学到了"],
		);
		expect(read.said).toEqual([
			["青禾", "第一句，\n第二句。", "2024-03-04"],
			["石川", "也好", "2024-03-05"],
			["Kit", "学到了", null],
		]);
		expect(read.answers).toEqual([["谢谢。"], [], []]);
		expect(read.problems).toEqual([[14, "dateMissing"]]);
	});

	it("are left out and named where another name could stand among their lines", () => {
		const read = parse(
			...["## 精选留言", "青禾", "好", "2024-03-04"],
			...["石川", "也好", "Kit", "学到了", "2024-03-05"],
		);
		expect(read.said).toEqual([["青禾", "好", "2024-03-04"]]);
		expect(read.problems).toEqual([[11, "commentDoubtful"]]);
	});

	it("are left out and named where an answer above has no clear end", () => {
		const read = parse(
			...[
				"## 精选留言",
				"青禾",
				"好",
				"2024-03-04",
				"石川",
				"好",
				"2024-03-05",
			],
			...["作者回复：谢谢", "再见", "Kit", "学到了", "2024-03-06"],
		);
		expect(read.said.map(([name]) => name)).toEqual(["青禾", "石川"]);
		expect(read.answers).toEqual([[], ["谢谢"]]);
		expect(read.problems).toEqual([[13, "commentDoubtful"]]);
	});

	it("end an answer of several lines at the next name, though but one has a date alone", () => {
		const read = parse(
			...["## 精选留言", "青禾", "好吗？", "2024-03-04", "作者回复:"],
			...["好", "", "再说一句。", "石川", "也好", "2024-03-05"],
		);
		expect(read.said).toEqual([
			["青禾", "好吗？", "2024-03-04"],
			["石川", "也好", "2024-03-05"],
		]);
		expect(read.answers).toEqual([["好\n\n再说一句。"], []]);
		expect(read.problems).toEqual([]);
	});

	it("stand among a page's buttons, whose bare counts are named", () => {
		const read = parse(
			...["## 精选留言(2)", "写留言", "最新", "最热", "青禾", "置顶", "好吗？"],
			...["展开", "作者回复: 好。", "2024-03-04", "1", "3", "石川", "也好"],
			...["共 1 条评论", "2024-03-05", "2"],
		);
		expect(read.said).toEqual([
			["青禾", "好吗？", "2024-03-04"],
			["石川", "也好", "2024-03-05"],
		]);
		expect(read.answers).toEqual([["好。"], []]);
		expect(read.problems).toEqual([
			[9, "countUnclear"],
			[17, "countUnclear"],
		]);
	});
});

describe("comments whose names are marked", () => {
	it.each([
		["#### 青禾 2024-03-04", "#### 石川（2024-03-05）"],
		["**青禾** · Mar 4, 2024", "**石川** · March 5, 2024 at 10:30 PM"],
		["1楼 青禾 2024-03-04 10:11", "2楼 石川 2024-03-05 10:12"],
		["1. 青禾 2024-03-04", "2. 石川 2024-03-05"],
	])("begin at each such name: %s", (one, other) => {
		const lines = [one, "", "好。", "", "再看。", "", other, "", "也好。"];
		const read = parse("## 留言", ...lines);
		expect(read.said).toEqual([
			["青禾", "好。\n\n再看。", "2024-03-04"],
			["石川", "也好。", "2024-03-05"],
		]);
		expect(read.problems).toEqual([]);
		expect(read.markdown).toBe("正文。");
	});

	it("may be quotations, with answers", () => {
		const read = parse(
			...["## 精选留言", "> **青禾** 2024-03-04 12:30", ">", "> 好。", ">"],
			...["> 作者回复：谢谢", "", "> **石川** 2024-03-05", ">", "> 也好。"],
		);
		expect(read.said).toEqual([
			["青禾", "好。", "2024-03-04"],
			["石川", "也好。", "2024-03-05"],
		]);
		expect(read.answers).toEqual([["谢谢"], []]);
	});

	it("may be a list of names and words, with answers below", () => {
		const read = parse(
			...["## 评论区", "- 青禾：好吗？", "  - 作者回复：好。", "- 石川: 也好"],
		);
		expect(read.said).toEqual([
			["青禾", "好吗？", null],
			["石川", "也好", null],
		]);
		expect(read.answers).toEqual([["好。"], []]);
	});

	it("are left out where bold without a date may be part of the text", () => {
		const read = parse(
			...["## 精选留言", "**青禾** 2024-03-04", "好。", "**重点**", "再看。"],
		);
		expect(read.said).toEqual([["青禾", "好。", "2024-03-04"]]);
		expect(read.problems).toEqual([
			[8, "dateMissing"],
			[8, "commentDoubtful"],
		]);
	});
});

describe("comments without any date", () => {
	it.each([
		[["青禾", "好吗？", "", "石川", "也好", "第二行", "", "Kit", "学习了"]],
		[
			[
				"青禾",
				"",
				"好吗？",
				"",
				"石川",
				"",
				"也好，",
				"第二行。",
				"",
				"Kit",
				"",
				"是。",
			],
		],
	])("are told by their paragraphs under 精选留言: %j", (lines) => {
		const { said, problems } = parse("## 精选留言", ...lines);
		expect(said.map(([name]) => name)).toEqual(["青禾", "石川", "Kit"]);
		expect(said[0]).toEqual(["青禾", "好吗？", null]);
		expect(problems.map(([, reason]) => reason)).toEqual(
			Array(3).fill("dateMissing"),
		);
	});

	it.each([
		["## 精选留言", ["青禾", "", "学习了", "", "石川", "", "也好。"]],
		["## 留言", ["**青禾**", "", "好吗？", "", "**石川**", "", "也好。"]],
		["## 留言区", ["| 青禾 | 好吗？ |", "| --- | --- |", "| 石川 | 也好。 |"]],
	])(
		"stay text and are named where they are not certain: %s %j",
		(heading, lines) => {
			const read = parse(heading, "", ...lines);
			expect(read.said).toEqual([]);
			expect(read.markdown).toContain(lines.join("\n"));
			expect(read.problems).toEqual([[5, "commentsUnread"]]);
		},
	);
});

describe("text below the date of the last comment", () => {
	it.each([["石川", "也好。", "2024-03-05"], ["版权所有"]])(
		"is left out and named: %s",
		(...rest) => {
			const head = ["- 青禾 👍(3) 💬(1)", "好。", "2024-03-04", ""];
			const read = parse("## 精选留言", ...head, ...rest);
			expect(read.said).toEqual([["青禾", "好。", "2024-03-04"]]);
			expect(read.problems).toEqual([[10, "commentsRest"]]);
		},
	);

	it("is its answer if it says so", () => {
		const head = ["- 青禾 👍(3) 💬(1)", "好。", "2024-03-04"];
		const read = parse("## 精选留言", ...head, "", "作者回复：谢谢。");
		expect(read.said).toEqual([["青禾", "好。", "2024-03-04"]]);
		expect(read.answers).toEqual([["谢谢。"]]);
		expect(read.problems).toEqual([]);
	});
});

describe("an item of an HTML list without a name", () => {
	it("is named, and its counts are no name", () => {
		const item = "<span></span> 👍（0） 💬（0）<p>好</p>2024-03-04";
		const read = parse(
			"## 精选留言",
			`<ul><li><span>青禾</span> 👍（1） 💬（0）<p>好</p>2024-03-04</li>`,
			`<li>${item}</li></ul>`,
		);
		expect(read.said).toEqual([["青禾", "好", "2024-03-04"]]);
		expect(read.problems).toEqual([[7, "nicknameMissing"]]);
	});
});
