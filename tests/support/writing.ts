import type { Page } from "playwright-core";
import { expect } from "vitest";
import { zh } from "#app/words/zh.ts";
import { answers } from "#tests/support/browser.ts";

export const TEXT = "还没想完：\n「涌现」要不要加引号？";

/** The box for a reply. */
export const area = (page: Page) =>
	page.getByRole("textbox", { name: zh.threads.write });

/** Sends the reply. */
export const send = (page: Page) =>
	page.getByRole("button", { name: zh.threads.send }).click();

/** The replies of a page. */
export const replies = (page: Page) => page.locator("article[id^=reply-]");

/** Reloads the page and waits for its scripts. */
export async function reload(page: Page) {
	await page.reload();
	await answers(page);
}

/** Waits until the reply box holds the text. */
export const holds = (page: Page, text: string) =>
	expect.poll(() => area(page).inputValue()).toBe(text);
