import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { answers, countDocuments, useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeReply, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const { threads, forms, refusals, errorPages, settings } = zh;
const open = useBrowser(useSite());

const TEXT = "还没想完：\n「涌现」要不要加引号？";
const LARGE = "字".repeat(100_000);

let cast: Awaited<ReturnType<typeof makeCast>>;
let reply: { id: number };
let path: string;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const thread = await makeThread(cast.course, cast.other);
	reply = await makeReply(cast.course, thread.id, cast.other);
	path = `/courses/course/threads/${thread.number}`;
});

const area = (page: Page) => page.getByRole("textbox", { name: threads.write });
const send = (page: Page) =>
	page.getByRole("button", { name: threads.send }).click();
const lose = (page: Page) => page.context().setOffline(true);
const find = (page: Page) => page.context().setOffline(false);

/** On the page's next load, the first answer to a form stops half-way, for good or until it is aborted. */
const halfAnswer = (page: Page, goesOn: boolean) =>
	page.addInitScript((goesOn) => {
		const ask = window.fetch;
		const say = console.error;
		const broken = new TypeError("network error");
		// Remix logs aborted or unreadable answers there.
		console.error = (...said) => {
			const isCutHere = said[0] === broken || said[0]?.name === "AbortError";
			if (!isCutHere) say(...said);
		};
		let isFirst = true;
		window.fetch = async (address, init) => {
			const answer = await ask(address, init);
			if (!init?.body || !isFirst) return answer;
			isFirst = false;
			const bytes = new Uint8Array(await answer.arrayBuffer());
			const half = new ReadableStream({
				start(stream) {
					stream.enqueue(bytes.subarray(0, bytes.length / 2));
					init.signal?.addEventListener("abort", () =>
						stream.error(init.signal?.reason),
					);
				},
				pull(stream) {
					if (!goesOn) stream.error(broken);
				},
			});
			return new Response(half, answer);
		};
	}, goesOn);

test("a reply that is too large stays in its form, with a sentence", async () => {
	const page = await open(path, { as: cast.learner });
	await area(page).fill(LARGE);
	await send(page);
	await page.getByText(refusals.tooLarge).waitFor();
	expect(await area(page).inputValue()).toBe(LARGE);
	await area(page).fill(TEXT);
	await send(page);
	await page.getByText(threads.posted).waitFor();
});

test("a reply too large to be read to its end also stays, and the form says that it is too large", async () => {
	const page = await open(path, { as: cast.learner });
	await area(page).fill("字".repeat(1_200_000));
	await send(page);
	await page.getByText(refusals.tooLarge).waitFor();
	expect(await area(page).inputValue()).toHaveLength(1_200_000);
});

test("a bio that is too large also stays, and a later save shows in a new document", async () => {
	const page = await open("/settings", { as: cast.learner });
	const bio = page.getByLabel(settings.bio);
	const save = page.getByRole("button", { name: settings.save });
	await bio.fill(LARGE);
	await save.click();
	await page.getByText(refusals.tooLarge).waitFor();
	expect(await bio.inputValue()).toBe(LARGE);
	await bio.fill(TEXT);
	await page.getByLabel(settings.theme).selectOption("dark");
	await save.click();
	await page.locator("html[data-theme=dark]").waitFor();
	await page.getByText(settings.saved).waitFor();
	expect(await bio.inputValue()).toBe(TEXT);
});

test("a reply that does not arrive stays in its form until it does", async () => {
	const page = await open(path, { as: cast.learner });
	const documents = countDocuments(page);
	await area(page).fill(TEXT);
	await lose(page);
	await send(page);
	await page.getByText(forms.textKept(refusals.offline)).waitFor();
	expect(await area(page).inputValue()).toBe(TEXT);
	await find(page);
	await send(page);
	await page.getByText(threads.posted).waitFor();
	expect(await page.locator("article", { hasText: "还没想完" }).count()).toBe(
		1,
	);
	expect(documents()).toBe(0);
});

