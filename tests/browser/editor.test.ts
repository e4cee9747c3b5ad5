import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeLesson, useCast } from "#tests/support/cast.ts";
import { makeNoteToCheck, PARAGRAPHS } from "#tests/support/notes.ts";
import { useSite } from "#tests/support/site.ts";

const { lessonEditor, threads } = zh;
const openPage = useBrowser(useSite());
const cast = useCast();

const open = (visitor = {}) =>
	openPage("/courses/course/lessons/1/edit", {
		as: cast.instructor,
		...visitor,
	});
const text = (page: Page) => page.locator("textarea[name=body]");
const pane = (page: Page) =>
	page.getByRole("region", { name: lessonEditor.asRead });

test("the editor shows the lesson beside its text as one writes", async () => {
	await makeNoteToCheck(cast);
	const page = await open();
	const shown = pane(page);
	await shown.getByText("第二段说涌现。").waitFor();
	const [left, right] = [
		await text(page).boundingBox(),
		await shown.boundingBox(),
	];
	expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
	await text(page).fill(PARAGRAPHS.replace("说规模", "说 $N$ 与**规模**"));
	await shown.locator("strong").waitFor();
	expect(await shown.locator("math").count()).toBe(1);
	await expectReadable(page);
	await page.setViewportSize({ width: 390, height: 800 });
	expect((await shown.boundingBox())?.x).toBeLessThan(60);
});

test("before an edit is saved, the editor says what hangs on the paragraphs that it changes", async () => {
	const { reply } = await makeNoteToCheck(cast);
	const page = await open();
	await pane(page).getByText("第二段说涌现。").waitFor();
	const says = page.getByText(lessonEditor.hanging(1, 0));
	expect(await says.count()).toBe(0);
	await text(page).fill(PARAGRAPHS.replace("第二段说涌现", "第二段改了说法"));
	await says.waitFor();
	const note = page.getByRole("link", { name: "页边一句。" });
	expect(await note.getAttribute("href")).toBe(
		`/courses/course/replies/${reply.id}`,
	);
	await text(page).fill(PARAGRAPHS.replace("第三段说", "第三段讲"));
	await says.waitFor({ state: "detached" });
});

test("text and lesson are scrolled in step", async () => {
	const all = Array.from({ length: 90 }, (_, i) => `第 ${i + 1} 段的话。`);
	await makeLesson(cast.course, { source: all.join("\n\n"), questions: [] });
	const page = await open();
	const shown = pane(page);
	await shown.getByText("第 90 段的话。").waitFor();
	const isSeen = (words: string) =>
		shown.getByText(words).evaluate((paragraph) => {
			const { top, bottom } = paragraph.getBoundingClientRect();
			return top >= 0 && bottom <= innerHeight;
		});
	expect(await isSeen("第 60 段的话。")).toBe(false);
	await text(page).focus();
	await text(page).evaluate((area) => {
		area.scrollTop = (area.scrollHeight * 59) / 90;
	});
	await expect.poll(() => isSeen("第 60 段的话。")).toBe(true);
	await shown.hover();
	await shown.evaluate((region) => {
		region.scrollTop = 0;
	});
	await expect
		.poll(() => text(page).evaluate((area) => area.scrollTop))
		.toBe(0);
});

test("without JavaScript the editor has its preview on a page of its own", async () => {
	await makeLesson(cast.course);
	const page = await open({ javaScript: false });
	expect(await pane(page).count()).toBe(0);
	await page.getByRole("button", { name: zh.forms.preview }).click();
	await page.getByRole("article").waitFor();
	expect(await page.getByLabel(threads.title).inputValue()).not.toBe("");
});
