import { describe, expect, it } from "vitest";
import { parseDocument } from "#app/imports/document.ts";

const lesson = [
	"03 | 词元从哪里来",
	"大家好，我们今天看词元。",
	"什么是词元",
	"模型读到的不是字，而是词元（token）。",
	"子词(Subword)",
	"常见的做法有：",
	"- 按字切分",
	"- 1. 这里的数字是文字",
	"损失写作：",
	"$$L=-\\sum_i \\log p_i$$",
	"其中 $p_i$ 是第 i 个词元的概率，code_001 与 *星号* 都是文字。",
	"# 号开头的一句话也是文字。",
	"思考题",
	"学完这一讲，请你思考两个问题，词表越大越好吗？还有生僻字能不能拆成几个词元？欢迎留言！",
];

const comments = [
	"- 张 ·万岁！ (二) 👍(2) 💬(1)",
	"词表太大，嵌入层也大。",
	"2024-06-07 - 阿澄 👍(0) 💬(3)",
	"- 我列两点",
	"- 都不难 👍",
	"2024-06-05",
];

function parse(...lines: string[]) {
	return parseDocument(lines.join("\n"));
}

function reasonsOf(...lines: string[]) {
	return parse(...lines).problems.map(({ line, reason }) => [line, reason]);
}

describe("Markdown in a lesson document", () => {
	const written = [
		"03 | 图与链接",
		"看 ![结构图](a.png) 这里，![[草图.png]] 那里。",
		'<img src="b.png" alt="曲线">',
		"见 [下一课](04-b.txt) 和 [网页](https://example.org/a)。",
		"另见 [[下一课]]。",
		"数组 a[i](x)、f[0][1] 与 [[1, 2], [3, 4]] 不是链接。",
		"```",
		"![图](a.png) 与 [[下一课]]",
		"```",
	];
	const { lesson: parsed, problems } = parse(
		...[...written, "- 张三 👍(2) 💬(1)", "看图 ![手稿](c.jpg)", "2024-06-05"],
	);

	it("loses its pictures, not their words", () => {
		const { markdown = "" } = parsed ?? {};
		expect(markdown).toContain("看 结构图 这里，草图 那里。\n\n曲线");
		expect(parsed?.comments[0]?.text).toBe("看图 手稿");
	});

	it("is named with its line where it is lost or stays as typed", () => {
		expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
			[2, "imageLocal"],
			[2, "imageLocal"],
			[3, "imageLocal"],
			[4, "markUnread"],
			[5, "markUnread"],
			[10, "imageLocal"],
		]);
	});
});

