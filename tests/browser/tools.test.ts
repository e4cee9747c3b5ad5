import { expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeThread, useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import { area } from "#tests/support/writing.ts";

const { tools } = zh.forms;
const openPage = useBrowser(useSite());
const cast = useCast();

async function open(javaScript = true) {
	const { number } = await makeThread(cast.course, cast.other);
	const path = `/courses/course/threads/${number}`;
	return openPage(path, { as: cast.learner, javaScript });
}

test("the tools above a writing field type Markdown, and undo takes back each step", async () => {
	const page = await open();
	const box = area(page);
	const bar = page.getByRole("toolbar", { name: tools.name });
	await bar.waitFor();
	await expectReadable(page);
	await box.fill("");
	await box.pressSequentially("规模");
	await box.press("Shift+ArrowLeft");
	await bar.getByRole("button", { name: tools.bold }).click();
	expect(await box.inputValue()).toBe("规**模**");
	await page.keyboard.type("律");
	expect(await box.inputValue()).toBe("规**律**");
	await page.keyboard.press("Control+z");
	await page.keyboard.press("Control+z");
	expect(await box.inputValue()).toBe("规模");
	await page.keyboard.press("Control+Shift+z");
	expect(await box.inputValue()).toBe("规**模**");
});

test("the tools are one stop of the Tab key, and have keys in the field", async () => {
	const page = await open();
	const box = area(page);
	const bar = page.getByRole("toolbar", { name: tools.name });
	await bar.waitFor();
	await box.fill("见这里");
	await box.press("Control+a");
	await box.press("Control+k");
	expect(await box.inputValue()).toBe("[见这里](https://)");
	await box.press("Shift+Tab");
	const focused = (name: string) =>
		bar
			.getByRole("button", { name })
			.evaluate((button) => button.matches(":focus"));
	expect(await focused(tools.bold)).toBe(true);
	await page.keyboard.press("ArrowLeft");
	expect(await focused(tools.list)).toBe(true);
	await page.keyboard.press("Shift+Tab");
	expect(await bar.locator(":focus").count()).toBe(0);
	await page.keyboard.press("Tab");
	expect(await focused(tools.list)).toBe(true);
	await page.keyboard.press("Enter");
	expect(await box.inputValue()).toBe("- [见这里](https://)");
});

test("without JavaScript there are no tools, and a field grows with its text", async () => {
	const page = await open(false);
	expect(await page.locator(".tools").isVisible()).toBe(false);
	const height = () =>
		area(page).evaluate((box) => box.getBoundingClientRect().height);
	const before = await height();
	await area(page).fill("一行\n".repeat(12));
	expect(await height()).toBeGreaterThan(before * 1.5);
});

test("a link at the head of a discussion leads to the box", async () => {
	const page = await open();
	await page
		.getByRole("region", { name: zh.threads.replies })
		.getByRole("link", { name: zh.threads.write })
		.click();
	await expect
		.poll(() => area(page).evaluate((box) => box.matches(":focus")))
		.toBe(true);
});
