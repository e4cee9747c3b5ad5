import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { zh } from "#app/words/zh.ts";
import { answers, useBrowser } from "#tests/support/browser.ts";
import {
	makeCast,
	makeReply,
	makeThread,
	PASSWORD,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const { threads, accounts, settings, refusals } = zh;
const open = useBrowser(useSite());

const ELSEWHERE =
	"[看](/favicon.svg) [看服务](/health) [看别处](/no-such-page)";

let cast: Awaited<ReturnType<typeof makeCast>>;
let path: string;
let last: { id: number };

beforeAll(async () => {
	cast = await makeCast();
	const thread = await makeThread(cast.course, cast.other);
	path = `/courses/course/threads/${thread.number}`;
	for (let n = 0; n < 8; n += 1)
		last = await makeReply(cast.course, thread.id, cast.learner, {
			body: "一段话。\n\n".repeat(8) + (n === 7 ? ELSEWHERE : ""),
		});
});

test("following a permalink marks its reply, and the keyboard goes on from there", async () => {
	const page = await open(`/people/${cast.learner.handle}`);
	await page.locator(`a[href$="/replies/${last.id}"]`).first().click();
	const reply = page.locator(`#reply-${last.id}`);
	await expect.poll(() => reply.getAttribute("data-target")).toBe("");
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.id))
		.toBe(`reply-${last.id}`);
	const marked = await reply
		.locator(".who")
		.first()
		.evaluate((who) => getComputedStyle(who).backgroundColor);
	expect(marked).not.toBe("rgba(0, 0, 0, 0)");
});

test("a new page takes the focus, so a screen reader reads it", async () => {
	const page = await open(path);
	await page
		.getByRole("navigation")
		.getByText("课程", { exact: true })
		.last()
		.click();
	await page.waitForURL("**/courses/course");
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.id))
		.toBe("main");
});

test("another order keeps the scroll position", async () => {
	const page = await open(path);
	const newest = page.getByRole("link", { name: threads.sorts.newest });
	await newest.scrollIntoViewIfNeeded();
	await page.evaluate(() => scrollBy(0, 200));
	const top = () => newest.evaluate((link) => link.getBoundingClientRect().top);
	const before = await top();
	await newest.focus();
	await page.keyboard.press("Enter");
	await page.waitForURL("**?sort=newest");
	expect(Math.abs((await top()) - before)).toBeLessThan(2);
});

test("the browser follows a link in somebody's text that is no page", async () => {
	const page = await open(path);
	await page.getByRole("link", { name: "看", exact: true }).click();
	await page.waitForURL("**/favicon.svg");
	expect(await page.locator("svg").count()).toBe(1);
	await page.goBack();
	await answers(page);
	await page.getByRole("link", { name: "看服务" }).click();
	await page.getByText("ok", { exact: true }).waitFor();
	expect(await page.locator("header").count()).toBe(0);
});

test("a link to a missing address shows the site's own error page", async () => {
	const page = await open(path);
	const loaded = page.waitForRequest("**/no-such-page");
	await page.getByRole("link", { name: "看别处" }).click();
	expect((await loaded).isNavigationRequest()).toBe(true);
	await page.getByText(zh.errorPages.notFound.title).first().waitFor();
});

test("narrowing a list by keyboard keeps the focus on the choice", async () => {
	const page = await open("/courses/course/threads");
	const kind = page.getByLabel(threads.filterKind);
	await kind.focus();
	await page.keyboard.press("ArrowDown");
	await page.waitForURL("**kind=**");
	expect(await kind.evaluate((it) => it === document.activeElement)).toBe(true);
});

/** Types a bio and saves it after the session has ended. */
async function saveSignedOut(javaScript: boolean) {
	const page = await open("/settings", { as: cast.learner, javaScript });
	await page.getByLabel(settings.bio).fill("读书，慢慢来。");
	await sql`DELETE FROM sessions`;
	await page.getByRole("button", { name: settings.save }).first().click();
	await page.getByText(refusals.signedOut).waitFor();
	return page;
}

async function signIn(page: Page) {
	await page.getByLabel(accounts.email).fill(cast.learner.email);
	await page.getByLabel(accounts.password).fill(PASSWORD);
	await page
		.getByRole("main")
		.getByRole("button", { name: accounts.signIn })
		.click();
}

async function saveAgain(page: Page, save: string) {
	await page.getByRole("button", { name: save }).first().click();
	await page.getByText(settings.saved).waitFor();
	expect(await page.getByLabel(settings.bio).inputValue()).toBe(
		"读书，慢慢来。",
	);
}

test("text typed into the settings survives its session, and saves after a sign-in in another tab", async () => {
	const page = await saveSignedOut(true);
	const [beside] = await Promise.all([
		page.context().waitForEvent("page"),
		page.getByRole("link", { name: zh.forms.signInBeside }).click(),
	]);
	await signIn(beside);
	await beside.waitForURL("**/settings");
	await saveAgain(page, settings.save);
});

test("without JavaScript the text passes through the sign-in", async () => {
	const page = await saveSignedOut(false);
	await signIn(page);
	await page.getByText("读书，慢慢来。").waitFor();
	await saveAgain(page, zh.forms.save);
});

test("a visit of the thread removes the mark of news, by any link", async () => {
	const question = await makeThread(cast.course, cast.learner, {
		kind: "question",
	});
	await makeReply(cast.course, question.id, cast.instructor);
	const page = await open("/courses/course/questions", { as: cast.learner });
	await page.locator(".bar .num").waitFor();
	await page.locator(`main a[href$="/threads/${question.number}"]`).click();
	await page.waitForURL(`**/threads/${question.number}`);
	await expect.poll(() => page.locator(".bar .num").count()).toBe(0);
});

test("a click during hydration breaks nothing", async () => {
	const page = await open("/");
	await page.addInitScript(() => {
		const listen = document.addEventListener.bind(document);
		document.addEventListener = (
			type: string,
			listener: EventListener,
			options?: AddEventListenerOptions,
		) => {
			if (type === "click") queueMicrotask(() => document.body.click());
			listen(type, listener, options);
		};
	});
	await page.goto(path);
	await answers(page);
});

test.each([true, false])(
	"signing in or up from a page returns to it; JavaScript: %s",
	async (javaScript) => {
		const page = await open(`${path}?sort=newest`, { javaScript });
		const header = page.locator("header");
		await header.getByText(zh.nav.signIn).click();
		await header.getByText(zh.nav.signUp).click();
		const handle = `new${javaScript}`;
		for (const [name, value] of [
			["handle", handle],
			["name", handle],
			["email", `${handle}@example.com`],
			["password", PASSWORD],
		] as const)
			await page.locator(`[name="${name}"]`).fill(value);
		await page.getByRole("button", { name: accounts.signUp }).click();
		await page.waitForURL(`**${path}?sort=newest`);
		await header.getByText(handle).waitFor();
	},
);
