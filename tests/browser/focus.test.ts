import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { BODY_MAX } from "#app/markdown/limits.ts";
import { pinReply } from "#app/notes/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { answers, type Open, useBrowser } from "#tests/support/browser.ts";
import {
	makeCast,
	makeReply,
	makeThread,
	PASSWORD,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonDocument } from "#tests/support/documents.ts";
import { useSite } from "#tests/support/site.ts";

const { threads, forms, accounts, errors, footer, settings } = zh;
const open: Open = useBrowser(useSite());

let cast: Awaited<ReturnType<typeof makeCast>>;
let thread: { id: number };
let reply: { id: number };
let path: string;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const made = await makeThread(cast.course, cast.other);
	thread = made;
	reply = await makeReply(cast.course, thread.id, cast.learner);
	path = `/courses/course/threads/${made.number}`;
});

const area = (page: Page) => page.getByRole("textbox", { name: threads.write });
const send = (page: Page) =>
	page.getByRole("button", { name: threads.send }).click();

/** Waits until the focus is on the selector's element. */
const focused = (page: Page, selector: string) =>
	page.locator(`${selector}:focus`).waitFor({ state: "attached" });

/** Presses a button in the reply's menu. */
async function press(page: Page, name: string, at = `#reply-${reply.id}`) {
	await page.locator(`${at} .menu > summary`).click();
	await page.locator(`${at} .menu`).getByRole("button", { name }).click();
}

test("a posted reply leaves the focus on its confirmation", async () => {
	const page = await open(path, { as: cast.other });
	await area(page).fill("写好了。");
	await send(page);
	await focused(page, ".posted");
});

test("an answer to a reply leaves the focus on it; a cancelled one on the reply", async () => {
	const page = await open(path, { as: cast.other });
	const answer = page.locator(`#reply-${reply.id} .acts a`, {
		hasText: threads.reply,
	});
	const form = page.locator(`#reply-${reply.id} form.write`);
	await answer.click();
	await form.getByRole("button", { name: forms.cancel }).click();
	await focused(page, `#reply-${reply.id}`);
	await answer.click();
	await form.getByRole("textbox").fill("同意。");
	await form.getByRole("button", { name: threads.send }).click();
	await focused(page, `#reply-${reply.id} article`);
});

test("a text that is too long gets the focus back", async () => {
	const page = await open(path, { as: cast.other });
	await area(page).fill("长".repeat(30_001));
	await send(page);
	await page.getByText(errors.bodyLong(BODY_MAX)).waitFor();
	await focused(page, "textarea");
});

test("a failed sign-up focuses the first wrong field", async () => {
	const page = await open("/sign-up");
	await page.getByLabel(accounts.handle).fill("bai-lu");
	await page.getByLabel(accounts.name, { exact: true }).fill("白露");
	await page.getByLabel(accounts.email).fill("白露");
	await page
		.getByRole("main")
		.getByRole("button", { name: accounts.signUp })
		.click();
	await page.getByText(errors.emailWrong).waitFor();
	await focused(page, "[name=email]");
});

test("a discarded draft leaves the focus in its field", async () => {
	const page = await open(path, { as: cast.other });
	await area(page).fill("想想再说。");
	await page.getByText(forms.draftKept).waitFor();
	await page.reload();
	await answers(page);
	await page.getByRole("button", { name: forms.discardDraft }).click();
	await focused(page, "textarea");
});

test("removing and restoring a reply keeps the focus near it", async () => {
	await makeReply(cast.course, thread.id, cast.other, { parentId: reply.id });
	const page = await open(path, { as: cast.learner });
	const inReply = `#reply-${reply.id} *`;
	await press(page, threads.remove);
	await page.getByText(threads.tombstone).waitFor();
	await focused(page, `:is(#reply-${reply.id}, ${inReply})`);
	await page
		.locator(`#reply-${reply.id}`)
		.getByRole("button", { name: threads.restore })
		.click();
	await page.getByText(threads.tombstone).waitFor({ state: "detached" });
	await focused(page, `:is(#reply-${reply.id}, ${inReply})`);
});

test("unpinning leaves the focus on the page", async () => {
	await pinReply(reply, {
		by: cast.instructor,
		course: cast.course,
		kind: "remark",
		blockId: null,
		shortForm: "",
	});
	const page = await open(path, { as: cast.instructor });
	await press(page, threads.unpin, `#pin-${reply.id}`);
	await focused(page, "main");
});

test("saved settings say so at the focus", async () => {
	const page = await open("/settings", { as: cast.learner });
	await page.getByRole("button", { name: settings.save }).click();
	await page.getByText(settings.saved).waitFor();
	await answers(page);
	await focused(page, "#saved");
	await page.getByLabel(settings.currentPassword).fill("not this one");
	await page.getByLabel(settings.newPassword).fill("another good sentence");
	await page.getByRole("button", { name: settings.changePassword }).click();
	await page.getByText(errors.passwordWrong).waitFor();
	await focused(page, "[name=currentPassword]");
	await page.getByLabel(settings.currentPassword).fill(PASSWORD);
	await page.getByLabel(settings.newPassword).fill("another good sentence");
	await page.getByRole("button", { name: settings.changePassword }).click();
	await page.getByText(settings.passwordChanged).waitFor();
	await answers(page);
	await focused(page, "#saved");
});

test("an import focuses its wrong field, then the top of each step", async () => {
	const { imports } = zh;
	const page = await open("/courses/course/import", { as: cast.instructor });
	const press = (name: string) => page.getByRole("button", { name }).click();
	await press(imports.preview);
	await page.getByText(errors.fileMissing).waitFor();
	await focused(page, "[name=files]");
	await page.getByLabel(imports.pasted).fill(lessonDocument());
	await press(imports.preview);
	await page.getByRole("heading", { name: imports.steps.preview }).waitFor();
	await focused(page, "main");
	await press(imports.submit);
	await page.getByRole("heading", { name: imports.steps.done }).waitFor();
	await focused(page, "main");
});

test("marking news as read leaves the focus on their page", async () => {
	const asked = await makeThread(cast.course, cast.learner, {
		kind: "question",
	});
	await makeReply(cast.course, asked.id, cast.instructor);
	const page = await open("/notifications", { as: cast.learner });
	const button = page.getByRole("button", { name: zh.notifications.readAll });
	await button.click();
	await button.waitFor({ state: "detached" });
	await focused(page, "main");
});

test.each([true, false])(
	"choosing a language or theme keeps focus and scroll position; JavaScript: %s",
	async (javaScript) => {
		for (let n = 0; n < 9; n += 1)
			await makeReply(cast.course, thread.id, cast.learner, {
				body: "一段。\n\n".repeat(9),
			});
		const page = await open(path, { javaScript });
		await page.getByRole("button", { name: footer.themes.dark }).click();
		await page.locator("html[data-theme=dark]").waitFor();
		await answers(page);
		await focused(page, "#theme-dark");
		expect(await page.evaluate(() => scrollY)).toBeGreaterThan(900);
		await page.getByRole("button", { name: "English" }).click();
		await page.locator("html[lang=en]").waitFor();
		await answers(page);
		await focused(page, "#language-en");
	},
);
