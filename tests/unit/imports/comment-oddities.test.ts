import { describe, expect, it } from "vitest";
import { parseText } from "#app/imports/source.ts";
import { FOUND, parse } from "#tests/unit/imports/comment-area.ts";

describe("a head with a place", () => {
	it.each([
		[
			"青禾 👍 3 · 2024-03-04 · 北京\n好吗？",
			"石川 👍 0 · 2024-03-05 · 上海\n也好。",
		],
		["青禾\n北京\n2024-03-04\n好吗？", "石川\n上海\n2024-03-05\n也好。"],
		[
			"2024-03-04 来自北京 - 青禾 👍(2) 💬(1)\n好吗？",
			"2024-03-05 来自上海 - 石川 👍(2) 💬(1)\n也好。",
		],
		[
			"- 青禾 👍(2) 💬(1) 来自北京\n好吗？\n2024-03-04",
			"- 石川 👍(2) 💬(1) · 上海\n也好。\n2024-03-05",
		],
	])("names it: %j", (one, other) => {
		const read = parse("## 精选留言", one, other);
		expect(read.said).toEqual(FOUND);
		expect(read.problems.map(([, reason]) => reason)).toEqual(
			Array(2).fill("placeLeft"),
		);
	});
});

describe("names as pages write them", () => {
	it.each([
		["【青禾】2024-03-04\n好吗？", "【石川】2024-03-05\n也好。"],
		["青禾 ｜ 2024-03-04\n好吗？", "石川 ｜ 2024-03-05\n也好。"],
		["(1) 青禾\n好吗？\n2024-03-04", "(2) 石川\n也好。\n2024-03-05"],
		[
			"![](https://example.com/a.png)\n\n青禾\n\n好吗？\n\n2024-03-04\n",
			"![](https://example.com/b.png)\n\n石川\n\n也好。\n\n2024-03-05",
		],
		[
			"![avatar](https://example.com/a.png) **青禾** · 2024-03-04\n\n好吗？\n\n回复\n",
			"![avatar](https://example.com/b.png) **石川** · 2024-03-05\n\n也好。\n\n回复",
		],
		["作者置顶\n青禾\n2024-03-04\n好吗？", "石川\n2024-03-05\n也好。"],
		[
			"—— 青禾 👍2 💬1\n好吗？\n2024-03-04",
			"—— 石川 👍2 💬1\n也好。\n2024-03-05",
		],
	])("are the names alone: %j", (one, other) => {
		const read = parse("## 精选留言", one, other);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
	});
});

describe("a head unlike the others", () => {
	it.each([
		[
			8,
			"**青禾** 2024-03-04\n好吗？\nKit 2024-03-06\n是。\n**石川** 2024-03-05\n也好。",
		],
		[9, "青禾\n好吗？\n\nKit\n是。\n2024-03-04\n\n石川\n也好。\n2024-03-05"],
	])("leaves out the comment above, and line %i is named", (line, text) => {
		const lead = line === 8 ? [] : ["三水\n好。\n2024-03-03\n"];
		const read = parse("## 精选留言", ...lead, text);
		expect(read.said.at(-1)).toEqual(FOUND[1]);
		expect(read.said.map(([name]) => name)).not.toContain("青禾");
		expect(read.problems).toEqual([
			[line + 4 * lead.length, "commentDoubtful"],
		]);
	});

	it("is no comment where a heading may be a part of the text above", () => {
		const read = parse(
			...["## 精选留言", "### 青禾", "2024-03-04", "### 问题", "好吗？"],
			...["### 石川", "2024-03-05", "也好。"],
		);
		expect(read.said).toEqual([FOUND[1]]);
		expect(read.problems).toEqual([
			[6, "commentEmpty"],
			[8, "dateMissing"],
			[8, "commentDoubtful"],
		]);
	});
});

describe("a date that is not a comment's own", () => {
	it("is no date in code", () => {
		const code = "```\n2024-01-01\nx = 1\n```";
		const read = parse(
			...["## 精选留言", "青禾", `好吗？\n${code}`, "2024-03-04", ""],
			...["石川", "也好。", "2024-03-05"],
		);
		expect(read.problems).toEqual([]);
		expect(read.said[0]).toEqual(["青禾", `好吗？\n${code}`, "2024-03-04"]);
	});

	it("makes a comment doubtful if it ends a line as a head would, without its hour", () => {
		const read = parse(
			...["## 精选留言", "青禾 2024-03-04 10:30", "好吗？"],
			...["过期时间 2024-05-01", "石川 2024-03-05 10:30", "也好。"],
		);
		expect(read.said).toEqual([FOUND[1]]);
		expect(read.problems).toEqual([[8, "commentDoubtful"]]);
	});
});

describe("an answer headed by 作者 回复 NAME", () => {
	it("is the source's", () => {
		const { lesson } = parseText(
			"# 题\n\n文。\n\n## 精选留言\n青禾\n好吗？\n\n作者 回复 青禾\n好。\n2024-03-04",
			"a.md",
			"markdown",
		);
		expect(lesson?.comments).toMatchObject([
			{ text: "好吗？", answers: [{ name: "作者", text: "好。" }] },
		]);
	});
});

describe("an area in a fold", () => {
	it("goes with its fold", () => {
		const read = parse(
			...["<details>", "<summary>精选留言</summary>", ""],
			...["青禾", "好吗？", "2024-03-04", ""],
			...["石川", "也好。", "2024-03-05", "", "</details>"],
		);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
		expect(read.markdown).toBe("正文。");
	});
});

describe("a comment without words", () => {
	it("keeps a place as its words, though others begin with one", () => {
		const read = parse(
			...["- 青禾 👍(2) 💬(1)", "北京", "2024-03-04"],
			...["- 石川 👍(2) 💬(1)", "上海", "人多。", "2024-03-05"],
		);
		expect(read.said.map(([, text]) => text)).toEqual(["北京", "上海\n人多。"]);
		expect(read.problems).toEqual([[9, "placeUnclear"]]);
	});

	it("may stand above a line that reads like a heading", () => {
		const read = parse(
			...["## 精选留言", "青禾", "好吗？", "2024-03-04"],
			...["石川", "也好。", "2024-03-05", "评论 3"],
		);
		expect(read.said).toEqual(FOUND);
	});

	it("gives no other one's name or words away: a button's word may be its text", () => {
		const read = parse(
			...["## 精选留言", "青禾", "点赞", "2024-03-04"],
			...["石川", "也好。", "2024-03-05", "Kit", "是。", "2024-03-06"],
		);
		expect(read.said).toEqual([
			["石川", "也好。", "2024-03-05"],
			["Kit", "是。", "2024-03-06"],
		]);
		expect(read.problems).toEqual([[6, "commentEmpty"]]);
	});

	it.each([
		["青禾", "2024-03-04", "石川", "也好。", "2024-03-05"],
		["青禾", "2024-03-04", "好吗？", "石川", "2024-03-05"],
	])(
		"leaves the area unread where dates do not tell whose it is",
		(...lines) => {
			const read = parse("## 精选留言", ...lines);
			expect(read.said).toEqual([]);
			expect(read.problems).toEqual([[5, "commentsUnread"]]);
		},
	);
});
