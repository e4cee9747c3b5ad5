import { describe, expect, it } from "vitest";
import { parseMarkdownFile } from "#app/imports/markdown-file.ts";

function read(...lines: string[]) {
	const text = ["# 题", ...lines].join("\n");
	const { lesson, problems } = parseMarkdownFile(text, "01-题.md");
	const lost = problems.filter(({ reason }) => reason === "imageLocal");
	return { text: lesson?.markdown, lost: lost.map(({ line }) => line) };
}

describe("a picture that does not come in", () => {
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
	])("is named, and its text stays: %s", (picture, text) => {
		expect(read(`看${picture}吧。`)).toEqual({
			text: `看${text}吧。`,
			lost: [2],
		});
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
