import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeCast,
	makeReply,
	makeThread,
	type Person,
	person,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";
import { replySaying, WAYS, type Way } from "#tests/support/ways.ts";

const open = useBrowser(useSite());

const LIST = "/courses/course/questions";
const TITLE = "概率为什么要取对数";
const BODY = "不好意思，问得很基础。";
const MORE = "再补一句我的疑问。";

let cast: Awaited<ReturnType<typeof makeCast>>;
let asker: Person;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	asker = await person("chan-jing", "禅静", null);
});

/** Asks a question, after checking that the form says beside each box who sees what. */
async function ask(
	{ words, visitor }: Way,
	ticks: readonly ("private" | "anonymous")[],
) {
	const { threads, questions, asking } = words;
	const page = await open(LIST, { as: asker, ...visitor });
	await page.getByRole("link", { name: questions.ask, exact: true }).click();
	await page.getByLabel(threads.title).fill(TITLE);
	await page.getByLabel(asking.optionalText).fill(BODY);
	await page.getByText(asking.who).click();
	for (const [box, says] of [
		[questions.private, questions.privateHint],
		[questions.anonymous, questions.anonymousHint],
	] as const)
		expect(await page.getByLabel(box).getAttribute("aria-describedby")).toBe(
			await page.getByText(says).getAttribute("id"),
		);
	for (const tick of ticks) await page.getByLabel(questions[tick]).check();
	await expectReadable(page);
	await page.getByRole("button", { name: threads.publish }).click();
	await page.getByRole("heading", { name: TITLE, level: 1 }).waitFor();
	return page;
}

/** Checks that nothing on a classmate's page tells who asked. */
async function expectNobody(path: string, { words, visitor }: Way) {
	const page = await open(path, { as: cast.other, ...visitor });
	const byline = page.locator(".thread-head .who");
	expect(await byline.textContent()).toContain(words.threads.anonymous);
	const source = await page.content();
	for (const trace of [asker.name, asker.handle, asker.email])
		expect(source).not.toContain(trace);
	await expectReadable(page);
	return page;
}

async function expectName(page: Page, { words }: Way) {
	const byline = page.locator(".thread-head .who");
	const name = byline.getByRole("link", { name: asker.name });
	expect(await name.getAttribute("href")).toBe(`/people/${asker.handle}`);
	await byline.getByText(words.threads.anonymous).waitFor();
}

test.each(WAYS)(
	"only staff learn who asked an anonymous question, also from the asker's later replies: $way",
	async (way) => {
		const { words, visitor } = way;
		const { threads } = words;
		const page = await ask(way, ["anonymous"]);
		const { pathname } = new URL(page.url());
		await page.getByRole("textbox", { name: threads.write }).fill(MORE);
		await page.getByRole("button", { name: threads.send }).click();
		await replySaying(page, MORE).waitFor();
		await expectName(page, way);
		const list = await open(LIST, { as: cast.assistant, ...visitor });
		const entry = list.getByRole("listitem").filter({ hasText: TITLE });
		await entry.getByText(asker.name).waitFor();
		await entry.getByText(threads.anonymous).waitFor();

		const classmate = await expectNobody(pathname, way);
		const reply = replySaying(classmate, MORE).locator(".who").first();
		expect(await reply.textContent()).toContain(threads.anonymous);
		await classmate.goto(`/people/${asker.handle}`);
		expect(await classmate.getByRole("main").textContent()).not.toContain(
			TITLE,
		);

		const staff = await open(pathname, { as: cast.assistant, ...visitor });
		await expectName(staff, way);
		await replySaying(staff, MORE).getByText(asker.name).waitFor();
		await expectReadable(staff);
	},
);

