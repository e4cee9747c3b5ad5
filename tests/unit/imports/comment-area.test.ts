import { describe, expect, it } from "vitest";
import { parseText } from "#app/imports/source.ts";

type Format = "document" | "markdown";

const TITLES = { document: "标题", markdown: "# 标题" };

function parse(format: Format, ...lines: string[]) {
	const text = [TITLES[format], "", "正文。", "", ...lines].join("\n");
	const { lesson, problems } = parseText(text, "标题.md", format);
	return {
		comments: lesson?.comments ?? [],
		markdown: lesson?.markdown,
		problems: problems.map(({ line, reason }) => [line, reason]),
	};
}

const said = ({ comments }: ReturnType<typeof parse>) =>
	comments.map(({ nickname, text, date }) => [nickname, text, date]);

const ITEMS = [
	"<div><strong>精选留言（2）</strong></div><ul>",
	'<li><img src="https://example.com/a.jpg" width="30px"><span>青禾(南京)</span> 👍（14） 💬（1）<div>第一行 A&#47;B',
	"1. 当 n&gt;=5 时</div>2024-03-04</li><br/><li><span>Kit_01</span> 👍（3） 💬（0）<p>很好。</p><p>作者回复：谢谢。</p>2024-03-05</li><br/>",
	"</ul>",
];

const FOUND = [
	["青禾(南京)", "第一行 A/B\n1. 当 n>=5 时", "2024-03-04"],
	["Kit_01", "很好。", "2024-03-05"],
];

describe.each<Format>(["document", "markdown"])(
	"comments in a %s",
	(format) => {
		it("may be an HTML list", () => {
			const read = parse(format, ...ITEMS);
			expect(read.problems).toEqual([]);
			expect(said(read)).toEqual(FOUND);
			expect(read.comments).toMatchObject([
				{ votes: 14, repliesInSource: 1, line: 6, order: 1 },
				{ votes: 3, answers: [{ name: "作者", text: "谢谢。" }], line: 7 },
			]);
			expect(read.markdown).toBe("正文。");
		});

		it("may be an HTML list without a heading, with each head on its own line", () => {
			const list = ITEMS.slice(1).join("\n").replaceAll("<li>", "<li>\n");
			const read = parse(format, "<ul>", list, "", "下一讲见。");
			expect(said(read)).toEqual(FOUND);
			expect(read.markdown).toMatch(/^正文。\s+下一讲见。$/);
		});

		it("may be an HTML list of names, texts, answers and dates without counts", () => {
			const read = parse(
				format,
				"## 精选留言(2)".slice(format === "document" ? 3 : 0),
				'<ul><li>\n<div class="a"><img src="https://example.com/a.jpg"\n  class="b">',
				'<div class="c"><span>青禾</span>\n</div>\n<div class="d">好。<br>真好。</div>',
				'<div class="e">\n<p class="f">作者回复: 谢谢</p>\n</div>',
				'<div class="g">2024-03-04</div>\n</div>\n</li>',
				"<li><span>石川</span><div>也好。</div><div>2024-03-05</div></li></ul>",
			);
			expect(read.problems).toEqual([]);
			expect(said(read)).toEqual([
				["青禾", "好。\n真好。", "2024-03-04"],
				["石川", "也好。", "2024-03-05"],
			]);
			expect(read.comments[0]?.answers).toMatchObject([{ text: "谢谢" }]);
		});

		it("may be a list of bullets", () => {
			const read = parse(
				format,
				...["* 青禾 👍(2) 💬(0)", "  好。", "", "  2024-03-04"],
				...[
					"* 石川 👍(1) 💬(0)",
					"  也好。",
					"",
					"  作者回复：谢谢。",
					"  2024-03-05",
				],
			);
			expect(read.problems).toEqual([]);
			expect(said(read)).toEqual([
				["青禾", "好。", "2024-03-04"],
				["石川", "也好。", "2024-03-05"],
			]);
			expect(read.markdown).toBe("正文。");
		});

		it.each([
			"精选留言",
			"精选留言 (3)",
			"全部留言（3条）",
			"💬 评论区",
			"Comments",
		])("may be names, texts and dates under %s", (heading) => {
			const read = parse(
				format,
				format === "markdown" ? `## ${heading}` : heading,
				...[
					"",
					"青禾",
					"",
					"",
					"好在哪里？",
					"",
					"再看。",
					"",
					"2024-03-04",
					"",
				],
				...[
					"作者回复：见上。",
					"",
					"",
					"石川",
					"",
					"",
					"也好。",
					"",
					"2024-03-05",
				],
				...["", "", "Kit", "", "", "学习了"],
			);
			expect(read.problems).toEqual([[27, "dateMissing"]]);
			expect(said(read)).toEqual([
				["青禾", "好在哪里？\n\n再看。", "2024-03-04"],
				["石川", "也好。", "2024-03-05"],
				["Kit", "学习了", null],
			]);
			expect(read.comments[0]?.answers).toMatchObject([{ text: "见上。" }]);
			expect(read.markdown).toBe("正文。");
		});

		it.each([
			["青禾\n2024-03-04 21:30\n好。\n\n真好。\n石川\n2024-03-05\n也好。"],
			[
				"青禾 2024-03-04 21:30\n好。\n\n真好。\n石川 · 2024-03-05 08:10\n也好。",
			],
			[
				"青禾\n\n2024-03-04\n\n好。\n\n真好。\n\n回复\n\n石川\n\n2024-03-05\n\n也好。",
			],
		])("may have each date at its name: %j", (text) => {
			const heading = format === "markdown" ? "**精选留言**" : "精选留言";
			const read = parse(format, heading, "", text);
			expect(read.problems).toEqual([]);
			expect(said(read)).toEqual([
				["青禾", "好。\n\n真好。", "2024-03-04"],
				["石川", "也好。", "2024-03-05"],
			]);
		});

		it("may have each date at its name, and answers below", () => {
			const heading = format === "markdown" ? "## 全部评论" : "全部评论";
			const read = parse(
				format,
				...[heading, "青禾", "2024-03-04", "好。", "作者回复：谢谢。"],
				...["石川", "2024-03-05", "也好。"],
			);
			expect(read.problems).toEqual([]);
			expect(read.comments).toMatchObject([
				{ date: "2024-03-04", answers: [{ text: "谢谢。" }] },
				{ date: "2024-03-05", answers: [] },
			]);
		});

		it("may have the counts below the name or the date", () => {
			const heading = format === "markdown" ? "### 全部评论" : "全部评论";
			const below = parse(
				format,
				...[
					heading,
					"青禾",
					"👍 3 💬 1",
					"好。",
					"2024-03-04",
					"石川",
					"也好。",
				],
				...["2024-03-05", "👍 1.2k 💬 0"],
			);
			expect(below.problems).toEqual([]);
			expect(below.comments).toMatchObject([
				{ nickname: "青禾", text: "好。", votes: 3, repliesInSource: 1 },
				{ nickname: "石川", text: "也好。", votes: 1200 },
			]);
		});

		it("is left out and named where two could be meant", () => {
			const heading = format === "markdown" ? "## 精选留言" : "精选留言";
			const read = parse(
				format,
				...[
					heading,
					"",
					"青禾",
					"",
					"好。",
					"",
					"石川",
					"",
					"也好。",
					"",
					"2024-03-04",
				],
				...["", "Kit", "", "很好。", "", "2024-03-05"],
			);
			expect(said(read)).toEqual([["Kit", "很好。", "2024-03-05"]]);
			expect(read.problems).toContainEqual([11, "commentDoubtful"]);
		});

		it("is the lesson's text, and named, where it is not understood", () => {
			const heading = format === "markdown" ? "## 精选留言" : "精选留言";
			const read = parse(
				format,
				heading,
				"",
				"这一讲的留言很多，我们下次再谈。",
			);
			expect(read.comments).toEqual([]);
			expect(read.markdown).toContain("这一讲的留言很多");
			expect(read.problems).toEqual([[5, "commentsUnread"]]);
		});
	},
);

