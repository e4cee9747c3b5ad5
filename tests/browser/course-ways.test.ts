import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeLesson, makeThread, useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const cast = useCast();
const bar = zh.courseBar;
const COURSE = "/courses/course";

beforeEach(async () => {
	await makeLesson(cast.course, { title: "头一课", questions: [] });
	await makeLesson(cast.course, { title: "后一课", questions: [] });
	const question = { kind: "question" as const, title: "怎么算？" };
	await makeThread(cast.course, cast.learner, question);
	await makeThread(cast.course, cast.learner, { title: "闲谈" });
});

const here = (page: Page) =>
	page
		.locator(".course-bar :not(ol) > a[aria-current]:not(li a)")
		.or(page.locator(".course-bar nav > a[aria-current]"))
		.allTextContents();

test("the bar marks the part of the course that a page belongs to", async () => {
	const page = await open(COURSE, { as: cast.learner });
	for (const [path, part] of [
		["", bar.lessons],
		["/lessons/2", bar.lessons],
		["/questions", bar.questions],
		["/threads/3", bar.questions],
		["/threads", bar.threads],
		["/threads/4", bar.threads],
		["/glossary", bar.glossary],
	] as const) {
		await page.goto(COURSE + path);
		expect(await here(page), path).toEqual([part]);
	}
});

test("staff see how many questions wait, at every place of the course", async () => {
	const page = await open(`${COURSE}/lessons/1`, { as: cast.instructor });
	const desk = page.locator(".course-bar").getByText(bar.desk);
	expect(await desk.textContent()).toBe(`${bar.desk}1`);
	await desk.click();
	await page.getByRole("heading", { name: zh.desk.title }).waitFor();
	expect(await here(page)).toEqual([`${bar.desk}1`]);
	const learners = await open(COURSE, { as: cast.learner });
	expect(await learners.getByText(bar.desk).count()).toBe(0);
});

test.each([true, false])(
	"the desk leads into the box of a question; scripts: %s",
	async (javaScript) => {
		const page = await open(`${COURSE}/desk`, {
			as: cast.instructor,
			javaScript,
		});
		await page.getByRole("link", { name: zh.desk.answer }).click();
		await page.getByRole("heading", { name: "怎么算？", level: 1 }).waitFor();
		await page.keyboard.type("这样算。");
		const box = page.getByRole("textbox", { name: zh.threads.write });
		await expect.poll(() => box.inputValue()).toBe("这样算。");
	},
);

test.each([
	[1280, ".toc", "后一课", true],
	[1280, ".toc", "后一课", false],
	[390, ".above-text", "2", true],
	[390, ".above-text", "2", false],
] as const)(
	"another lesson is one step away from a lesson %d px wide; %s says %s; scripts: %s",
	async (width, place, present, javaScript) => {
		const page = await open(`${COURSE}/lessons/2`, { javaScript, width });
		const links = page.locator(place).getByRole("link");
		const here = links.and(page.locator("[aria-current]"));
		expect(await here.allInnerTexts()).toEqual([present]);
		await links.and(page.getByTitle("头一课")).click();
		await page.getByRole("heading", { name: "头一课", level: 1 }).waitFor();
	},
);

test.each([true, false])(
	"another lesson is two steps away from a thread; scripts: %s",
	async (javaScript) => {
		const page = await open(`${COURSE}/threads/4`, { javaScript });
		await page.locator(".course-bar summary").click();
		await page.locator(".course-bar").getByText("后一课").click();
		await page.getByRole("heading", { name: "后一课", level: 1 }).waitFor();
		expect(
			await page.locator(".course-bar li a[aria-current]").allTextContents(),
		).toEqual(["后一课"]);
		expect(await page.locator(".course-bar details[open]").count()).toBe(0);
	},
);

test("the list of lessons opens and closes by keyboard", async () => {
	const page = await open(`${COURSE}/glossary`);
	const summary = page.locator(".course-bar summary");
	await summary.focus();
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
		"头一课",
	);
	await page.keyboard.press("Escape");
	expect(await page.locator(".course-bar details[open]").count()).toBe(0);
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe(
		"SUMMARY",
	);
});

test("the name of the course above a heading leads to the course", async () => {
	const { title } = cast.course;
	const page = await open(COURSE, { as: cast.instructor });
	for (const path of [
		...["/lessons/1", "/lessons/new", "/questions", "/threads", "/threads/3"],
		...["/threads/new", "/threads/new?kind=topic", "/glossary", "/desk"],
		...["/members", "/edit", "/import"],
	]) {
		await page.goto(COURSE + path);
		const name = page.getByRole("main").getByRole("link", { name: title });
		expect(await name.first().getAttribute("href"), path).toBe(COURSE);
	}
});
