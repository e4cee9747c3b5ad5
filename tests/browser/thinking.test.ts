import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { POSITIONS_MIN } from "#app/thinking/positions.ts";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import { zh } from "#app/words/zh.ts";
import { countDocuments, useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeReply } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";
import { makeThinking, STANDARD, THIRTY } from "#tests/support/thinking.ts";

const { lessons, progress, thinking, thinkingForm, threads, forms } = zh;
const open = useBrowser(useSite());

const THEIRS = "别人先写下的看法";

let cast: Awaited<ReturnType<typeof makeCast>>;
beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
});

/** A question with a reply by somebody else, and its address. */
async function ask(asks: Parameters<typeof makeThinking>[1]) {
	const question = await makeThinking(cast.course, asks);
	const position = asks?.positions ? "no" : null;
	await makeReply(cast.course, question.id, cast.other, {
		body: THEIRS,
		position,
	});
	return {
		path: `/courses/course/threads/${question.number}`,
		lesson: `/courses/course/lessons/${question.lesson.number}`,
	};
}

async function reply(page: Page, body: string) {
	await page.getByRole("textbox", { name: threads.write }).fill(body);
	await page.getByRole("button", { name: threads.send }).click();
	await page
		.locator("article")
		.filter({ hasText: body.slice(0, 4) })
		.waitFor();
}

test.each(["with", "without"])(
	"a learner writes first and then reads: %s JavaScript",
	async (scripts) => {
		const javaScript = scripts === "with";
		const { path } = await ask({ writeFirst: true });
		const page = await open(path, { as: cast.learner, javaScript });
		const documents = countDocuments(page);
		const theirs = page.getByText(THEIRS);
		await page.getByText(thinking.closed(OPENING_CHARACTERS)).waitFor();
		expect(await page.content()).not.toContain(THEIRS);
		await reply(page, "太短了。");
		await page.getByText(thinking.closed(OPENING_CHARACTERS)).waitFor();
		if (javaScript)
			await page.getByText(thinking.postedShort(OPENING_CHARACTERS)).waitFor();
		expect(await theirs.count()).toBe(0);
		await reply(page, THIRTY);
		await theirs.waitFor();
		expect(
			await page.getByText(thinking.closed(OPENING_CHARACTERS)).count(),
		).toBe(0);
		if (javaScript) expect(documents()).toBe(0);
		const visitor = await open(path, { javaScript });
		await visitor.getByText(thinking.closed(OPENING_CHARACTERS)).waitFor();
		expect(await visitor.content()).not.toContain(THEIRS);
	},
);

test.each(["with", "without"])(
	"a position counts in the spread, and another view shows beside the best: %s JavaScript",
	async (scripts) => {
		const javaScript = scripts === "with";
		const { path } = await ask({ positions: STANDARD });
		const page = await open(path, { as: cast.learner, javaScript });
		// Whoever has not written yet asks to see it.
		await page.getByText(lessons.others).click();
		const bar = page.getByRole("figure", { name: thinking.spread });
		await bar.getByText(thinking.people(1)).waitFor();
		await page.getByLabel(thinking.standard.yes).check();
		await reply(page, "我选另一边。");
		await bar.getByText(thinking.people(2)).waitFor();
		for (const position of STANDARD)
			await bar
				.getByText(
					thinking.held(
						thinking.standard[position],
						position === "partly" ? 0 : 1,
					),
					{ exact: true },
				)
				.waitFor();
		const other = page.getByRole("region", { name: thinking.other });
		expect(await other.textContent()).toContain("我选另一边。");
		const none = page.getByLabel(thinking.noPosition);
		expect(await none.isChecked()).toBe(true);
	},
);

test.each(["with", "without"])(
	"a learner marks a lesson as read and takes that back: %s JavaScript",
	async (scripts) => {
		const javaScript = scripts === "with";
		const { lesson } = await ask({});
		const page = await open(lesson, { as: cast.learner, javaScript });
		const documents = countDocuments(page);
		// The button changes before the answer comes.
		const answered = () =>
			page.waitForResponse((answer) => answer.request().method() === "POST");
		await Promise.all([
			answered(),
			page.getByRole("button", { name: progress.markRead }).click(),
		]);
		const marked = page.getByRole("button", { name: progress.unmarkRead });
		await marked.waitFor();
		if (javaScript) expect(documents()).toBe(0);
		const course = await open("/courses/course", { as: cast.learner });
		await course.locator(".is-read").waitFor();
		await Promise.all([answered(), marked.click()]);
		await page.getByRole("button", { name: progress.markRead }).waitFor();
		await page.reload();
		await page.getByRole("button", { name: progress.markRead }).waitFor();
	},
);

test("a check-in folds into one line and marks the lesson as read", async () => {
	const { lesson } = await ask({});
	const page = await open(lesson, { as: cast.learner });
	await page.getByRole("textbox", { name: threads.write }).fill("打卡第 3 天");
	await page.getByRole("button", { name: threads.send }).click();
	await page.getByText(progress.postedCheckIn).waitFor();
	await page.getByText(progress.checkIns(1)).click();
	await page.locator(".check-ins").getByText(cast.learner.name).waitFor();
	await page.getByRole("button", { name: progress.unmarkRead }).waitFor();
});

test("the instructor gives a question its own positions", async () => {
	const { path } = await ask({});
	const page = await open(path, { as: cast.instructor, javaScript: false });
	await page.getByRole("link", { name: thinking.settings }).click();
	const words = page.getByRole("textbox", { name: thinkingForm.ownWords });
	await page.getByLabel(thinkingForm.asksOwn).check();
	await words.fill("只有一种");
	await page.getByRole("button", { name: forms.save }).click();
	await page.getByText(zh.errors.positionsFew(POSITIONS_MIN)).waitFor();
	await words.fill("更快\n更慢");
	await page.getByRole("button", { name: forms.save }).click();
	await page.getByLabel("更慢").waitFor();
	expect(await page.getByText(thinking.nobody).count()).toBe(1);
});
