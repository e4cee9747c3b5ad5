import { describe, expect, it } from "vitest";
import { EDITS, type Tool } from "#app/ui/late/markdown-edits.ts";

/** Applies a tool to a text whose selection stands between two bars; returns the same. */
function use(tool: Tool, marked: string): string {
	const [before = "", words = "", after = ""] = marked.split("|");
	const text = before + words + after;
	const from = before.length;
	const edit = EDITS[tool]({ text, from, to: from + words.length });
	const result = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
	const [start, end] = edit.select;
	return `${result.slice(0, start)}|${result.slice(start, end)}|${result.slice(end)}`;
}

describe("a tool of the writing field", () => {
	it.each<[Tool, string, string]>([
		["bold", "这|很要紧|。", "这**|很要紧|**。"],
		["bold", "这||。", "这**||**。"],
		["formula", "即 |x^2| 吧", "即 $|x^2|$ 吧"],
		["code", "用 |let a| 吧", "用 `|let a|` 吧"],
		["code", "如下|a\nb|", "如下\n```\n|a\nb|\n```"],
		["formula", "|a\n=b|\n完", "$$\n|a\n=b|\n$$\n完"],
		["link", "见|这里|。", "见[这里](|https://|)。"],
		["link", "见||。", "见[||](https://)。"],
		["link", "见|https://a.example/b|。", "见[||](https://a.example/b)。"],
	])("writes %s into %s", (tool, before, after) => {
		expect(use(tool, before)).toBe(after);
	});

	it.each<[Tool, string, string]>([
		["bold", "这**|很要紧|**。", "这|很要紧|。"],
		["formula", "$|x|$", "|x|"],
		["code", "`|x|`", "|x|"],
	])("takes %s away where it is", (tool, before, after) => {
		expect(use(tool, before)).toBe(after);
	});

	it.each<[Tool, string, string]>([
		["quote", "一\n二|字|\n三", "一\n> 二字||\n三"],
		["list", "|一\n二|\n三", "|- 一\n- 二|\n三"],
		["list", "|- 一\n- 二|", "|一\n二|"],
		["quote", "||", "> ||"],
	])("marks whole lines with %s", (tool, before, after) => {
		expect(use(tool, before)).toBe(after);
	});
});
