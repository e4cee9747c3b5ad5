import { beforeAll, expect, test } from "vitest";
import { indexMissingTask } from "#app/search/tasks.server.ts";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { answers, useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeLesson, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { send } from "#tests/support/http.ts";
import { runAtStart } from "#tests/support/jobs.ts";
import { useSite } from "#tests/support/site.ts";

let cast: Awaited<ReturnType<typeof makeCast>>;

beforeAll(async () => {
	await truncateAll();
	cast = await makeCast();
	const { course, learner } = cast;
	await makeLesson(course, { source: "开头。\n\n## 树\n\n秋天的银杏很黄。" });
	for (let i = 0; i < 21; i++)
		await makeThread(course, learner, { title: `水杉 ${i}`, body: "水杉。" });
	await runAtStart(indexMissingTask);
});

const site = useSite();
const open = useBrowser(site);

test.each(["/search", "/courses/course/search"])(
	"without JavaScript, at 390 px, a hit leads to its paragraph: %s",
	async (path) => {
		const page = await open(path, { javaScript: false, width: 390 });
		await page.locator("main").getByRole("searchbox").fill("銀杏");
		await page
			.locator("main")
			.getByRole("button", { name: zh.search.submit })
			.click();
		expect(await page.locator("main mark").allTextContents()).toEqual(["银杏"]);
		await page.locator("main h2 a").click();
		expect(new URL(page.url()).hash).toBe("#block-3");
		expect(await page.locator("#block-3").textContent()).toContain("银杏");
	},
);

test.each([
	["zh", "light"],
	["en", "dark"],
] as const)("its pages are accessible: %s, %s", async (language, theme) => {
	const words = language === "zh" ? zh : en;
	for (const [query, says] of [
		["", words.search.hint],
		["?q=水杉", words.search.count(21)],
		["?q=无此词语", words.search.empty],
		["?q=。", words.search.noWords],
		["?q=水杉+标签:树&kind=topic", words.search.typed],
	] as const) {
		const page = await open(`/search${query}`, {
			...{ language, theme, width: 390, touch: true },
		});
		await page.getByText(says).waitFor();
		const wide = await page.evaluate(() => document.body.scrollWidth);
		expect(wide, query).toBeLessThanOrEqual(390);
		await expectAccessible(page);
	}
});

test("without JavaScript, at 390 px, the fields narrow and stay filled in", async () => {
	const page = await open("/search?q=水杉", { javaScript: false, width: 390 });
	const main = page.locator("main");
	await main.getByText(zh.search.more).click();
	await main.getByLabel(zh.search.fields.kind).selectOption("topic");
	await main.getByLabel(zh.search.fields.author).fill("无此人");
	await main.getByRole("button", { name: zh.search.submit }).click();
	await main.getByText(zh.search.count(21)).waitFor();
	await main.getByText(zh.search.notUnderstood.author("无此人")).waitFor();
	const kind = main.getByLabel(zh.search.fields.kind);
	expect(await kind.inputValue()).toBe("topic");
	await kind.selectOption("block");
	await main.getByRole("button", { name: zh.search.submit }).click();
	await main.getByText(zh.search.empty).waitFor();
	const wide = await page.evaluate(() => document.body.scrollWidth);
	expect(wide).toBeLessThanOrEqual(390);
});

test("a reply is found within two seconds after it was posted", async () => {
	const page = await open("/courses/course/threads/3", { as: cast.learner });
	const form = page.locator("#write form");
	await form.getByRole("textbox").fill("雪松四季常青。");
	await form.locator("button[type=submit]:not([formaction])").click();
	await page.getByText("雪松四季常青。").first().waitFor();
	const found = async () =>
		(await send(site, `/search?q=${encodeURIComponent("雪松")}`)).text;
	await expect
		.poll(found, { timeout: 2000, interval: 100 })
		.toContain("<mark>雪松</mark>");
});

test.each([
	["/courses/course/threads/3", zh.nav.searchCourse, "/courses/course/search"],
	["/", zh.nav.search, "/search"],
] as const)(
	"`/` leads to the field in the header, and not while one writes: %s",
	async (path, label, leadsTo) => {
		const page = await open(path, { as: cast.learner });
		const field = page.locator("header [type=search]");
		await page.keyboard.press("/");
		await page.keyboard.type("水杉/");
		expect(await field.inputValue()).toBe("水杉/");
		expect(await field.getAttribute("aria-label")).toBe(label);
		await page.keyboard.press("Enter");
		await page.waitForURL(`**${leadsTo}?q=*`);
		await page.getByText(zh.search.count(21)).waitFor();
		await answers(page);
		await page.keyboard.press("/");
		const focused = page.locator("main [type=search]");
		expect(await focused.evaluate((e) => e === document.activeElement)).toBe(
			true,
		);
	},
);

test("on a telephone the header has a link to the search", async () => {
	const page = await open("/courses/course", { javaScript: false, width: 390 });
	const header = page.locator("header").first();
	await header.getByRole("link", { name: zh.nav.searchCourse }).click();
	await page.locator("main").getByRole("searchbox").waitFor();
	expect(new URL(page.url()).pathname).toBe("/courses/course/search");
});

test("names to go to stand under the field as one types, by keyboard", async () => {
	const page = await open("/courses/course", { touch: true });
	await page.keyboard.press("/");
	const field = page.locator("header [type=search]");
	await page.keyboard.type("水杉 2");
	const names = page.getByRole("option");
	await names.nth(1).waitFor();
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("ArrowDown");
	expect(await page.getByRole("option", { selected: true }).count()).toBe(0);
	await page.keyboard.press("ArrowDown");
	const first = await names.first().getAttribute("href");
	const id = await field.getAttribute("aria-activedescendant");
	expect(await names.first().getAttribute("id")).toBe(id);
	await page.keyboard.press("Escape");
	expect(await names.count()).toBe(0);
	await page.keyboard.type("0");
	await page.keyboard.press("Backspace");
	await names.nth(1).waitFor();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.waitForURL(`**${first}`);
	expect(await names.count()).toBe(0);
	await field.fill("水杉");
	await names.nth(1).waitFor();
	await expectAccessible(page);
});
