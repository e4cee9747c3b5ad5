import type { Page } from "playwright-core";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";

/** Ways through a journey that together cover narrow, dark, scriptless and English. */
export const WAYS = [
	{ way: "on a wide screen", words: zh, visitor: {} },
	{
		way: "on a phone in the dark",
		words: zh,
		visitor: { width: 390, theme: "dark", touch: true },
	},
	{
		way: "without JavaScript, in English",
		words: en,
		visitor: { javaScript: false, language: "en" },
	},
] as const;

export type Way = (typeof WAYS)[number];

/** The reply with this text; of nested ones the inner one. */
export const replySaying = (page: Page, text: string) =>
	page.locator("article[id^=reply-]").filter({ hasText: text }).last();

/** Opens a page from the reply's menu. */
export async function chooseFromMenu(page: Page, text: string, act: string) {
	const reply = replySaying(page, text);
	await reply.locator("summary").first().click();
	await reply.getByRole("link", { name: act }).click();
}
