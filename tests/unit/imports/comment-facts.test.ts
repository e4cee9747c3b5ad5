import { describe, expect, it } from "vitest";
import { parseText } from "#app/imports/source.ts";

function parse(...lines: string[]) {
	const text = ["# 标题", "", "正文。", "", ...lines].join("\n");
	const { lesson, problems } = parseText(text, "标题.md", "markdown");
	const comments = lesson?.comments ?? [];
	return {
		comments,
		markdown: lesson?.markdown,
		problems: problems.map(({ line, reason }) => [line, reason]),
		said: comments.map(({ nickname, text, date }) => [nickname, text, date]),
	};
}

const FOUND = [
	["青禾", "好吗？", "2024-03-04"],
	["石川", "也好。", "2024-03-05"],
];

describe("the place of a commenter", () => {
	it.each([
		["青禾\n北京\n好吗？\n2024-03-04", "石川\n浙江杭州\n也好。\n2024-03-05"],
		[
			"青禾\n\n来自北京\n\n好吗？\n\n2024-03-04\n",
			"石川\n\n来自上海\n\n也好。\n\n2024-03-05",
		],
		[
			"青禾\n2024-03-04 来自北京\n好吗？",
			"石川\n2024-03-05 来自新加坡\n也好。",
		],
		[
			"青禾\n好吗？\n2024-03-04 · IP 属地北京",
			"石川\n也好。\n2024-03-05 · IP 属地上海",
		],
		["青禾 来自北京\n好吗？\n2024-03-04", "石川 来自上海\n也好。\n2024-03-05"],
		["青禾 北京\n好吗？\n2024-03-04", "石川 上海\n也好。\n2024-03-05"],
		["**青禾** 北京 2024-03-04\n好吗？", "**石川** 上海 2024-03-05\n也好。"],
		[
			"- 青禾 👍(2) 💬(1)\n北京\n好吗？\n2024-03-04",
			"- 石川 👍(2) 💬(1)\n上海\n也好。\n2024-03-05 来自上海",
		],
	])("is named, and neither the name nor the words: %j", (one, other) => {
		const read = parse("## 精选留言", one, other);
		expect(read.said).toEqual(FOUND);
		const reasons = new Set(read.problems.map(([, reason]) => reason));
		expect([...reasons]).toEqual(["placeLeft"]);
	});

	it("stays in the words, and is named, if few comments have one", () => {
		const read = parse(
			...["## 精选留言", "青禾", "北京", "好吗？", "2024-03-04"],
			...["石川", "也好。", "2024-03-05", "Kit", "很好。", "2024-03-06"],
		);
		expect(read.said[0]).toEqual(["青禾", "北京\n好吗？", "2024-03-04"]);
		expect(read.problems).toEqual([[7, "placeUnclear"]]);
	});

	it("stays if it is all that a comment says", () => {
		const read = parse(
			...["## 精选留言", "青禾", "北京", "2024-03-04"],
			...["石川", "上海", "2024-03-05"],
		);
		expect(read.said.map(([, text]) => text)).toEqual(["北京", "上海"]);
		expect(read.problems).toEqual([]);
	});
});

