import { describe, expect, it } from "vitest";
import { parseDocument } from "#app/imports/document.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const TIMES = 8;

/** A document as long, or an eighth of it; the longer one may take what is linear, three times over. */
function expectLinear(documentOf: (length: number) => string, length: number) {
	const spent = (text: string) => processorTime(() => parseDocument(text));
	const leastOf3 = (text: string) =>
		Math.min(spent(text), spent(text), spent(text));
	const least = leastOf3(documentOf(length / TIMES));
	// Below this, other things weigh more than the length.
	const FLOOR_MS = 100;
	expect(leastOf3(documentOf(length))).toBeLessThan(
		3 * TIMES * Math.max(least, FLOOR_MS / TIMES),
	);
}

describe("large and hostile documents", () => {
	it("with 20,000 lines of each part are read in linear time", () => {
		expectLinear((length) => {
			const repeated = (lines: string[]) =>
				Array.from({ length }, (_, index) => lines[index % lines.length]);
			return [
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
			].join("\n");
		}, 20_000);
	});

	it.each([
		...[" ", "\u3000", "$", "$$ ", "`", "1. ", "- ", "请", "请你思考，", "？"],
		...["？”", "还有", "http://", "第一", "👍", "#", "[", "**", "2024-"],
		...["![", "](", "[[", "![a](b.png) "],
	])("with long lines of only %j are read in linear time", (piece) => {
		expectLinear((length) => {
			const line = piece.repeat(length);
			return ["标题", line, `x${line}x`, "思考题", line, `a${line}？`].join(
				"\n",
			);
		}, 100_000);
	});

	it.each(["$$ a", "```js", "```", "思考题", "1. 一项", "- 一项", "标题"])(
		"with many lines of %j are read in linear time",
		(line) => {
			expectLinear((length) => `标题\n${`${line}\n`.repeat(length)}`, 20_000);
		},
	);
});
