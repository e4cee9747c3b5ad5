import { describe, expect, it } from "vitest";
import { parseDocument } from "#app/imports/document.ts";
import { processorTime } from "#tests/support/processor-time.ts";

/** Reads the lines below a lesson's text. */
function parse(...lines: string[]) {
	const text = ["标题", "正文。", ...lines].join("\n");
	const { lesson, problems } = parseDocument(text);
	return {
		comments: lesson?.comments ?? [],
		markdown: lesson?.markdown,
		problems: problems.map(({ line, reason }) => [line, reason]),
	};
}

describe("the head of a comment", () => {
	it.each([
		["* 青禾 👍(2) 💬(1)", 2, 1],
		["• 青禾 👍(2) 💬(1)", 2, 1],
		["青禾 👍(2) 💬(1)", 2, 1],
		["- **青禾** 👍(2) 💬(1)", 2, 1],
		["- 青禾：👍(2) 💬(1)", 2, 1],
		["- 青禾 👍 2 💬 1", 2, 1],
		["- 青禾 👍2 💬1", 2, 1],
		["- 青禾 👍：2 💬：1", 2, 1],
		["- 青禾 👍【2】 💬【1】", 2, 1],
		["- 青禾 👍（２） 💬（１）", 2, 1],
		["- 青禾 💬(1) 👍(2)", 2, 1],
		["- 青禾 👍(1.2k) 💬(999+)", 1200, 999],
		["- 青禾 👍（1.2万） 💬（3）", 12_000, 3],
		["- 青禾 👍 1,234 · 💬 5", 1234, 5],
		["- 青禾 👍(2w) 💬(0)", 20_000, 0],
	])("may be %s", (head, votes, replies) => {
		const { comments, problems } = parse(head, "很受用。", "2024-03-04");
		expect(problems).toEqual([]);
		expect(comments).toMatchObject([
			{
				...{ nickname: "青禾", votes, repliesInSource: replies },
				...{ text: "很受用。", date: "2024-03-04" },
			},
		]);
	});

	it.each([
		"2024-03-04 21:30",
		"2024/3/4",
		"2024/03/04 9:05:33",
		"2024年3月4日",
		"2024年3月4日 21:30",
		"2024.03.04",
		"2024-03-04T23:30:00Z",
		"2024-03-04T00:30:00.123+08:00",
		"2024-03-04 周一 下午3:20",
		"[2024-03-04]",
	])("may have the date %s, of which the day is kept as written", (date) => {
		const above = parse(
			"- 青禾 👍(0) 💬(0)",
			"好。",
			`${date} - 石川 👍(0) 💬(0)`,
			"也好。",
			date,
		);
		expect(above.problems).toEqual([]);
		expect(above.comments.map((comment) => comment.date)).toEqual([
			"2024-03-04",
			"2024-03-04",
		]);
	});

	it.each([
		"- 青禾 2024-03-04 21:30 👍(2) 💬(1)",
		"- 青禾（2024-03-04） 👍(2) 💬(1)",
		"- 青禾 👍(2) 💬(1) 2024-03-04",
	])("may have its own date: %s", (head) => {
		const { comments, problems } = parse(head, "好。");
		expect(problems).toEqual([]);
		expect(comments).toMatchObject([
			{ nickname: "青禾", date: "2024-03-04", text: "好。" },
		]);
	});

	it("has its own date if the first has one and no date stands below the last", () => {
		const { comments, problems } = parse(
			...["2024-03-04 21:30 - 青禾 👍(1) 💬(0)", "好。"],
			...["2024-03-05 08:00 - 石川 👍(1) 💬(0)", "也好。"],
		);
		expect(problems).toEqual([]);
		expect(comments.map(({ nickname, date }) => [nickname, date])).toEqual([
			["青禾", "2024-03-04"],
			["石川", "2024-03-05"],
		]);
	});

	it.each([
		"昨天",
		"昨天 21:30",
		"3 天前",
		"2小时前",
		"03-04",
		"3月4日",
		"2 days ago",
	])("has no date with %s, which is named", (date) => {
		const { comments, problems } = parse(
			...["- 青禾 👍(0) 💬(0)", "好。"],
			...[`${date} - 石川 👍(0) 💬(0)`, "也好。", date],
		);
		expect(comments).toMatchObject([
			{ nickname: "青禾", date: null, text: "好。" },
			{ nickname: "石川", date: null, text: "也好。" },
		]);
		expect(problems).toEqual([
			[5, "dateVague"],
			[7, "dateVague"],
		]);
	});

	it("counts 0 and is named if its counts are no numbers", () => {
		const { comments, problems } = parse(
			...["- 青禾 👍(很多) 💬(1)", "好。", "2024-03-04"],
		);
		expect(comments).toMatchObject([
			{ nickname: "青禾", votes: 0, repliesInSource: 1, text: "好。" },
		]);
		expect(problems).toEqual([[3, "countUnclear"]]);
	});

	it("may lack the count of replies behind a date", () => {
		const { comments } = parse(
			...["- 青禾 👍(0) 💬(0)", "好。", "2024-03-04 - 石川 👍(3)", "也好。"],
		);
		expect(comments.map(({ nickname, votes }) => [nickname, votes])).toEqual([
			["青禾", 0],
			["石川", 3],
		]);
	});

	it.each(["我给了👍，也留了💬。", "- 青禾 👍 💬", "👍(3) 💬(1)"])(
		"is not %s, which stays text and is named",
		(line) => {
			const { comments, problems } = parse(
				...["- 石川 👍(0) 💬(0)", "好。", line, "2024-03-04"],
			);
			expect(comments).toMatchObject([{ text: `好。\n${line}` }]);
			expect(problems).toEqual([[5, "commentUnclear"]]);
		},
	);

	it("stands in text whose entities are decoded once, and whose indent goes", () => {
		const { comments } = parse(
			"- 青&amp;禾 👍(0) 💬(0)",
			"  若 n&gt;=5&nbsp;则 A&#47;B，写作 &amp;lt;",
			"    缩进",
			"2024-03-04",
		);
		expect(comments).toMatchObject([
			{ nickname: "青&禾", text: "若 n>=5 则 A/B，写作 &lt;\n  缩进" },
		]);
	});

	it.each([
		"👍(",
		"💬(1) ",
		"2024-03-04 ",
		"- 甲 ",
		"昨天 ",
		"作者回复",
		"&amp;",
	])("is looked for in linear time in lines of only %j", (piece) => {
		const long = piece.repeat(60_000);
		const many = Array.from({ length: 5000 }, () => piece);
		const read = () =>
			parse("- 青禾 👍(0) 💬(0)", long, `- ${long}👍(1) 💬(1)`, ...many);
		expect(processorTime(read)).toBeLessThan(1500);
	});
});