test("without the code of the preview a sentence stands in its place, and the text stays", async () => {
	const page = await open(path, { as: cast.learner });
	await area(page).fill(TEXT);
	await lose(page);
	await page.getByRole("button", { name: forms.preview }).click();
	await page.getByText(refusals.offline).waitFor();
	expect(await area(page).inputValue()).toBe(TEXT);
});

test("a reply whose answer breaks off stays in its form and is posted once", async () => {
	const page = await open("/", { as: cast.learner });
	await halfAnswer(page, false);
	await page.goto(path);
	await answers(page);
	await area(page).fill(TEXT);
	await send(page);
	await page.getByText(forms.textKept(refusals.offline)).waitFor();
	expect(await area(page).inputValue()).toBe(TEXT);
	await send(page);
	await page.getByText(threads.posted).waitFor();
	expect(await page.locator("article", { hasText: "还没想完" }).count()).toBe(
		1,
	);
});

test("a vote can be withdrawn while its answer is still coming", async () => {
	const page = await open("/", { as: cast.learner });
	await halfAnswer(page, true);
	await page.goto(path);
	await answers(page);
	const vote = page.locator(`#reply-${reply.id} .votes`);
	for (const pressed of ["true", "false"]) {
		const answered = page.waitForResponse(/vote\.data/);
		await vote.click();
		await answered;
		await expect.poll(() => vote.getAttribute("aria-pressed")).toBe(pressed);
	}
	expect(await vote.textContent()).toBe("0");
});

test("a vote that does not arrive is taken back, and counts once it does", async () => {
	const page = await open(path, { as: cast.learner });
	const documents = countDocuments(page);
	const vote = page.locator(`#reply-${reply.id} .votes`);
	await lose(page);
	await vote.click();
	await page.getByText(refusals.offline).waitFor();
	expect(await vote.getAttribute("aria-pressed")).toBe("false");
	expect(await vote.textContent()).toBe("0");
	await find(page);
	await vote.click();
	await page.getByText(refusals.offline).waitFor({ state: "hidden" });
	expect(await vote.textContent()).toBe("1");
	expect(documents()).toBe(0);
});

test("a menu says that its act did not arrive", async () => {
	const page = await open(path, { as: cast.instructor });
	const menu = page.locator(`#reply-${reply.id} .menu`);
	await menu.locator("summary").click();
	await lose(page);
	await menu.getByRole("button", { name: threads.remove }).click();
	await menu.getByText(refusals.offline).waitFor();
	await find(page);
	await menu.getByRole("button", { name: threads.remove }).click();
	await page.getByText(threads.removedReplies(1)).waitFor();
});

test("a page that does not arrive says so, and loads once it can", async () => {
	const page = await open(path, { as: cast.learner });
	const title = page.getByRole("heading", { name: errorPages.offline.title });
	const retry = page.getByRole("link", { name: errorPages.offline.retry });
	await area(page).fill(TEXT);
	await lose(page);
	await page.locator(".crumbs a").first().click();
	await title.waitFor();
	await retry.click();
	await title.waitFor();
	await find(page);
	await retry.click();
	await page.getByRole("heading", { name: cast.course.title }).waitFor();
	await page.goto(path);
	await answers(page);
	await expect.poll(() => area(page).inputValue()).toBe(TEXT);
});

test("typing a title works while no similar ones can be found", async () => {
	const page = await open("/courses/course/threads/new?kind=question", {
		as: cast.learner,
	});
	const title = page.getByLabel(threads.title);
	await lose(page);
	const failed = page.waitForEvent("requestfailed");
	await title.fill("为什么叫涌现，而不叫突现？");
	await failed;
	await find(page);
	const answered = page.waitForResponse(/similar\.data/);
	await title.fill("为什么叫涌现？");
	await answered;
	expect(await title.inputValue()).toBe("为什么叫涌现？");
});
