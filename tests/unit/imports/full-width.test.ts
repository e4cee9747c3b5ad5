import { describe, expect, it } from "vitest";
import { fullWidth, narrowLines } from "#app/imports/full-width.ts";

describe("full-width punctuation is restored", () => {
	it.each([
		["你好,世界. 真的吗?", "你好，世界。真的吗？"],
		["注意:有三点;第一, 快!", "注意：有三点；第一，快！"],
		["涌现(emergence)是质变", "涌现（emergence）是质变"],
		["规模(参数, 数据)都要", "规模（参数，数据）都要"],
		["GPT(生成式(预训练)模型)很大", "GPT（生成式（预训练）模型）很大"],
		["先用 GPT, 然后再调", "先用 GPT，然后再调"],
		["**重点**, 请记住", "**重点**，请记住"],
		["它是 `f(x)`,不是别的", "它是 `f(x)`，不是别的"],
		["其中 $N$, 也就是参数", "其中 $N$，也就是参数"],
		["“涌现”,“突现”", "“涌现”，“突现”"],
		["真的??", "真的？？"],
		["好!!真的?!", "好！！真的？！"],
		["见 https://a.b/c,d?e=1,然后,再看", "见 https://a.b/c,d?e=1，然后，再看"],
		["价格 $5,后来涨到 $8,再后来,降了", "价格 $5，后来涨到 $8，再后来，降了"],
		["其中\\(\\text{甲, 乙}\\),后文", "其中\\(\\text{甲, 乙}\\)，后文"],
	])("%s", (from, to) => {
		expect(fullWidth(from)).toBe(to);
		expect(fullWidth(to)).toBe(to);
	});
});

describe("punctuation stays", () => {
	it.each([
		["in code", "调用 `print(你好, 世界)` 即可"],
		["in a code block", "```python\nprint(你好, 世界)\n```"],
		["in a formula", "损失为 $f(x, y)$ 与 $\\text{甲, 乙}$"],
		["in a formula of its own", "$$\n\\text{甲, 乙}\n$$"],
		["in brackets of TeX", "\\[\n\\text{甲, 乙}\n\\]"],
		["in an environment", "\\begin{align}\n\\text{甲, 乙}\n\\end{align}"],
		["in code that is set in", "如下：\n\n    f(甲, 乙)\n    # 甲, 乙"],
		["in numbers", "一共 1,000 个，比例 3:1，版本 1.2，时间 10:30"],
		["in Latin text", "The word 涌现, as used here, is old."],
		["in an address", "见 https://example.com/甲?乙=1,2"],
		["in a link and a picture", "看![图:一](a.png)和[链:接](b.md)"],
		["of a footnote", "[^注]: 见原文"],
		["of a hard line break", "好  "],
		[
			"of an HTML tag and an entity",
			'甲<span title="乙, 丙">丁</span>&nbsp;戊',
		],
		["of what goes on", "这个那个..."],
		["of a list", "1. 甲\n2. 乙"],
	])("%s", (_, text) => {
		expect(fullWidth(text)).toBe(text);
	});
});

it("the lines that would change are shown, and no others", () => {
	expect(narrowLines(["甲,乙\n丙，丁", "戊?"])).toEqual([
		{ from: "甲,乙", to: "甲，乙" },
		{ from: "戊?", to: "戊？" },
	]);
});
