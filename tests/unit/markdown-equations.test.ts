import { describe, expect, test } from "vitest";
import { composeText } from "#app/markdown/compose.ts";
import { plainText } from "#app/markdown/plain-text.ts";

function html(source: string): string {
	const rendered = composeText(source, "lesson");
	if (!rendered.ok) throw new Error(rendered.limit);
	return rendered.html;
}

/** What formulas show, without their sources. */
const shown = (source: string) =>
	html(source)
		.replace(/<annotation.*?<\/annotation>/gs, "")
		.replace(/<[^>]*>|\s/g, "");

describe("an equation", () => {
	test.each([
		["$$a = b \\label{eq:a}$$", "a=b"],
		["$$a = b \\tag{1.2}\\label{eq:甲_1}$$", "a=b(1.2)"],
		["$$a = b \\tag*{甲}$$", "a=b甲"],
		["$a = b \\tag{3}$", "a=b(3)"],
		[
			"$$\\begin{align} a &= b \\tag{1} \\\\ c &= d \\tag{2} \\end{align}$$",
			"a=b(1)c=d(2)",
		],
		[
			"$$\\begin{aligned} a &= b \\tag{1} \\\\ c &= d \\tag{2} \\end{aligned}$$",
			"a=b(1)c=d(2)",
		],
		[
			"$$\\begin{equation} a = b \\label{x}\\tag{7} \\end{equation}$$",
			"a=b(7)",
		],
	])("shows its tag and no label: %s", (source, expected) => {
		expect(html(source)).not.toContain("math-source");
		expect(shown(source).replaceAll("\u00a0", "")).toBe(expected);
	});

	test("keeps its source whole", () => {
		expect(plainText(html("$$a\\label{x}\\tag{1}$$"))).toBe(
			"a\\label{x}\\tag{1}",
		);
	});

	test("has its columns aligned as they are written", () => {
		expect(html("$$\\begin{align} a &= b \\end{align}$$")).toMatch(
			/<mtr><mtd class="align-right">.*<mtd class="align-left">/s,
		);
	});
});

describe("a reference to an equation", () => {
	const EQUATIONS =
		"\n\n$$a\\label{eq:a}\\tag{1}$$\n\n$$\\begin{align}b\\label{eq:b}\\tag{2}\\\\c\\label{eq:c}\\end{align}$$";
	test.each([
		["见$\\eqref{eq:a}$", "见(1)"],
		["见$\\ref{eq:b}$", "见2"],
		["见$\\eqref{eq:c}$", "见(eq:c)"],
		["见\\eqref{eq:a}与\\ref{eq:b}", "见(1)与2"],
		["见$x\\eqref{fig_1#}$", "见x(fig_1#)"],
		["见\\ref{fig:1}", "见\\ref{fig:1}"],
		["`\\eqref{eq:a}`", "\\eqref{eq:a}"],
	])("shows its number: %s", (source, expected) => {
		expect(html(source + EQUATIONS)).not.toContain("math-source");
		expect(shown(source + EQUATIONS).startsWith(expected)).toBe(true);
	});

	test("shows the label of an equation without a number", () => {
		expect(shown("见\\eqref{x}。\n\n$$a\\label{x}$$")).toBe("见(x)。a");
	});
});