describe("the comments of a Markdown file", () => {
	it("end at the next heading of their level", () => {
		const read = parse(
			"markdown",
			...["## 精选留言", "", "- 青禾 👍(2) 💬(0)", "好。", "", "### 小节", ""],
			...["2024-03-04", "", "## 参考", "", "一本书。"],
		);
		expect(said(read)).toEqual([["青禾", "好。\n\n### 小节", "2024-03-04"]]);
		expect(read.markdown).toMatch(/^正文。\s+## 参考\n\n一本书。$/);
	});

	it("do not take the end of a fold with them", () => {
		const fold = ["<details>", "", "答。", "", "</details>"];
		const read = parse("markdown", ...fold, "", ...ITEMS.slice(1));
		expect(said(read)).toEqual(FOUND);
		expect(read.markdown).toBe(["正文。", "", ...fold].join("\n"));
	});

	it("are not read in code", () => {
		const code = ["```", "- 青禾 👍(2) 💬(0)", "好。", "2024-03-04", "```"];
		const read = parse("markdown", ...code);
		expect(read.comments).toEqual([]);
		expect(read.markdown).toContain(code.join("\n"));
		expect(read.problems).toEqual([]);
	});

	it("do not take a section of the lesson with them", () => {
		const read = parse("markdown", "## 评论", "", "怎样写好一段评论？先读。");
		expect(read.markdown).toContain("## 评论");
		expect(read.problems).toEqual([]);
	});
});

describe("a comment that shows markup", () => {
	it("keeps it outside an HTML list", () => {
		const read = parse(
			"document",
			...[
				"- 青禾 👍(2) 💬(0)",
				"用 <li> 与 <b> 两个标签",
				"</ul>",
				"2024-03-04",
			],
		);
		expect(said(read)).toEqual([
			["青禾", "用 <li> 与 <b> 两个标签\n</ul>", "2024-03-04"],
		]);
	});
});
