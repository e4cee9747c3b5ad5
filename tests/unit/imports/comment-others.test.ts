import { describe, expect, it } from "vitest";
import { parseText } from "#app/imports/source.ts";
import { FOUND, parse } from "#tests/unit/imports/comment-area.ts";

describe("a comment without a date among others that have one", () => {
	it.each([
		["青禾\n2024-03-04\n好吗？", "Kit\n是。", "石川\n2024-03-05\n也好。", 9],
		["青禾 2024-03-04\n好吗？", "Kit\n是。", "石川 2024-03-05\n也好。", 8],
		["青禾 2024-03-04\n好吗？\n", "Kit\n是。\n", "石川 2024-03-05\n也好。", 9],
		["青禾\n好吗？\n2024-03-04", "Kit\n是。", "石川\n也好。\n2024-03-05", 11],
	])("never gives its words to another: %j", (one, other, last, line) => {
		const read = parse("## 精选留言", one, other, last);
		const said = read.said.flat().join();
		expect(said).not.toMatch(/是。|Kit/);
		expect(read.problems).toContainEqual([line, "commentDoubtful"]);
	});

	it("is none where code or the end of a comment looks so", () => {
		const read = parse(
			...[
				"## 精选留言",
				"青禾 2024-03-04",
				"好吗？",
				"```",
				"pass",
				"x",
				"```",
			],
			...["石川 2024-03-05", "也好。", "谢谢"],
		);
		expect(read.problems).toEqual([]);
		expect(read.said.map(([, text]) => text)).toEqual([
			"好吗？\n```\npass\nx\n```",
			"也好。\n谢谢",
		]);
	});
});

describe("what a page shows of its members", () => {
	it.each([
		["青禾\nV5\n2024-03-04\n好吗？", "石川\nLv.3\n2024-03-05\n也好。"],
		["青禾\nV5\n好吗？\n2024-03-04\n", "石川\nV1\n也好。\n2024-03-05"],
		["青禾 Lv.2 2024-03-04\n好吗？", "石川 Lv.3 2024-03-05\n也好。"],
	])("is no part of a name or of words: %j", (one, other) => {
		const read = parse("## 精选留言", one, other);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
	});

	it("is named if it is a number that nobody can tell", () => {
		for (const [one, other] of [
			["1 青禾 2\n好吗？\n2024-03-04", "2 石川 0\n也好。\n2024-03-05"],
			["青禾\n12\n好吗？\n2024-03-04\n", "石川\n0\n也好。\n2024-03-05"],
		]) {
			const read = parse("## 精选留言", one ?? "", other ?? "");
			expect(read.problems.map(([, reason]) => reason)).toEqual(
				Array(2).fill("countUnclear"),
			);
			expect(read.said).toEqual(FOUND);
		}
	});

	it("may be all that tells names apart", () => {
		const read = parse(
			...[
				"## 精选留言",
				"学员 1\n好吗？\n2024-03-04",
				"学员 2\n也好。\n2024-03-05",
			],
		);
		expect(read.problems).toEqual([]);
		expect(read.said.map(([name]) => name)).toEqual(["学员 1", "学员 2"]);
	});

	it("leaves the area unread where numbers stand alone above the names", () => {
		const read = parse(
			...["## 精选留言", "1\n青禾\n好吗？\n2024-03-04\n"],
			"2\n石川\n也好。\n2024-03-05",
		);
		expect(read.said).toEqual([]);
		expect(read.problems).toEqual([[5, "commentsUnread"]]);
	});
});

describe("an answer that a page numbers", () => {
	it.each([
		"青禾\n好吗？\n2024-03-04\n老师\n1\n是。\n2024-03-06",
		"青禾\n好吗？\n老师\n1\n是。\n2024-03-04",
		"- 青禾 👍(1) 💬(1)\n好吗？\n老师\n1\n是。\n2024-03-04",
	])("comes in under nobody's name, and is named: %j", (text) => {
		const other = text.startsWith("-") ? "- 石川 👍(0) 💬(0)" : "石川";
		const read = parse("## 精选留言", text, `${other}\n也好。\n2024-03-05`);
		expect(read.said.flat().join()).not.toContain("是。");
		expect(read.said.at(-1)).toEqual(FOUND[1]);
		expect(read.problems.map(([, reason]) => reason)).toContain(
			"commentDoubtful",
		);
	});
});

describe("- NAME 👍 without a number", () => {
	it("is a head below a date", () => {
		const read = parse(
			...["- 青禾 👍(2) 💬(0)", "好吗？", "2024-03-04"],
			...["- 石川 👍", "也好。", "2024-03-05"],
		);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
	});

	it("makes the comment above doubtful elsewhere", () => {
		const read = parse(
			...["- 青禾 👍(2) 💬(0)", "好吗？", "- Kit 👍", "是。", "2024-03-04"],
			...["- 石川 👍(0) 💬(0)", "也好。", "2024-03-05"],
		);
		expect(read.problems).toEqual([[7, "commentDoubtful"]]);
		expect(read.said).toEqual([FOUND[1]]);
	});
});

