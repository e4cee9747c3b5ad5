import { beforeEach, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { lockThread } from "#app/threads/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeReply,
	makeThread,
	PASSWORD,
	useCast,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import { area, holds, reload, send, TEXT } from "#tests/support/writing.ts";

const { threads, forms, refusals, accounts } = zh;
const openPage = useBrowser(useSite());
const cast = useCast();
let thread: { id: number; number: number };
let path: string;

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.other);
	path = `/courses/course/threads/${thread.number}`;
});

const open = (address = path) => openPage(address, { as: cast.learner });

test("a text survives an ended session and its sign-in", async () => {
	const page = await open();
	await area(page).fill(TEXT);
	await sql`DELETE FROM sessions`;
	await send(page);
	await page.getByText(refusals.signedOut).waitFor();
	await holds(page, TEXT);
	const [beside] = await Promise.all([
		page.context().waitForEvent("page"),
		page.getByRole("link", { name: forms.signInBeside }).click(),
	]);
	await beside.getByLabel(accounts.email).fill(cast.learner.email);
	await beside.getByLabel(accounts.password).fill(PASSWORD);
	await beside
		.getByRole("main")
		.getByRole("button", { name: accounts.signIn })
		.click();
	await beside.waitForURL(`**${path}`);
	await holds(page, TEXT);
	await send(page);
	await page.getByText(threads.posted).waitFor();
});

test("a vote after the session has ended leads to a sign-in that says why, and back", async () => {
	await makeReply(cast.course, thread.id, cast.other);
	const page = await open();
	await sql`DELETE FROM sessions`;
	await page.locator("article .votes").click();
	await page.getByText(accounts.sessionEnded).waitFor();
	await page.getByLabel(accounts.email).fill(cast.learner.email);
	await page.getByLabel(accounts.password).fill(PASSWORD);
	await page
		.getByRole("main")
		.getByRole("button", { name: accounts.signIn })
		.click();
	await page.waitForURL(`**${path}`);
});

test("a thread locked in the meantime keeps the form and its text", async () => {
	const page = await open();
	await area(page).fill(TEXT);
	await lockThread(thread, {
		by: cast.instructor,
		course: cast.course,
		locked: true,
	});
	await send(page);
	await page.getByText(refusals.threadLocked).waitFor();
	await holds(page, TEXT);
});

test("a failed submit keeps the text, also through a reload", async () => {
	const page = await open();
	const text = "$x$ ".repeat(201);
	await area(page).fill(text);
	await send(page);
	await page.getByText(zh.errors.render_formulas).waitFor();
	await holds(page, text);
	await reload(page);
	await holds(page, text);
});