describe("an answer of the source's staff", () => {
	it.each([
		["作者回复：", "作者"],
		["作者回复: ", "作者"],
		["编辑回复:", "编辑"],
		["讲师回复\n", "讲师"],
		["【作者回复】：", "作者"],
		["**老师回复：**", "老师"],
		["Author's reply: ", "Author"],
		["Reply from the instructor: ", "instructor"],
	])("begins with %j", (mark, name) => {
		const { comments, problems } = parse(
			...["- 青禾 👍(0) 💬(3)", "问一句？", `${mark}可以。`, "再看一例。"],
			...["2024-03-04"],
		);
		expect(problems).toEqual([]);
		expect(comments).toMatchObject([
			{
				...{ text: "问一句？", date: "2024-03-04", repliesInSource: 2 },
				answers: [{ name, text: "可以。\n再看一例。", date: null }],
			},
		]);
	});

	it("may have its own date, and come twice", () => {
		const { comments } = parse(
			...["- 青禾 👍(0) 💬(0)", "问一句？", "2024-03-04"],
			...["作者回复：可以。", "2024-03-05", "编辑回复（2024-03-06）：已改。"],
			...["2024-03-07 - 石川 👍(0) 💬(0)", "好。", "2024-03-08"],
		);
		expect(comments[0]).toMatchObject({
			...{ text: "问一句？", date: "2024-03-04" },
			answers: [
				{ name: "作者", text: "可以。", date: "2024-03-05" },
				{ name: "编辑", text: "已改。", date: "2024-03-06" },
			],
		});
	});

	it.each(["作者回复得很及时", "作者回复 很及时", "感谢作者回复：收到"])(
		"is not %s",
		(text) => {
			const { comments } = parse("- 青禾 👍(0) 💬(0)", text, "2024-03-04");
			expect(comments).toMatchObject([{ text, answers: [] }]);
		},
	);

	it("is named if it is empty, or if its comment does not come in", () => {
		const { problems } = parse(
			...[
				"- 青禾 👍(0) 💬(0)",
				"好。",
				"作者回复：",
				"2024-03-04 - 石川 👍(0) 💬(0)",
			],
			...["作者回复：可以。", "2024-03-05"],
		);
		expect(problems).toEqual([
			[5, "commentEmpty"],
			[6, "commentEmpty"],
			[7, "answerAlone"],
		]);
	});
});