describe("a list of names and words", () => {
	it("knows what is no name, and leaves that comment out", () => {
		const read = parse(
			...["## 精选留言", "- 青禾：好吗？", "- 注意：有坑。", "- 石川：也好。"],
		);
		expect(read.said).toEqual([["石川", "也好。", null]]);
		expect(read.problems).toContainEqual([7, "commentDoubtful"]);
	});

	it("keeps the points below a comment in it", () => {
		const read = parse("## 精选留言", "- 石川：也好。", "  - 批量：2");
		expect(read.said).toEqual([["石川", "也好。\n  - 批量：2", null]]);
	});

	it("is no list of comments if it begins with a label", () => {
		const read = parse("## 精选留言", "- 注意：有坑。", "- 批量：2");
		expect(read.said).toEqual([]);
		expect(read.problems).toEqual([[5, "commentsUnread"]]);
	});

	it("may be HTML", () => {
		const read = parse(
			...["## 精选留言", "<ul>", "<li>青禾：好吗？</li>"],
			...["<li>石川：也好。</li>", "</ul>"],
		);
		expect(read.said).toEqual([
			["青禾", "好吗？", null],
			["石川", "也好。", null],
		]);
	});
});

describe("an answer below a comment", () => {
	const answered = (...lines: string[]) =>
		parseText(
			["# 题", "", "文。", "", "## 精选留言", ...lines].join("\n"),
			"a.md",
			"markdown",
		).lesson?.comments.map(({ text, answers }) => [
			text,
			...answers.map((answer) => answer.text),
		]);
	const both = [["好吗？", "是。"], ["也好。"]];

	it("may have a heading", () => {
		expect(
			answered(
				"### 青禾",
				"好吗？",
				"#### 作者回复",
				"是。",
				"### 石川",
				"也好。",
			),
		).toEqual(both);
	});

	it("may be a point of its list", () => {
		expect(
			answered(
				...["- **青禾** 2024-03-04", "  好吗？", "  - **作者**：是。"],
				...["- **石川** 2024-03-05", "  也好。"],
			),
		).toEqual(both);
	});

	it("may stand in a paragraph of its own", () => {
		expect(
			answered(
				...["青禾", "2024-03-04", "好吗？", "", "作者回复", "是。", ""],
				...["石川", "2024-03-05", "也好。"],
			),
		).toEqual(both);
	});

	it("makes the comment doubtful if another one gave it", () => {
		const read = parse(
			...["## 精选留言", "- **青禾** 2024-03-04", "  好吗？"],
			...["- **石川** 2024-03-05", "  也好。", "  - **青禾**：谢谢。"],
		);
		expect(read.said).toEqual([FOUND[0]]);
		expect(read.problems).toEqual([[10, "commentDoubtful"]]);
	});
});

describe("a button behind a date", () => {
	it("is no count of that day", () => {
		const read = parse(
			...["## 精选留言", "青禾", "好吗？", "2024-03-04 回复 3", ""],
			...["石川", "也好。", "2024-03-05 回复"],
		);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
	});
});

describe("what a lesson defines below its comments", () => {
	it("stays the lesson's", () => {
		const { lesson, problems } = parseText(
			[
				...[
					"# 题",
					"",
					"见[文][a]、![图][b]与[^1]。",
					"",
					"## 精选留言",
					"青禾",
					"好吗？",
				],
				...[
					"2024-03-04",
					"",
					"[a]: https://a.b/c",
					"[b]: b.png",
					"[^1]: 注",
					"",
					"    又注",
				],
			].join("\n"),
			"a.md",
			"markdown",
		);
		expect(lesson?.comments).toHaveLength(1);
		expect(lesson?.markdown).toContain("[a]: https://a.b/c");
		expect(lesson?.markdown).toMatch(/\[\^1\]: 注\n\n {4}又注$/);
		expect(problems).toMatchObject([{ line: 3, reason: "imageLocal" }]);
	});
});

describe("a timeline", () => {
	it.each([
		["2017-06-12", "一", "2018-10-11", "二", "2020-05-28", "三"],
		["一", "2017-06-12", "二", "2018-10-11", "三", "2020-05-28"],
	])("is not suspected to be comments", (...lines) => {
		expect(parse(...lines).problems).toEqual([]);
	});

	it("is told from comments without a heading", () => {
		const read = parse(
			...["青禾", "2024-03-04", "好吗？", "石川", "2024-03-05", "也好。"],
		);
		expect(read.problems).toEqual([[6, "commentsSuspected"]]);
	});
});
