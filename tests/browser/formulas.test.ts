import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { makeLesson, useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const LESSON = "/courses/course/lessons/1";

const cast = useCast();

beforeEach(async () => {
	const source =
		"设权重为 $w_1$，则 $y = w_1 x$ 成立。\n\n$$\nE = mc^2\n$$\n\n末段 $z$。";
	await makeLesson(cast.course, { source });
});

/** What a selection from the start of one text to the end of another copies. */
const copied = (page: Page, from: string, to: string) =>
	page.evaluate(
		([from = "", to = ""]) => {
			const textWith = (words: string) => {
				const texts = document.createTreeWalker(document.body, 4);
				while (texts.nextNode())
					if (texts.currentNode.textContent?.includes(words)) break;
				return texts.currentNode as Text;
			};
			const [first, last] = [textWith(from), textWith(to)];
			const range = document.createRange();
			range.setStart(first, first.data.indexOf(from));
			range.setEnd(last, last.data.indexOf(to) + to.length);
			getSelection()?.removeAllRanges();
			getSelection()?.addRange(range);
			return new Promise<string>((resolve) => {
				const text = (event: ClipboardEvent) =>
					resolve(event.clipboardData?.getData("text/plain") ?? "");
				addEventListener("copy", text, { once: true });
				document.execCommand("copy");
			});
		},
		[from, to],
	);

describe("a formula", () => {
	test("is copied as its TeX", async () => {
		const page = await open(LESSON);
		// The first selection asks for the code that copies.
		await expect
			.poll(() => copied(page, "权重", "成立。"))
			.toBe("权重为 $w_1$，则 $y = w_1 x$ 成立。");
		expect(await copied(page, "则", "末段")).toBe(
			"则 $y = w_1 x$ 成立。\n$$E = mc^2$$\n末段",
		);
	});

	test("has a font, which only pages with formulas fetch", async () => {
		const page = await open(LESSON);
		const font = () =>
			page.evaluate(async () => {
				await document.fonts.ready;
				const [font] = [...document.fonts].filter(({ family }) =>
					family.includes("Math"),
				);
				return font?.status;
			});
		expect(await font()).toBe("loaded");
		await page.goto(new URL("/courses/course", page.url()).href);
		expect(await font()).toBe("unloaded");
	});
});