describe("dates and counts beside names and texts", () => {
	it.each([
		[
			"### 青禾\n👍 2\n2024-03-04\n好吗？",
			"### 石川\n👍 3\n2024-03-05\n也好。",
		],
		[
			"### 青禾\n\n2024-03-04\n\n👍 2\n\n好吗？\n",
			"### 石川\n\n2024-03-05\n\n👍 3\n\n也好。",
		],
		[
			"青禾 | 2024-03-04 | 👍 2\n\n好吗？\n",
			"石川 | 2024-03-05 | 👍 3\n\n也好。",
		],
		[
			"[青禾](https://example.com/1) · 2024-03-04 · 赞 2\n好吗？\n",
			"[石川](https://example.com/2) · 2024-03-05 · 赞 3\n也好。",
		],
		["青禾\n好吗？\n2024-03-04\n赞同 2\n", "石川\n也好。\n2024-03-05\n3 赞"],
		[
			"- 青禾（赞 2）\n  好吗？\n  2024-03-04",
			"- 石川（赞 3）\n  也好。\n  2024-03-05",
		],
		["青禾 👍(2)\n好吗？\n2024-03-04\n", "石川 👍（3）\n也好。\n2024-03-05"],
		[
			"---\n**青禾**\n👍 2\n发布于 2024-03-04\n好吗？\n",
			"---\n**石川**\n👍 3\n发布于 2024-03-05\n也好。\n---",
		],
		[
			"- 青禾 👍(2) 💬(0)\n好吗？\n2024-03-04 10:11",
			"- 石川 👍(3)\n也好。\n2024-03-05 10:12",
		],
	])("are told from them: %j", (one, other) => {
		const read = parse("## 精选留言", one, other);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
		expect(read.comments.map(({ votes }) => votes)).toEqual([2, 3]);
	});

	it.each([
		["**青禾** (2024/3/4 10:00)：好吗？", "**石川** (2024/3/5 10:00)：也好。"],
		[
			"**青禾** commented on Mar 4, 2024\n\n好吗？\n",
			"**石川** commented on Mar 5, 2024\n\n也好。",
		],
		[
			"### 青禾 — 2024-03-04T10:11:12Z\n好吗？\n",
			"### 石川 — 2024-03-05T10:11:12Z\n也好。",
		],
		["青禾\n\n好吗？\n\n*2024-03-04*\n", "石川\n\n也好。\n\n*2024-03-05*"],
		[
			"最新 最热\n青禾\n好吗？\n2024-03-04\n",
			"石川\n也好。\n2024-03-05\n展开 收起",
		],
		[
			"昵称：青禾\n内容：好吗？\n时间：2024-03-04\n",
			"昵称：石川\n内容：也好。\n时间：2024-03-05",
		],
	])("are told from names that pages write so: %j", (one, other) => {
		const read = parse("## 留言精选", one, other);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
	});

	it("are no names where a text ends in a date", () => {
		const read = parse(
			...["## 精选留言", "青禾 2024-03-04 10:11", "好吗？"],
			...["定在 2024/5/6", "石川 2024-03-05 10:12", "也好。"],
		);
		expect(read.said).toEqual([FOUND[1]]);
		expect(read.problems).toEqual([[8, "commentDoubtful"]]);
	});

	it("are named where a name's number counts what nobody can tell", () => {
		const read = parse(
			"## 精选留言",
			"- 青禾 (2)：好吗？",
			"- 石川 (1.2k)：好",
		);
		expect(read.said.map(([name]) => name)).toEqual(["青禾", "石川"]);
		expect(read.problems).toContainEqual([6, "countUnclear"]);
	});

	it("leave the name of who is answered to the words", () => {
		const read = parse(
			...["## 精选留言", "青禾 回复 石川", "2024-03-04", "同意。"],
			...["石川", "2024-03-05", "也好。"],
		);
		expect(read.said[0]).toEqual(["青禾", "回复 石川：同意。", "2024-03-04"]);
	});
});

describe("comments in a table", () => {
	it("are told by its head", () => {
		const read = parse(
			...["## 精选留言", "| 昵称 | 留言 | 点赞 | 时间 | 作者回复 |"],
			...["| --- | --- | --- | --- | --- |"],
			...["| 青禾 | a\\|b<br>好吗？ | 1.2k | 2024-03-04 | 好 |"],
			...["| 石川 | 也好。 | 3 | 2024-03-05 | |", "| Kit | 是 |"],
		);
		expect(read.said).toEqual([
			["青禾", "a|b\n好吗？", "2024-03-04"],
			["石川", "也好。", "2024-03-05"],
		]);
		expect(read.comments).toMatchObject([
			{ votes: 1200, answers: [{ name: "作者", text: "好" }] },
			{ votes: 3, answers: [] },
		]);
		expect(read.problems).toContainEqual([10, "commentDoubtful"]);
	});

	it("are named where its head does not tell them", () => {
		const read = parse(
			"## 精选留言",
			"| a | b |",
			"| - | - |",
			"| 青禾 | 好 |",
		);
		expect(read.said).toEqual([]);
		expect(read.problems).toEqual([[5, "commentsUnread"]]);
	});
});