describe("a lesson document", () => {
	it("becomes a lesson, its questions and its comments", () => {
		const { lesson: parsed, problems } = parse(...lesson, ...comments);
		expect(problems).toEqual([]);
		expect(parsed?.title).toBe("词元从哪里来");
		expect(parsed?.position).toBe(3);
		expect(parsed?.markdown.split("\n\n")).toEqual([
			"大家好，我们今天看词元。",
			"## 什么是词元",
			"模型读到的不是字，而是词元（token）。",
			"## 子词(Subword)",
			"常见的做法有：",
			"- 按字切分\n- 1\\. 这里的数字是文字",
			"损失写作：",
			"$$L=-\\sum_i \\log p_i$$",
			"其中 $p_i$ 是第 i 个词元的概率，code_001 与 \\*星号\\* 都是文字。",
			"\\# 号开头的一句话也是文字。",
			"## 思考题",
			lesson.at(-1),
		]);
		expect(parsed?.questions).toEqual([
			{ text: "词表越大越好吗？", line: 14 },
			{ text: "生僻字能不能拆成几个词元？", line: 14 },
		]);
		expect(
			parsed?.comments.map(({ nickname, votes, date, text, line, order }) => [
				...[nickname, votes, date, text, line, order],
			]),
		).toEqual([
			["张 ·万岁！ (二)", 2, "2024-06-07", "词表太大，嵌入层也大。", 15, 1],
			["阿澄", 0, "2024-06-05", "- 我列两点\n- 都不难 👍", 17, 2],
		]);
		expect(parsed?.repliesNotInSource).toBe(4);
	});

	it("may have half-width punctuation, which stays", () => {
		const text = [...lesson, ...comments].join("\n").normalize("NFKC");
		const { lesson: parsed, problems } = parseDocument(text);
		expect(problems).toEqual([]);
		expect(parsed?.position).toBe(3);
		expect(parsed?.markdown.match(/^## .*$/gm)).toHaveLength(3);
		expect(parsed?.questions.map((question) => question.text)).toEqual([
			"词表越大越好吗？".normalize("NFKC"),
			"生僻字能不能拆成几个词元？".normalize("NFKC"),
		]);
		expect(parsed?.comments.map((comment) => comment.date)).toEqual([
			"2024-06-07",
			"2024-06-05",
		]);
	});

	it.each(["\r\n", "\r"])(
		"may have the line end %j and a byte order mark",
		(end) => {
			const text = `\uFEFF${[...lesson, ...comments].join(end)}${end}`;
			expect(parseDocument(text)).toEqual(parse(...lesson, ...comments));
		},
	);

	it("reads the same with empty lines between its lines", () => {
		const spread = parseDocument([...lesson, ...comments].join("\n\n"));
		const { lesson: parsed } = parse(...lesson, ...comments);
		expect(spread.problems).toEqual([]);
		expect(spread.lesson?.markdown).toBe(parsed?.markdown);
		expect(spread.lesson?.comments).toHaveLength(2);
	});

	it.each([
		"精选留言",
		"精选留言(2)",
		"全部留言（12）",
		"评论区：",
		"Comments",
	])(
		"drops the heading %s before the comments, but not without comments",
		(heading) => {
			const { lesson: parsed } = parse(...lesson, ...comments);
			expect(parse(...lesson, heading, ...comments).lesson?.markdown).toBe(
				parsed?.markdown,
			);
			const empty = parse(...lesson, heading, "");
			expect(empty.problems).toEqual([]);
			expect(empty.lesson?.comments).toEqual([]);
			expect(empty.lesson?.markdown).toBe(parsed?.markdown);
		},
	);

	it("has no questions without their section, and reports a section without any", () => {
		expect(parse("标题", "正文。")).toMatchObject({
			lesson: { questions: [], comments: [], repliesNotInSource: 0 },
			problems: [],
		});
		expect(reasonsOf("标题", "正文。", "思考题", "欢迎留言。")).toEqual([
			[3, "questionsMissing"],
		]);
	});

	it("may list questions as numbered lines and list items", () => {
		const { lesson: parsed } = parse(
			...["标题", "正文。", "思考题", "1. 词表越大越好吗？", "2. 举一个例子"],
			...["- 一个字能拆开吗？", "参考资料", "这里还有别的吗？"],
		);
		expect(parsed?.questions).toEqual([
			{ text: "词表越大越好吗？", line: 4 },
			{ text: "举一个例子", line: 5 },
			{ text: "一个字能拆开吗？", line: 6 },
		]);
		expect(parsed?.markdown).toContain("\n\n2\\. 举一个例子\n\n");
		expect(parsed?.markdown).toContain("\n\n## 参考资料\n\n");
	});

	it("leaves out and reports a question too long for a thread", () => {
		const question = `${"字".repeat(2000)}？`;
		expect(reasonsOf("标题", "正文。", "思考题", question)).toEqual([
			[4, "questionTooLong"],
		]);
	});

	it.each(["- 阿澄 👍(3)", "我给👍，你也💬", "👍(3) 💬(1)"])(
		"reports %s, which is no head, and keeps it as text",
		(head) => {
			const within = comments.toSpliced(-1, 0, head);
			const { lesson: parsed, problems } = parse(...lesson, ...within);
			expect(problems).toContainEqual({
				line: 20,
				text: head,
				reason: "commentUnclear",
			});
			expect(parsed?.comments.at(-1)?.text).toContain(head);
		},
	);

	it("leaves out and reports each such line below the last date", () => {
		const below = ["阿澄 👍(3)", "好。", "👍(3) 💬(1)"];
		const { lesson: parsed, problems } = parse(
			...[...lesson, ...comments, ...below],
		);
		expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
			[21, "commentsRest"],
			[23, "commentsRest"],
		]);
		expect(parsed?.comments.at(-1)?.text).not.toContain("好。");
	});

	it("reports such a line in the lesson too", () => {
		expect(reasonsOf("标题", "他给了👍，也写了💬。")).toEqual([
			[2, "commentUnclear"],
		]);
	});

	it.each([
		["", [[1, "empty"]]],
		[" \n\u3000\n", [[1, "empty"]]],
		["\n- 阿澄 👍(0) 💬(0)\n好", [[2, "titleMissing"]]],
		["- 一项", [[1, "titleMissing"]]],
		["思考题\n为什么？", [[1, "titleMissing"]]],
		[`${"题".repeat(201)}\n正文。`, [[1, "titleTooLong"]]],
		["标题\n\0", [[1, "notText"]]],
	])("is no lesson for %j", (text, reasons) => {
		const { lesson: parsed, problems } = parseDocument(text);
		expect(parsed).toBeNull();
		expect(problems.map(({ line, reason }) => [line, reason])).toEqual(reasons);
	});

	it("cuts the text of a problem at 80 characters", () => {
		const { problems } = parseDocument("🐼".repeat(201));
		expect(problems[0]?.text).toBe("🐼".repeat(80));
	});

	it("reports a title without text", () => {
		expect(reasonsOf("标题")).toEqual([[1, "lessonEmpty"]]);
	});
});
