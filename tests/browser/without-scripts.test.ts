import { beforeEach, expect, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { lockThread } from "#app/threads/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeCast,
	makeReply,
	makeThread,
	PASSWORD,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const { threads, forms, refusals, accounts } = zh;
const site = useSite();
const openPage = useBrowser(site);

let cast: Awaited<ReturnType<typeof makeCast>>;
let thread: { id: number; number: number };
let path: string;
let reply: { id: number };

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	thread = await makeThread(cast.course, cast.other);
	reply = await makeReply(cast.course, thread.id, cast.learner);
	path = `/courses/course/threads/${thread.number}`;
});

/** Opens a page as the learner, in a browser without JavaScript. */
const open = (address = path) =>
	openPage(address, { as: cast.learner, javaScript: false });

const permalink = (act: string) => `/courses/course/replies/${reply.id}/${act}`;

test("a preview shows the final text, and sending goes on from there", async () => {
	const page = await open();
	await page.getByRole("textbox").fill("先**看**一眼：$E = mc^2$");
	await page.getByRole("button", { name: forms.preview }).click();
	expect(await page.locator("#preview strong").textContent()).toBe("看");
	expect(await page.locator("#preview math").count()).toBe(1);
	await page.getByRole("textbox").fill("看过了，**发**吧。");
	await page.getByRole("button", { name: threads.publish }).click();
	await page.locator("article").filter({ hasText: "看过了，发吧。" }).waitFor();
});

test("a preview keeps a whole topic, forwards and back", async () => {
	const page = await open("/courses/course/threads/new?kind=topic");
	await page.getByLabel(threads.title).fill("读书会");
	await page.getByLabel(threads.body).fill("周日**一起**读？");
	await page.getByRole("button", { name: forms.preview }).click();
	const shown = page.getByRole("article");
	await shown.getByRole("heading", { name: "读书会" }).waitFor();
	expect(await shown.textContent()).toContain(threads.kinds.topic);
	await page.goBack();
	expect(await page.getByLabel(threads.title).inputValue()).toBe("读书会");
	expect(await page.getByLabel(threads.body).inputValue()).toBe(
		"周日**一起**读？",
	);
	await page.getByRole("button", { name: forms.preview }).click();
	await page.getByLabel(threads.title).fill("周日读书会");
	await page.getByRole("button", { name: threads.publish }).click();
	await page.getByRole("heading", { name: "周日读书会", level: 1 }).waitFor();
});

test("an answer to one reply has its own page", async () => {
	const page = await open();
	await page.locator(`#reply-${reply.id}`).getByText(threads.reply).click();
	await page.getByText("我的看法。").waitFor();
	await page.getByRole("textbox").fill("补充一句。");
	await page.getByRole("button", { name: threads.send }).click();
	const nested = page.locator(`#reply-${reply.id} article`);
	await nested.getByText("补充一句。").waitFor();
});

test("a text over a limit comes back with a sentence beside it", async () => {
	const page = await open();
	const text = "$x$ ".repeat(201);
	await page.getByRole("textbox").fill(text);
	await page.getByRole("button", { name: threads.send }).click();
	await page.getByText(zh.errors.render_formulas).waitFor();
	expect(await page.getByRole("textbox").inputValue()).toBe(text);
});

test("a thread locked in the meantime refuses the text and gives it back", async () => {
	const page = await open();
	await page.getByRole("textbox").fill("来得及吗？");
	await lockThread(thread, {
		by: cast.instructor,
		course: cast.course,
		locked: true,
	});
	await page.getByRole("button", { name: threads.send }).click();
	await page.getByText(refusals.threadLocked).waitFor();
	expect(await page.getByRole("textbox").inputValue()).toBe("来得及吗？");
});

test("signing in gives back a text whose session ended, ready to send", async () => {
	const page = await open();
	await page.getByRole("textbox").fill("登录过期了\n也不能丢。");
	await sql`DELETE FROM sessions`;
	await page.getByRole("button", { name: threads.send }).click();
	await page.getByText(refusals.signedOut).waitFor();
	await page.getByLabel(accounts.email).fill(cast.learner.email);
	await page.getByLabel(accounts.password).fill("a wrong sentence");
	await page.getByRole("button", { name: accounts.signIn }).click();
	await page.getByText(zh.errors.signInWrong).waitFor();
	await page.getByLabel(accounts.password).fill(PASSWORD);
	await page.getByRole("button", { name: accounts.signIn }).click();
	await page.getByText(threads.resume.title).waitFor();
	expect(await page.getByRole("textbox").inputValue()).toBe(
		"登录过期了\n也不能丢。",
	);
	await page.getByRole("button", { name: threads.publish }).click();
	await page.locator("article").filter({ hasText: "也不能丢。" }).waitFor();
});

test("an edit is marked, and its author reads the earlier wording", async () => {
	const page = await open();
	const own = page.locator(`#reply-${reply.id}`);
	await own.locator("summary").click();
	await own.getByRole("link", { name: threads.edit, exact: true }).click();
	await page.getByRole("textbox").fill("我改了看法。");
	await page.getByRole("button", { name: forms.save }).click();
	await own.getByText(threads.edited).waitFor();
	expect(await own.textContent()).toContain("我改了看法。");
	await own.locator("summary").click();
	await own.getByRole("link", { name: threads.history }).click();
	await page.getByText("我的看法。").waitFor();
});

test("an edit of an old wording shows both, and the next save counts", async () => {
	const page = await open(permalink("edit"));
	await editReply(reply, {
		by: cast.learner,
		course: cast.course,
		body: "在另一处改过。",
		version: 1,
	});
	await page.getByRole("textbox").fill("在这里改的。");
	await page.getByRole("button", { name: forms.save }).click();
	await page.getByText(refusals.staleEdit).waitFor();
	expect(await page.locator(".source").textContent()).toBe("在另一处改过。");
	expect(await page.getByRole("textbox").inputValue()).toBe("在这里改的。");
	await page.getByRole("button", { name: forms.save }).click();
	await page.locator("article").filter({ hasText: "在这里改的。" }).waitFor();
});

test("others do not see a removed reply until its author restores it", async () => {
	const page = await open();
	const own = page.locator(`#reply-${reply.id}`);
	await own.locator("summary").click();
	await own.getByRole("button", { name: threads.remove }).click();
	await page.getByText(threads.noReplies).waitFor();
	const stranger = await openPage(path, { as: cast.other, javaScript: false });
	expect(await stranger.getByText("我的看法。").count()).toBe(0);
	// The page opens at the removed reply, folded at the end; its fragment unfolds it.
	await own.getByRole("button", { name: threads.restore }).click();
	await own.getByText("我的看法。").waitFor();
	await stranger.reload();
	await stranger.getByText("我的看法。").waitFor();
});

test("the page footer sets language and theme", async () => {
	const page = await openPage(path, { javaScript: false });
	await page.getByRole("button", { name: "English" }).click();
	expect(await page.locator("html").getAttribute("lang")).toBe("en");
	await page.getByRole("button", { name: "Dark" }).click();
	expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
	expect(page.url()).toBe(`${site.url}${path}#theme-dark`);
});
