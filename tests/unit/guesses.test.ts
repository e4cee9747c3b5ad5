import { describe, expect, test } from "vitest";
import { guessKind, quotedBlock } from "#app/notes/guesses.ts";

describe("the kind of a note is guessed", () => {
	test.each([
		["这里译名用涌现，不用突现。", "lesson", "term"],
		["此处有笔误，$n$ 应为 $m$。", "lesson", "correction"],
		["因为损失随规模下降。", "question", "answer"],
		["因为损失随规模下降。", "thinking", "remark"],
	] as const)("%s (%s): %s", (text, thread, kind) => {
		expect(guessKind(text, thread)).toBe(kind);
	});
});

describe("the place of a note is guessed from a quotation", () => {
	const blocks = [
		{ id: 4, text: "开头的一段话。" },
		{ id: 7, text: "损失与参数量之间是一条幂律：见图。" },
	];
	const quoting = (quote: string) =>
		quotedBlock(
			`<blockquote>\n<p>${quote}</p>\n</blockquote>\n<p>对。</p>`,
			blocks,
		);

	test.each([
		["参数量之间是 一条幂律", 7],
		["课文里没有的一句话", null],
		["一条", null],
	])("%s", (quote, id) => {
		expect(quoting(quote)).toBe(id);
	});

	test("and not where nothing is quoted", () => {
		expect(quotedBlock("<p>开头的一段话。</p>", blocks)).toBeNull();
	});
});