describe("comments in other HTML than a list", () => {
	it("are read as it is shown", () => {
		const item = (name: string, day: string, text: string) =>
			`<div class="c"><span class="n">${name}</span><time>${day}</time><p>${text}</p></div>`;
		const read = parse(
			...["## 精选留言", "", '<div class="comments">'],
			...[item("青禾", "2024-03-04", "好吗？")],
			...[item("石川", "2024-03-05", "也好。"), "</div>"],
		);
		expect(read.problems).toEqual([]);
		expect(read.said).toEqual(FOUND);
	});

	it("keep coloured code as it is", () => {
		const code =
			'<pre><code><span class="k">get</span>(<span class="s">1</span>)</code></pre>';
		const read = parse(
			`<ul><li><span class="n">青禾</span> 👍（1） 💬（0）${code}2024-03-04</li></ul>`,
		);
		expect(read.said).toEqual([["青禾", "get(1)", "2024-03-04"]]);
	});
});

describe("comments without a heading above", () => {
	it.each([
		[
			6,
			"<ul>\n<li><b>青禾</b><p>好吗？</p><p>2024-03-04</p></li>\n<li><b>石川</b><p>也好。</p><p>2024-03-05</p></li>\n</ul>",
		],
		[
			5,
			'<ul><li><b>青禾</b>：好吗？<span class="t">2024-03-04</span></li>\n<li><b>石川</b>：也好。<span class="t">2024-03-05</span></li></ul>',
		],
		[7, "青禾\n好吗？\n2024-03-04\n\n石川\n也好。\n2024-03-05"],
		[5, "青禾 2024-03-04 👍2\n好吗？\n石川 2024-03-05 👍1\n也好。"],
		[5, "| 昵称 | 留言 |\n| --- | --- |\n| 青禾 | 好吗？ |"],
		[
			5,
			"> **青禾** · 2024-03-04\n>\n> 好吗？\n\n> **石川** · 2024-03-05\n>\n> 也好。",
		],
		[6, "青禾：好吗？\n作者回复：好。"],
	])("stay text, and line %i is named", (line, text) => {
		const read = parse(text, "", "下一讲见。");
		expect(read.said).toEqual([]);
		expect(read.markdown).toContain(text);
		const reasons = read.problems.filter(
			([, reason]) => reason !== "markUnread",
		);
		expect(reasons).toEqual([[line, "commentsSuspected"]]);
	});

	it.each([
		["发布于 2024-03-04\n更新于 2024-03-05\n\n好。"],
		["- 第一版 2024-03-04\n- 第二版 2024-03-05"],
		["```\n2024-03-04\nx\n2024-03-05\n```"],
	])("are not suspected in %j", (text) => {
		expect(parse(text).problems).toEqual([]);
	});
});

describe("a comment whose head is not read", () => {
	it("is not given to the one above its date, and is named", () => {
		const read = parse(
			...["- 青禾 👍(2) 💬(0)", "好吗？", "2024-03-04"],
			...["石川", "也好。", "2024-03-05", "- Kit 👍(1) 💬(0)", "是。"],
			"2024-03-06",
		);
		expect(read.said).toEqual([["Kit", "是。", "2024-03-06"]]);
		expect(read.problems).toEqual([[8, "commentDoubtful"]]);
	});

	it("does not take the comments below it under 精选留言", () => {
		const lines = ["青禾", "赞 2", "好吗？", "石川", "赞 1", "也好"];
		const read = parse("## 精选留言", ...lines);
		expect(read.said).toEqual([]);
		expect(read.markdown).toContain(lines.join("\n"));
		expect(read.problems).toEqual([[5, "commentsUnread"]]);
	});
});
