import { describe, expect, it } from "vitest";
import { parseComments } from "#app/imports/comments.ts";
import { sourceLines } from "#app/imports/source-lines.ts";
import { processorTime } from "#tests/support/processor-time.ts";

function parse(...lines: string[]) {
	return parseComments(sourceLines(lines.join("\n")), false);
}

describe("the comment area", () => {
	it("gives each comment the date after its text, its votes and its place", () => {
		const { comments, problems } = parse(
			"- 阿澄 👍(3) 💬(1)",
			"词表那段讲得清楚。",
			"2024-06-07 - 半夏 👍(0) 💬(0)",
			"第一行",
			"",
			"第三行",
			"2024-06-05",
		);
		expect(problems).toEqual([]);
		expect(comments).toEqual([
			{
				nickname: "阿澄",
				votes: 3,
				repliesInSource: 1,
				text: "词表那段讲得清楚。",
				answers: [],
				date: "2024-06-07",
				line: 1,
				order: 1,
			},
			{
				nickname: "半夏",
				votes: 0,
				repliesInSource: 0,
				text: "第一行\n\n第三行",
				answers: [],
				date: "2024-06-05",
				line: 3,
				order: 2,
			},
		]);
	});

	it.each([
		["- 张 ·万岁！ (二) 👍(0) 💬(1)", "张 ·万岁！ (二)"],
		["- Joe B. Black 👍(0) 💬(1)", "Joe B. Black"],
		["- 👍哥 👍(0) 💬(1)", "👍哥"],
		["- 甲 - 乙 👍(0) 💬(1)", "甲 - 乙"],
		["-无空格👍(0)💬(1)", "无空格"],
		["-  全角 👍（０） 💬（1）", "全角"],
		["- 空格 👍 ( 0 )  💬 (1) ", "空格"],
		["- 肤色 👍🏻(0) 💬(1)", "肤色"],
		["— 长横 👍(0) 💬(1)", "长横"],
		["- 看不\u200b见\u202e 👍(0) 💬(1)", "看不见"],
	])("accepts the nickname of %s", (head, nickname) => {
		const { comments } = parse(head, "正文", "2024-06-07");
		expect(comments).toMatchObject([
			{ nickname, votes: 0, repliesInSource: 1, text: "正文" },
		]);
	});

	it("reads lists, dates and thumbs inside a comment as its text", () => {
		const text = [
			"- 第一点 👍",
			"2024-01-01",
			"2024-01-02 - 这天我试了一次",
			"1. 有 _下划线_ 和 <b>",
			"👍(3)",
		];
		const { comments, problems } = parse(
			"- 阿澄 👍(0) 💬(0)",
			...text,
			"2024-06-07 - 半夏 👍(0) 💬(0)",
			"好",
			"2024-06-08",
		);
		expect(problems).toEqual([]);
		expect(comments.map((comment) => comment.text)).toEqual([
			text.join("\n"),
			"好",
		]);
	});

	it("keeps a date line as text if the next head has the date", () => {
		const { comments } = parse(
			"- 阿澄 👍(0) 💬(0)",
			"下次开课：",
			"2024-09-01",
			"2024-06-07 - 半夏 👍(0) 💬(0)",
			"好",
			"2024-06-08",
		);
		expect(comments[0]).toMatchObject({
			text: "下次开课：\n2024-09-01",
			date: "2024-06-07",
		});
	});

	it("reads a lone date on the last line if the next head has none", () => {
		const { comments, problems } = parse(
			"- 阿澄 👍(0) 💬(0)",
			"好",
			"2024-06-07",
			"- 半夏 👍(0) 💬(0)",
			"也好",
			"2024年6月8日",
			"",
		);
		expect(problems).toEqual([]);
		expect(comments.map((comment) => comment.date)).toEqual([
			"2024-06-07",
			"2024-06-08",
		]);
	});

	it("keeps comments of the same person on the same day apart", () => {
		const { comments } = parse(
			"- 阿澄 👍(0) 💬(0)",
			"一",
			"2024-06-07 - 阿澄 👍(0) 💬(0)",
			"一",
			"2024-06-07",
		);
		expect(comments.map(({ order, date }) => [order, date])).toEqual([
			[1, "2024-06-07"],
			[2, "2024-06-07"],
		]);
	});

	it("reports missing and impossible dates by line", () => {
		const { comments, problems } = parse(
			"- 阿澄 👍(0) 💬(0)",
			"一",
			"- 半夏 👍(0) 💬(0)",
			"二",
			"2024-13-40 - 小满 👍(0) 💬(0)",
			"三",
			"2023-02-29",
		);
		expect(comments.map(({ text, date }) => [text, date])).toEqual([
			["一", null],
			["二", null],
			["三", null],
		]);
		expect(problems).toEqual([
			{ line: 1, text: "- 阿澄 👍(0) 💬(0)", reason: "dateMissing" },
			{
				line: 5,
				text: "2024-13-40 - 小满 👍(0) 💬(0)",
				reason: "dateImpossible",
			},
			{ line: 7, text: "2023-02-29", reason: "dateImpossible" },
		]);
	});

	it("reports a date without a comment before it", () => {
		const { comments, problems } = parse(
			"2024-06-07 - 阿澄 👍(0) 💬(0)",
			"一",
			"2024-06-08",
		);
		expect(comments[0]?.date).toBe("2024-06-08");
		expect(problems).toMatchObject([{ line: 1, reason: "dateStray" }]);
	});

	it("leaves out and reports comments that lack a name or text, or are too long", () => {
		const { comments, problems } = parse(
			"- 👍(0) 💬(1)",
			"没有名字",
			`2024-06-01 - ${"名".repeat(101)} 👍(0) 💬(1)`,
			"名字太长",
			"2024-06-02 - 空 👍(0) 💬(1)",
			"2024-06-03 - 长 👍(0) 💬(1)",
			"字".repeat(30_001),
			"2024-06-04 - 好 👍(0) 💬(1)",
			"好",
			"2024-06-05",
		);
		expect(comments).toMatchObject([{ nickname: "好", order: 5 }]);
		expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
			[1, "nicknameMissing"],
			[3, "nicknameTooLong"],
			[5, "commentEmpty"],
			[6, "commentTooLong"],
		]);
	});

	it("counts characters, not UTF-16 units, for its limits", () => {
		const { comments, problems } = parse(
			`- ${"🐼".repeat(100)} 👍(0) 💬(0)`,
			"🐼".repeat(30_000),
			"2024-06-07",
		);
		expect(problems).toEqual([]);
		expect(comments).toHaveLength(1);
	});

	it.each([" ", "-", "👍", "👍(", "2024-", "💬 ", "- "])(
		"reads lines of only %j in linear time",
		(piece) => {
			const read = () =>
				parse(
					"- 阿澄 👍(0) 💬(0)",
					piece.repeat(100_000),
					`- ${piece.repeat(100_000)}`,
					`2024-06-07${piece.repeat(100_000)}`,
					`- 半夏 👍${piece.repeat(100_000)}(0) 💬(0)`,
				);
			expect(processorTime(read)).toBeLessThan(1000);
		},
	);
});
