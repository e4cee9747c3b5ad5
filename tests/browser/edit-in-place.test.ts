import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { BODY_MAX } from "#app/markdown/limits.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { zh } from "#app/words/zh.ts";
import { countDocuments, useBrowser } from "#tests/support/browser.ts";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const { forms, threads } = zh;
const open = useBrowser(useSite());
const cast = useCast();

let reply: { id: number };
let path: string;

beforeEach(async () => {
	const thread = await makeThread(cast.course, cast.other);
	reply = await makeReply(cast.course, thread.id, cast.learner, {
		body: "第一版的**话**",
	});
	path = `/courses/course/threads/${thread.number}`;
});

const item = (page: Page) => page.locator(`#reply-${reply.id}`);
const box = (page: Page) =>
	item(page).getByRole("textbox", { name: threads.editReply });
const editLink = (page: Page) => item(page).getByText(threads.edit);
const text = (page: Page) => page.locator(`#reply-${reply.id}-text`);

async function begin(page: Page) {
	await editLink(page).click();
	await box(page).waitFor();
}

const isReplyFocused = (page: Page) =>
	expect
		.poll(() => page.evaluate(() => document.activeElement?.id))
		.toBe(`reply-${reply.id}`);

test("one's own reply is edited in its place, with two clicks and no page load", async () => {
	const page = await open(path, { as: cast.learner });
	const documents = countDocuments(page);
	await begin(page);
	expect(await box(page).inputValue()).toBe("第一版的**话**");
	expect(await text(page).isVisible()).toBe(false);
	await page.keyboard.type("，再改");
	await item(page).getByRole("button", { name: forms.save }).click();
	await box(page).waitFor({ state: "detached" });
	expect(await text(page).textContent()).toContain("再改");
	await isReplyFocused(page);
	expect(documents()).toBe(0);
	expect(new URL(page.url()).pathname).toBe(path);
});

test("where the editor's code cannot come, the page of the form opens", async () => {
	const page = await open(path, { as: cast.learner });
	await page.route(/edit-in-place/, (route) =>
		route.fulfill({ contentType: "text/javascript", body: "throw 0" }),
	);
	await editLink(page).click();
	await page.waitForURL(`**/replies/${reply.id}/edit`);
	await page.getByRole("textbox", { name: threads.editReply }).waitFor();
});

test("Ctrl+Enter saves it", async () => {
	const page = await open(path, { as: cast.learner });
	await begin(page);
	await box(page).fill("用键盘改的");
	await page.keyboard.press("Control+Enter");
	await text(page).getByText("用键盘改的").waitFor();
	await isReplyFocused(page);
});

test.each(["Escape", forms.cancel])(
	"%s leaves it, and the draft stays",
	async (way) => {
		const page = await open(path, { as: cast.learner });
		await begin(page);
		await box(page).fill("还没想好");
		if (way === "Escape") await page.keyboard.press(way);
		else await item(page).getByRole("button", { name: way }).click();
		await text(page).getByText("第一版").waitFor();
		await isReplyFocused(page);
		await begin(page);
		expect(await box(page).inputValue()).toBe("还没想好");
		await item(page).getByRole("button", { name: forms.discardDraft }).click();
		expect(await box(page).inputValue()).toBe("第一版的**话**");
	},
);

test("what was edited elsewhere meanwhile is shown beside the kept text", async () => {
	const page = await open(path, { as: cast.learner });
	await begin(page);
	const { course, learner: by } = cast;
	await editReply(reply, { by, course, body: "别处改的", version: 1 });
	await box(page).fill("这里改的");
	const save = item(page).getByRole("button", { name: forms.save });
	await save.click();
	await item(page).getByText(zh.refusals.staleEdit).waitFor();
	await item(page).locator("pre").getByText("别处改的").waitFor();
	expect(await box(page).inputValue()).toBe("这里改的");
	await save.click();
	await text(page).getByText("这里改的").waitFor();
});

test("a text over the limit stays in its box with the sentence", async () => {
	const page = await open(path, { as: cast.learner });
	await begin(page);
	const long = "字".repeat(BODY_MAX + 1);
	await box(page).fill(long);
	await page.keyboard.press("Control+Enter");
	await item(page).getByText(zh.errors.bodyLong(BODY_MAX)).waitFor();
	expect(await box(page).inputValue()).toBe(long);
});

test("if its source does not come, the form's own page opens", async () => {
	const page = await open(path, { as: cast.learner });
	await page.route("**/source*", (route) =>
		route.abort("internetdisconnected"),
	);
	await editLink(page).click();
	await page.waitForURL(`**/replies/${reply.id}/edit`);
});

test("without JavaScript the link leads to the form's page", async () => {
	const page = await open(path, { as: cast.learner, javaScript: false });
	await editLink(page).click();
	await page.waitForURL(`**/replies/${reply.id}/edit`);
	await page.getByRole("textbox", { name: threads.editReply }).fill("改好了");
	await page.getByRole("button", { name: forms.save }).click();
	await text(page).getByText("改好了").waitFor();
});
