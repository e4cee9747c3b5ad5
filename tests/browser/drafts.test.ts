import type { Locator, Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { zh } from "#app/words/zh.ts";
import { answers, countDocuments, useBrowser } from "#tests/support/browser.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import {
	area,
	holds,
	reload,
	replies,
	send,
	TEXT,
} from "#tests/support/writing.ts";

const { threads, forms } = zh;
const openPage = useBrowser(useSite());
const cast = useCast();
let thread: { id: number; number: number };
let path: string;

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.other);
	path = `/courses/course/threads/${thread.number}`;
});

const open = (address = path) => openPage(address, { as: cast.learner });

test("unsent text survives a reload and goes when it is discarded", async () => {
	const page = await open();
	await area(page).fill(TEXT);
	await page.getByText(forms.draftKept).waitFor();
	await reload(page);
	await page.getByText(forms.draftBack).waitFor();
	await holds(page, TEXT);
	await page.getByRole("button", { name: forms.discardDraft }).click();
	await holds(page, "");
	await reload(page);
	await holds(page, "");
});

test("a reload in the middle of a word loses nothing", async () => {
	const page = await open();
	await area(page).fill(TEXT);
	await reload(page);
	await holds(page, TEXT);
});

/** Fills a field of the page before its scripts have loaded. */
async function fillAtOnce(page: Page, field: Locator, text: string) {
	let letThrough = () => {};
	const held = new Promise<void>((resolve) => {
		letThrough = resolve;
	});
	await page.route("**/assets/*.js", async (route) => {
		await held;
		await route.continue();
	});
	await page.reload({ waitUntil: "commit" });
	await field.fill(text);
	letThrough();
	await answers(page);
}

test("text typed before the scripts load stays and is kept", async () => {
	const page = await open();
	await fillAtOnce(page, area(page), TEXT);
	await page.getByText(forms.draftKept).waitFor();
	await holds(page, TEXT);
});

test("a title typed before the scripts load stays and is kept", async () => {
	const page = await open("/courses/course/threads/new?kind=question");
	const title = page.getByLabel(threads.title, { exact: true });
	await fillAtOnce(page, title, "为什么？");
	await expect.poll(() => title.inputValue()).toBe("为什么？");
	await reload(page);
	await expect.poll(() => title.inputValue()).toBe("为什么？");
});

test("the form under one reply has its own draft", async () => {
	const reply = await makeReply(cast.course, thread.id, cast.other);
	const page = await open();
	const answer = () =>
		page.locator(`#reply-${reply.id}`).getByRole("link", {
			name: threads.replyTo(cast.other.name),
		});
	await answer().click();
	await page.locator(`#reply-${reply.id} textarea`).fill(TEXT);
	await page.getByText(forms.draftKept).waitFor();
	await reload(page);
	await holds(page, "");
	const kept = page.locator(`#reply-${reply.id} textarea`);
	await expect.poll(() => kept.inputValue()).toBe(TEXT);
	expect(await kept.evaluate((it) => it === document.activeElement)).toBe(
		false,
	);
	await answer().click();
	await kept.waitFor({ state: "detached" });
	await answer().click();
	await expect.poll(() => kept.inputValue()).toBe(TEXT);
});

test("a lesson's draft and message stay with it: the next lesson's form starts empty", async () => {
	const one = await makeLesson(cast.course);
	const two = await makeLesson(cast.course, { title: "下一课" });
	const lesson = ({ number }: { number: number }) =>
		`/courses/course/lessons/${number}`;
	const page = await open(lesson(one));
	const documents = countDocuments(page);
	const next = async () => {
		await page
			.locator(`a[href="${lesson(two)}"]`)
			.last()
			.click();
		await page.waitForURL(`**${lesson(two)}`);
	};
	await area(page).fill(TEXT);
	await page.getByText(forms.draftKept).waitFor();
	await next();
	await holds(page, "");
	await page.goBack();
	await holds(page, TEXT);
	await send(page);
	await page.getByText(threads.posted).waitFor();
	await next();
	await page.getByRole("heading", { level: 1, name: "下一课" }).waitFor();
	expect(await page.getByText(threads.posted).count()).toBe(0);
	expect(documents()).toBe(0);
});

test("a sent reply leaves no draft", async () => {
	const page = await open();
	const documents = countDocuments(page);
	await area(page).fill(TEXT);
	await send(page);
	await replies(page).waitFor();
	await page.getByText(threads.posted).waitFor();
	await holds(page, "");
	expect(documents()).toBe(0);
	await reload(page);
	await holds(page, "");
});

test("Ctrl+Enter sends; Enter alone does not, and neither does during composition", async () => {
	const page = await open();
	const input = await page.context().newCDPSession(page);
	await area(page).focus();
	await input.send("Input.imeSetComposition", {
		text: "yong xian",
		selectionStart: 9,
		selectionEnd: 9,
	});
	await page.keyboard.press("Enter");
	await page.keyboard.press("Control+Enter");
	await input.send("Input.insertText", { text: "涌现" });
	await page.keyboard.press("Enter");
	await page.keyboard.type("两词皆可。");
	expect(await area(page).inputValue()).toContain("涌现");
	expect(await replies(page).count()).toBe(0);
	await page.keyboard.press("Control+Enter");
	await replies(page).filter({ hasText: "涌现" }).waitFor();
	expect(await replies(page).count()).toBe(1);
});

test("a draft keeps its chosen position", async () => {
	await makeLesson(cast.course);
	const [{ number } = { number: 0 }] = await sql<{ number: number }>`
		UPDATE threads SET positions = '{甲,乙}' WHERE kind = 'thinking' RETURNING number`;
	const page = await open(`/courses/course/threads/${number}`);
	await area(page).fill(TEXT);
	await page.getByLabel("乙").check();
	await reload(page);
	await holds(page, TEXT);
	await expect.poll(() => page.getByLabel("乙").isChecked()).toBe(true);
	await send(page);
	await replies(page).getByText("还没想完").waitFor();
	await reload(page);
	expect(await page.getByLabel("乙").isChecked()).toBe(false);
});

test("a draft answer stays when another reply is sent", async () => {
	const { id } = await makeReply(cast.course, thread.id, cast.other);
	const page = await open();
	const answer = page.locator(`#reply-${id}`);
	const write = () =>
		answer.getByRole("link", { name: threads.reply }).last().click();
	await write();
	await answer.getByRole("textbox").fill("回答到一半");
	await area(page).fill(TEXT);
	await area(page).press("Control+Enter");
	await replies(page).getByText("还没想完").waitFor();
	await reload(page);
	await expect
		.poll(() => answer.getByRole("textbox").inputValue())
		.toBe("回答到一半");
});
