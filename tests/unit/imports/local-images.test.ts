import { describe, expect, it } from "vitest";
import { parseDocument } from "#app/imports/document.ts";
import { parseMarkdownFile } from "#app/imports/markdown-file.ts";

function read(...lines: string[]) {
	const text = ["# 题", ...lines].join("\n");
	const { lesson, problems } = parseMarkdownFile(text, "01-题.md");
	const lost = problems.filter(({ reason }) => reason === "imageLocal");
	return { text: lesson?.markdown, lost: lost.map(({ line }) => line) };
}

describe("a picture that does not come in", () => {
	it.each(["[图片]", "【图片】", "（图3）", "[视频：演示]"])(
		"is named where copying left %s, which is no heading",
		(text) => {
			expect(read(text)).toEqual({ text, lost: [2] });
			const copied = parseDocument(`题\n${text}\n文。`);
			expect(copied.lesson?.markdown).toBe(`${text}\n\n文。`);
			expect(copied.problems).toMatchObject([
				{ line: 2, reason: "imageLocal" },
			]);
		},
	);

	it.each([
		["![结构图](img/a.png)", "结构图"],
		["![结构图](图 1.png)", "结构图"],
		['![结构图](<图 1.png> "标题")', "结构图"],
		["![结构图](img/a.png =300x200)", "结构图"],
		["![结构图](img/a.png){width=50%}", "结构图"],
		["![图[1]](img/a(1).png)", "图[1]"],
		["![结构图](/static/a.png)", "结构图"],
		["![结构图](//a.example/a.png)", "结构图"],
		["![结构图](data:image/png;base64,iVBORw0KGgo=)", "结构图"],
		["[![结构图](a.png)](https://a.example)", "[结构图](https://a.example)"],
		['<img src="img/a.png" alt="结构图" width="300">', "结构图"],
		["<IMG alt='结构图' src=a.png />", "结构图"],
		['{{< figure src="img/a.png" title="结构图" >}}', "结构图"],
		["![[图 1.png|300]]", "图 1"],
		["![[附件/图 1.png]]", "图 1"],
		["![[图 1.png|结构图]]", "结构图"],
		["![[图 1.png\\|结构图]]", "结构图"],
		["![结构图](../img/图 (1).png)", "结构图"],
		['<img src="a.png" alt="输入 -> 输出">', "输入 -> 输出"],
		[
			'<picture><source srcset="a.webp"><img src="a.png" alt="图"></picture>',
			"图",
		],
		[
			"<figure><img src='a.png' alt='图'><figcaption>注</figcaption></figure>",
			"图注",
		],
	])("is named, and its text stays: %s", (picture, text) => {
		expect(read(`看${picture}吧。`)).toEqual({
			text: `看${text}吧。`,
			lost: [2],
		});
	});

	it.each(["```", ":::"])(
		"may stand in a box of %s, with its caption",
		(fence) => {
			expect(
				read(
					...["", `${fence}{figure} img/a.png`, ":alt: 曲线", ":width: 300px"],
					...["", "温度曲线。", fence, "", "文。"],
				),
			).toEqual({ text: "曲线\n\n\n\n温度曲线。\n\n\n文。", lost: [3] });
		},
	);

	it("is named in a comment too", () => {
		const text =
			"# 题\n\n文。\n\n## 精选留言\n\n- 甲 👍(2) 💬(0)\n看![图](a.png)吧\n2024-05-06";
		const { lesson, problems } = parseMarkdownFile(text, "01-题.md");
		expect(lesson?.comments).toMatchObject([{ text: "看图吧" }]);
		expect(problems).toMatchObject([{ line: 7, reason: "imageLocal" }]);
	});

	it("may be a drawing or an unclosed video, whose code stays", () => {
		const text = "# 题\n\n<svg width='1'> `<video>` <video src='a.mp4'>";
		const { lesson, problems } = parseMarkdownFile(text, "01-题.md");
		expect(lesson?.markdown).toContain("<svg");
		expect(problems).toMatchObject([{ line: 3, reason: "embedUnread" }]);
	});

	it("may be given by reference", () => {
		expect(
			read(
				...[
					"![结构图][图] ![图]",
					"",
					"[图]: <img/图 1.png>",
					"[页]: https://a.example",
				],
			),
		).toEqual({ text: "结构图 图\n\n\n[页]: https://a.example", lost: [2, 2] });
	});

	it("may stand in a tag over several lines", () => {
		const { text, lost } = read(
			...["前", "", "<img", '  src="a.png"', '  alt="结构图">', "", "后"],
		);
		expect([text, lost]).toEqual(["前\n\n结构图\n\n后", [4]]);
	});
});

describe("what is no lost picture", () => {
	it.each([
		"![远处](https://a.example/a.png)",
		'<img src="https://a.example/a.png" alt="远处">',
		"![远处][a]\n\n[a]: https://a.example/a.png",
		'`![代码](a.png)` 与 `<img src="a.png">`',
		'```\n![代码](a.png)\n<img src="a.png">\n```',
		"\\![不是](a.png)",
		"![没有定义][b] 与 ![也没有]",
		"<imgx src=a>",
	])("stays as it is: %j", (text) => {
		expect(read(text)).toEqual({ text, lost: [] });
	});
});
