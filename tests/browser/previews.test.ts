import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { answers, countDocuments, useBrowser } from "#tests/support/browser.ts";
import { makeThread, useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const { threads, forms, errors } = zh;
const openPage = useBrowser(useSite());
const cast = useCast();

async function open() {
	const { number } = await makeThread(cast.course, cast.other);
	return openPage(`/courses/course/threads/${number}`, { as: cast.learner });
}
const area = (page: Page) => page.getByRole("textbox", { name: threads.write });
const ask = (page: Page) =>
	page.getByRole("button", { name: forms.preview }).click();
const preview = (page: Page) =>
	page.getByRole("region", { name: threads.previewOf });

test("a preview says so if the text is empty or cannot be rendered", async () => {
	const page = await open();
	const shown = preview(page);
	await ask(page);
	await shown.getByText(errors.bodyEmpty).waitFor();
	await area(page).fill(`${">".repeat(60)} 太深`);
	await ask(page);
	await shown.getByText(errors.render_nesting).waitFor();
	await area(page).fill("好了");
	await ask(page);
	await shown.getByText("好了").waitFor();
});

test("a preview goes once its text is posted", async () => {
	const page = await open();
	await ask(page);
	await preview(page).getByText(errors.bodyEmpty).waitFor();
	await area(page).fill("先看一眼，再发。");
	await ask(page);
	await preview(page).getByText("先看一眼，再发。").waitFor();
	await page.getByRole("button", { name: threads.send }).click();
	await page.locator("article").getByText("先看一眼，再发。").waitFor();
	expect(await preview(page).count()).toBe(0);
	await ask(page);
	await preview(page).getByText(errors.bodyEmpty).waitFor();
	expect(await preview(page).getByText("先看一眼，再发。").count()).toBe(0);
});

test("a preview keeps the draft and shows the final text", async () => {
	const page = await open();
	const documents = countDocuments(page);
	await area(page).fill("先**看**一眼：$E = mc^2$");
	await ask(page);
	const shown = preview(page);
	expect(await shown.locator("strong").textContent()).toBe("看");
	expect(await shown.locator("math").count()).toBe(1);
	expect(documents()).toBe(0);
	await page.reload();
	await answers(page);
	await expect
		.poll(() => area(page).inputValue())
		.toBe("先**看**一眼：$E = mc^2$");
});

test("a preview of wide things stays as narrow as its form", async () => {
	const page = await open();
	await page.setViewportSize({ width: 390, height: 900 });
	const row = `| ${"一列很宽的文字 | ".repeat(6)}`;
	const table = `${row}\n|${"---|".repeat(6)}\n${row}`;
	await area(page).fill(`    ${"x".repeat(200)}\n\n${table}\n\n看得完`);
	await ask(page);
	await preview(page).getByText("看得完").waitFor();
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBe(390);
});
