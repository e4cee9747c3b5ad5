import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

import { runsScripts } from "#tests/support/browser.ts";

const AXE = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const EVERYTHING: RunOptions = { runOnly: [...WCAG, "best-practice"] };
// Colours take most of the time, and are the same at every width except the notes' background below 1100 px.
const COLOURS: RunOptions = {
	runOnly: { type: "rule", values: ["color-contrast"] },
};
const ALL_BUT_COLOURS: RunOptions = {
	...EVERYTHING,
	rules: { "color-contrast": { enabled: false } },
};

const WIDE = 1280;
const NARROW = 390;

async function findings(page: Page, options: RunOptions): Promise<string[]> {
	// What is scrolled below the bar of the course is no small target.
	await page.evaluate(() => scrollTo(0, 0));
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
	return page.evaluate<string[], RunOptions>(async (given) => {
		const { violations }: AxeResults = await Reflect.get(window, "axe").run(
			document,
			// Otherwise axe also describes every element that passes.
			{ ...given, resultTypes: ["violations"] },
		);
		const found = violations.flatMap(({ id, nodes }) =>
			nodes.map(
				({ target, failureSummary }) => `${id} ${target} ${failureSummary}`,
			),
		);
		// What an open menu lies over is in reach once it closes.
		return document.querySelector(".menu[open]")
			? found.filter((text) => !text.includes("partially obscured"))
			: found;
	}, options);
}

/**
 * Controls too small for a finger, with their labels: under 24 px, or under 44 px if they act on the text.
 */
const smallTargets = (page: Page) =>
	page.evaluate(() => {
		const controls =
			"a, button, summary, select, input:not([type=hidden]), textarea";
		return [...document.querySelectorAll(controls)].flatMap((control) => {
			const touched = control.closest("label") ?? control;
			const { width, height } = touched.getBoundingClientRect();
			const acts = control.closest(".acts, .bar, .foot, .pagination, .sort");
			const least = acts ? 44 : control.tagName === "A" ? 0 : 24;
			return width > 1 && Math.min(width, height) < least
				? [`${control.outerHTML.slice(0, 90)} is ${width} × ${height} px`]
				: [];
		});
	});

/** Full-width punctuation brings its own space: a second one leaves a gap. */
const gaps = (page: Page) =>
	page.evaluate(() => {
		const body = document.body.cloneNode(true) as HTMLElement;
		for (const other of body.querySelectorAll(
			".prose, option, textarea, script",
		))
			other.remove();
		return (
			body.textContent?.match(/.{0,20}[，。：；？！、」』）] .{0,9}/g) ?? []
		);
	});

/**
 * Checks what every page needs: one heading, one main part, a title, no findings of axe in either theme, wide or narrow,
 * nothing cut off or too small to touch, no gaps.
 */
export async function expectAccessible(page: Page): Promise<void> {
	const shape = {
		h1: await page.locator("h1").count(),
		main: await page.locator("main").count(),
	};
	expect(shape).toEqual({ h1: 1, main: 1 });
	expect(await page.title()).not.toBe("");
	const found: string[] = [];
	for (const width of [WIDE, 768, NARROW]) {
		await page.setViewportSize({ width, height: 900 });
		const needed = await page.evaluate(
			() => document.documentElement.scrollWidth,
		);
		if (needed > width) found.push(`${width} px: needs ${needed}`);
	}
	found.push(...(await smallTargets(page)), ...(await gaps(page)));
	for (const [width, colorScheme, options] of [
		[NARROW, "dark", EVERYTHING],
		[NARROW, "light", COLOURS],
		[WIDE, "light", ALL_BUT_COLOURS],
	] as const) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		const here = await findings(page, options);
		found.push(...here.map((text) => `${width} px, ${colorScheme}: ${text}`));
	}
	expect(found).toEqual([]);
}

/**
 * Checks the page as it is, at its width and in its theme: nothing overflows, and axe finds nothing.
 */
export async function expectReadable(page: Page): Promise<void> {
	const { hidden, touched } = await page.evaluate(() => ({
		hidden: document.documentElement.scrollWidth - innerWidth,
		touched: matchMedia("(pointer: coarse)").matches,
	}));
	expect(hidden, page.url()).toBeLessThanOrEqual(0);
	expect(touched ? await smallTargets(page) : []).toEqual([]);
	if (!runsScripts(page)) return;
	expect(await findings(page, EVERYTHING), page.url()).toEqual([]);
}
