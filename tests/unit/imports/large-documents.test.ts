import { describe, expect, it } from "vitest";
import { parseDocument } from "#app/imports/document.ts";
import { processorTime } from "#tests/support/processor-time.ts";

describe("large and hostile documents", () => {
	const spent = (text: string) => processorTime(() => parseDocument(text));

	it("with 20,000 lines are read in linear time", () => {
		const repeated = (lines: string[]) =>
			Array.from({ length: 20_000 }, (_, index) => lines[index % lines.length]);
		const text = [
			"标题",
			...repeated([
				"小节",
				"一段 *正文*，有 $x_1$。",
				"- 一项",
				"1. 一步",
				"$$x$$",
			]),
			"思考题",
			...repeated(["请思考，词表越大越好吗？还有没有别的办法？"]),
			...repeated(["2024-06-07 - 阿澄 👍(0) 💬(1)", "- 第一点", "第二点"]),
		];
		expect(spent(text.join("\n"))).toBeLessThan(3000);
	});

	it.each([
		...[" ", "\u3000", "$", "$$ ", "`", "1. ", "- ", "请", "请你思考，", "？"],
		...["？”", "还有", "http://", "第一", "👍", "#", "[", "**", "2024-"],
	])("with long lines of only %j are read in linear time", (piece) => {
		const line = piece.repeat(100_000);
		const text = ["标题", line, `x${line}x`, "思考题", line, `a${line}？`];
		expect(spent(text.join("\n"))).toBeLessThan(3000);
	});

	it.each(["$$ a", "```js", "```", "思考题", "1. 一项", "- 一项", "标题"])(
		"with many lines of %j are read in linear time",
		(line) => {
			const text = `标题\n${`${line}\n`.repeat(20_000)}`;
			expect(spent(text)).toBeLessThan(3000);
		},
	);
});
