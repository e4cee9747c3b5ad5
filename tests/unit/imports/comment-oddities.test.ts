import { describe, expect, it } from "vitest";
import { parseText } from "#app/imports/source.ts";

function parse(...lines: string[]) {
	const text = ["# 标题", "", "正文。", "", ...lines].join("\n");
	const { lesson, problems } = parseText(text, "标题.md", "markdown");
	const comments = lesson?.comments ?? [];
	return {
		markdown: lesson?.markdown,
		problems: problems.map(({ line, reason }) => [line, reason]),
		said: comments.map(({ nickname, text, date }) => [nickname, text, date]),
	};
}

const FOUND = [
	["青禾", "好吗？", "2024-03-04"],
	["石川", "也好。", "2024-03-05"],
];

describe("a head with a place", () => {
	it.each([
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