test.each(WAYS)(
	"the asker agrees to the staff's proposal, and the private question opens to the class without a name: $way",
	async (way) => {
		const { words, visitor } = way;
		const { questions } = words;
		const page = await ask(way, ["private", "anonymous"]);
		await page.locator(".private").waitFor();
		const { pathname } = new URL(page.url());
		const classmate = await open(LIST, { as: cast.other, ...visitor });
		expect(await classmate.getByText(TITLE).count()).toBe(0);
		const missing = await classmate.goto(pathname);
		expect(missing?.status()).toBe(404);

		const staff = await open(LIST, { as: cast.instructor, ...visitor });
		await staff.getByRole("link", { name: TITLE }).click();
		await staff.getByRole("button", { name: questions.propose }).waitFor();
		await expectName(staff, way);
		await expectReadable(staff);
		await staff.getByRole("button", { name: questions.propose }).click();
		await staff.getByText(questions.proposed).waitFor();
		await expectReadable(staff);
		await staff.getByRole("button", { name: questions.withdraw }).click();
		await staff.getByText(questions.proposeHint).waitFor();
		await staff.getByRole("button", { name: questions.propose }).click();
		await staff.getByText(questions.proposed).waitFor();

		await page.reload();
		await page.getByText(questions.proposedToYou).waitFor();
		await page.getByText(questions.publishAnonymous).waitFor();
		await expectReadable(page);
		await page.getByRole("button", { name: questions.decline }).click();
		await page.getByText(questions.declinedByYou).waitFor();
		await expectReadable(page);
		// One click is not enough: first the page says what it means.
		const sure = page.getByRole("button", { name: questions.publishConfirm });
		expect(await sure.isVisible()).toBe(false);
		await page.getByText(questions.publish).click();
		await page.getByText(questions.publishSure).waitFor();
		await expectReadable(page);
		await sure.click();
		await page.getByText(questions.published).waitFor();
		expect(await page.getByText(questions.proposedToYou).count()).toBe(0);
		await page.goto(pathname);
		expect(await page.getByText(questions.published).isVisible()).toBe(false);

		await classmate.goto(LIST);
		await classmate.getByRole("link", { name: TITLE }).waitFor();
		await expectNobody(pathname, way);
	},
);

test("the note that a question was published goes at the next act", async () => {
	const { course, instructor } = cast;
	const thread = await makeThread(course, asker, {
		kind: "question",
		isPrivate: true,
	});
	await makeReply(course, thread.id, instructor);
	await makeReply(course, thread.id, asker);
	const page = await open(`/courses/course/threads/${thread.number}`, {
		as: asker,
	});
	const { questions } = zh;
	await page.getByText(questions.publish).click();
	await page.getByRole("button", { name: questions.publishConfirm }).click();
	await page.getByText(questions.publish).waitFor({ state: "detached" });
	await page.getByRole("button", { name: questions.solved }).click();
	await page.getByText(questions.solvedHint).waitFor({ state: "detached" });
	expect(await page.getByText(questions.published).isVisible()).toBe(false);
});

test("without JavaScript the preview also says who sees what, and the asker can change it there", async () => {
	const { words, visitor } = WAYS[2];
	const { threads, questions, forms, asking } = words;
	const page = await open("/courses/course/threads/new?kind=question", {
		as: asker,
		...visitor,
	});
	await page.getByLabel(threads.title).fill(TITLE);
	await page.getByLabel(asking.optionalText).fill(BODY);
	await page.getByText(asking.who).click();
	await page.getByLabel(questions.private).check();
	await page.getByRole("button", { name: forms.preview }).click();
	await page.getByText(questions.privateHint).waitFor();
	expect(await page.getByLabel(questions.private).isChecked()).toBe(true);
	await page.getByLabel(questions.private).uncheck();
	await page.getByLabel(questions.anonymous).check();
	await page.getByRole("button", { name: threads.publish }).click();
	const thread = page.locator(".thread-head");
	await thread.getByText(threads.anonymous).waitFor();
	expect(await page.locator(".private").count()).toBe(0);
});

test("on the page of an anonymous reply's answers, the form answers that reply", async () => {
	const { course, other } = cast;
	const anonymously = { kind: "question", isAnonymous: true } as const;
	const thread = await makeThread(course, asker, anonymously);
	const own = await makeReply(course, thread.id, asker);
	const address = `/courses/course/threads/${thread.number}?under=${own.id}`;
	const page = await open(address, { as: other });
	await page.locator("#write textarea").fill(MORE);
	await page.getByRole("button", { name: zh.threads.send }).click();
	await page.locator(`#reply-${own.id} article`, { hasText: MORE }).waitFor();
});
