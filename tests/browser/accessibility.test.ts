import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "#app/platform/db.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite({ command: "demo" }));

const AXE = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);
const RULES = [
	...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
	"best-practice",
];
const EVERYTHING: RunOptions = { runOnly: RULES };
const COLOURS: RunOptions = {
	runOnly: { type: "rule", values: ["color-contrast"] },
};

/** What axe has against the page as it stands: the rule and the elements. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
	await page.evaluate(AXE);
	const { violations } = await page.evaluate<AxeResults, RunOptions>(
		(given) => Reflect.get(window, "axe").run(document, given),
		options,
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
	);
}

/** The page as every page must be: readable in both themes, wide and narrow. */
async function expectAccessible(page: Page) {
	expect(await page.locator("h1").count()).toBe(1);
	expect(await page.locator("main").count()).toBe(1);
	expect(await page.title()).not.toBe("");
	const found: string[] = [];
	for (const width of [1280, 768, 390]) {
		await page.setViewportSize({ width, height: 900 });
		const { scrollWidth } = await page.evaluate(() => ({
			scrollWidth: document.documentElement.scrollWidth,
		}));
		if (scrollWidth > width) found.push(`${scrollWidth} px at ${width}`);
		if (width === 768) continue;
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			const whole = (width === 1280) === (colorScheme === "light");
			for (const finding of await findings(page, whole ? EVERYTHING : COLOURS))
				found.push(`${width} ${colorScheme} ${finding}`);
		}
	}
	expect(found).toEqual([]);
}

const VISITOR = [
	"/",
	"/courses/llm",
	"/courses/llm/lessons/3",
	"/courses/llm/threads",
	"/courses/llm/threads?kind=question",
	"/people/guxing",
	"/sign-in",
	"/sign-up",
	"/nowhere",
];
const INSTRUCTOR = [
	"/courses/llm",
	"/courses/llm/lessons/3",
	"/courses/llm/threads/7",
	"/courses/llm/threads/8",
	"/courses/llm/threads/8?page=2",
	"/courses/llm/threads/new",
	"/courses/llm/threads/8/replies",
	"/courses/llm/replies/20/edit",
	"/courses/llm/replies/20/history",
	"/courses/llm/replies/20/pin",
	"/settings",
	"/courses/llm/members",
	"/courses/new",
	"/courses/llm/edit",
	"/courses/llm/lessons/new",
	"/courses/llm/lessons/3/edit",
	"/courses/llm/import",
	"/settings/password",
	"/courses/llm/replies/20/vote",
];
let instructor: { id: number };
beforeAll(async () => {
	const [row] = await sql<{
		id: number;
	}>`SELECT id FROM users WHERE handle = 'guxing'`;
	instructor = row!;
	console.log(
		await sql`SELECT r.id, u.handle, t.number, r.edited_at, r.removed_at from replies r join threads t on t.id=r.thread_id join users u on u.id=r.author_id where r.edited_at is not null or r.removed_at is not null`,
	);
});
test.each(VISITOR)("%s", async (path) => {
	await expectAccessible(await open(path));
});
test.each(INSTRUCTOR)("i %s", async (path) => {
	await expectAccessible(await open(path, { as: instructor }));
});
