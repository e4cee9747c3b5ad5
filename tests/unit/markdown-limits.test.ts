import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { describe, expect, test, vi } from "vitest";
import { renderLesson } from "#app/markdown/blocks.server.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";

const LENGTH = 30_000;
/** Takes far more than a second and little memory. */
const SLOW = "![".repeat(500_000);
const timeout = 20_000;

function fill(text: string, length = LENGTH): string {
	return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function tower(opening: string, closing: string, height: number): string {
	return `$${opening.repeat(height)}x${closing.repeat(height)}$`;
}

async function expectNextTextToRender() {
	expect(await renderMarkdown("**「涌现」**是 $x$", "reply")).toMatchObject({
		ok: true,
		formulas: 1,
	});
}

describe("a text is limited to", { timeout }, () => {
	test("200 formulas", async () => {
		const most = await renderMarkdown("$x$ ".repeat(200), "reply");
		expect(most).toMatchObject({ ok: true, formulas: 200 });
		expect(await renderMarkdown("$x$ ".repeat(201), "reply")).toEqual({
			ok: false,
			limit: "formulas",
		});
	});

	test("1 MB of HTML, or 5 as a lesson", async () => {
		const long = fill(`${fill("字", 150)}\n\n`, 340_000);
		expect((await renderLesson(long)).ok).toBe(true);
		expect(await renderMarkdown(long, "reply")).toEqual({
			ok: false,
			limit: "html",
		});
		expect(await renderLesson(fill("字", 1_700_000))).toEqual({
			ok: false,
			limit: "html",
		});
	});

	test("5 seconds as a lesson, of which formulas take a part", async () => {
		const slow = `$\\def\\a{${"x".repeat(120)}\\a}\\a$ 与 $y$\n\n`;
		const lesson = await renderLesson(`**好**\n\n${slow.repeat(1_000)}**好**`);
		if (!lesson.ok) throw new Error(lesson.limit);
		expect(lesson.over).not.toBeNull();
		expect(lesson.blocks.at(-1)?.html).toBe("<p><strong>好</strong></p>\n");
		await expectNextTextToRender();
	});

	test("50 levels of nesting in quotations, lists and formulas", async () => {
		const deep = await renderMarkdown(`${">".repeat(49)} a`, "reply");
		expect(deep.ok).toBe(true);
		const tooDeep = [
			`${">".repeat(50)} a`,
			fill(">"),
			`${fill("- ")}a`,
			tower("\\frac{1}{", "}", 60),
		];
		for (const text of tooDeep)
			expect(await renderMarkdown(text, "reply")).toEqual({
				ok: false,
				limit: "nesting",
			});
	});

	test("1 second", async () => {
		expect(await renderMarkdown(SLOW, "reply")).toEqual({
			ok: false,
			limit: "time",
		});
		await expectNextTextToRender();
	});

	test("its memory", async () => {
		const large = await renderLesson(fill("# a\n", 5_000_000));
		// The machine decides which comes first.
		expect(["memory", "time"]).toContain(large.ok || large.limit);
		await expectNextTextToRender();
	});
});

test("a worker has no more memory if the process was given more", async () => {
	setFlagsFromString("--max-old-space-size=512");
	vi.resetModules();
	const { renderMarkdown } = await import("#app/markdown/render.server.ts");
	await renderMarkdown("**好**", "reply");
	const worker = new Worker(
		`const { getHeapStatistics } = require("node:v8");
		require("node:worker_threads").parentPort.postMessage(getHeapStatistics().heap_size_limit);`,
		{ eval: true, resourceLimits: { maxOldGenerationSizeMb: 64 } },
	);
	const [limit] = await once(worker, "message");
	expect(limit).toBeLessThan(150_000_000);
});

describe("a hostile text ends as HTML or at a named limit, and harms no other", {
	timeout,
}, () => {
	test.each(
		Object.entries({
			"open brackets": fill("["),
			"open links": fill("[a]("),
			"open pictures": fill("![[]()"),
			"reference definitions": fill("[a]: b\n"),
			"a definition in many quotations": `${"> ".repeat(10_000)}[a]: 甲`,
			"footnotes in footnotes": fill("[^a]: "),
			"footnotes of many": fill("甲[^a]\n[^a]: [^b]\n"),
			"references to footnotes": `${fill("[^a]")}\n\n[^a]: b`,
			"mixed emphasis": fill("*a_"),
			"emphasis next to Chinese": fill("**中*「"),
			"emphasis that never closes": fill("*a **a "),
			"nested emphasis": fill("*a", LENGTH / 2) + fill("a*", LENGTH / 2),
			backticks: Array.from({ length: 240 }, (_, i) => "`".repeat(i)).join(" "),
			dollars: fill("$"),
			"dollars with letters": fill("$a"),
			"unclosed blocks of dollars": fill("$$a\n$ "),
			"dollars before headings": fill("$$\n\na\n\n# b\n"),
			"TeX's brackets": fill("\\("),
			"blocks of TeX's brackets": fill("\\[\n\n"),
			"formulas of a table": `|a|b|\n|-|-|\n${fill("|$|$ |$\n")}`,
			"a wide line of columns": `$|\n${fill("-|", LENGTH / 2)}${fill(" - ", LENGTH / 2)}`,
			"open environments": fill("\\begin{align}\n"),
			"half comments": fill("<!--"),
			"references to equations": `${fill("\\eqref{a}")}\n\n$$\\label{a}\\tag{${"x".repeat(5_000)}}$$`,
			"labels of one formula": `$$${fill("\\label{a}")}$$`,
			"open tags": fill("<sub>"),
			"tags in tags": fill("<sub>", LENGTH / 2) + fill("</sub>", LENGTH / 2),
			"open folds": fill("<details>\n"),
			"open boxes": fill("::: tip\n"),
			"boxes that end short": fill(":::: tip\n:::\n"),
			"boxes of quotations": fill("> [!tip]\n\n"),
			"half marks": fill("==a "),
			"a line of quotations": fill("> - ".repeat(12).concat("a\n")),
			"nested lists": Array.from(
				{ length: 170 },
				(_, depth) => `${" ".repeat(2 * depth)}- a`,
			).join("\n"),
			"a long table": `|a|b|\n|-|-|\n${fill("|x|y|\n")}`,
			"a wide table": `|${"a|".repeat(3_000)}\n|${"-|".repeat(3_000)}\n${"a\n".repeat(6_000)}`,
			"a tower of fractions": tower("\\frac{1}{", "}", 2_500),
			"a tower of exponents": tower("x^{", "}", 7_000),
			"a tower of brackets": tower("\\left(", "\\right)", 2_000),
			"190 endless loops": fill(
				`$\\def\\a{${"x".repeat(120)}\\a}\\a$ `,
				190 * 137,
			),
			"expansions of expansions": `$\\edef\\a{xxxxxxxx}${"\\edef\\a{\\a\\a}".repeat(30)}\\a$`,
			"a wide matrix": `$$\\begin{matrix}${fill("a&")}\\end{matrix}$$`,
			addresses: fill("http://a.bc/(["),
			"half addresses": fill("http://"),
			"one long word of code": `\`\`\`cpp\n${fill("a")}`,
			"templates in templates": `\`\`\`js\n${fill("${`")}`,
			"expansions of a long macro": `$\\def\\a{${fill("x", 20_000)}}${"\\a".repeat(3_000)}$`,
			"braces of JSON": `\`\`\`json\n${fill('{"a":[\n')}`,
			headings: fill("# a\n"),
		}),
	)("%s", async (_, text) => {
		const rendered = await renderMarkdown(text, "reply");
		expect(rendered.ok || rendered.limit).toBeTruthy();
		await expectNextTextToRender();
	});
});

test("another text renders while a hostile one runs", {
	timeout,
}, async () => {
	// Both workers have started; starting one takes an unknown time.
	await Promise.all(
		Array.from({ length: 40 }, () => renderMarkdown("**好**", "reply")),
	);
	const hostile = renderMarkdown(SLOW, "reply").then(() => "slow");
	const other = renderMarkdown("**好**", "reply").then(() => "fast");
	expect(await Promise.race([hostile, other])).toBe("fast");
	await hostile;
});
