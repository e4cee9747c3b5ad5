import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeLesson, makeReply } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";
import {
	chooseFromMenu,
	replySaying,
	WAYS,
	type Way,
} from "#tests/support/ways.ts";

const open = useBrowser(useSite());

const COURSE = "/courses/course";
const LESSON = `${COURSE}/lessons/1`;
const HIDDEN = "读到这里很有启发。请问老师，代码训练是什么意思？";
const UNDER = "我也没看懂。";
const TITLE = "代码训练是什么意思";

let cast: Awaited<ReturnType<typeof makeCast>>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const { course, learner, other } = cast;
	const lesson = await makeLesson(course);
	const hidden = await makeReply(course, lesson.threadId, learner, {
		body: HIDDEN,
	});
	await makeReply(course, lesson.threadId, other, {
		body: UNDER,
		parentId: hidden.id,
	});
});

/** Goes to the promotion page, from the reply or from the desk. */
const TO_THE_FORM = {
	author: async (page: Page, { questions }: Way["words"]) =>
		chooseFromMenu(page, HIDDEN, questions.promote),
	staff: async (page: Page, { desk, questions }: Way["words"]) => {
		await page.getByRole("link", { name: desk.title }).click();
		const found = page.getByRole("region", { name: desk.candidates });
		await found.getByText(HIDDEN).waitFor();
		await expectReadable(page);
		await found
			.getByRole("listitem")
			.filter({ hasText: HIDDEN })
			.getByRole("link", { name: questions.promote })
			.click();
	},
};

const meToo = (page: Page) => page.locator(".thread-head .votes .num");

test.each(
	WAYS.flatMap((way) =>
		(["author", "staff"] as const).map((by) => ({ ...way, by })),
	),
)(
	"a question hidden in a reply becomes a thread with its votes and a link back, by $by $way",
	async ({ by, words, visitor }) => {
		const { threads, questions } = words;
		const voter = await open(LESSON, { as: cast.other, ...visitor });
		const hidden = voter.locator("article[id^=reply-]").first();
		await hidden.getByRole("button", { name: threads.voteBy(0) }).click();
		await hidden.getByRole("button", { pressed: true }).waitFor();

		const page =
			by === "author"
				? await open(LESSON, { as: cast.learner, ...visitor })
				: await open(COURSE, { as: cast.assistant, ...visitor });
		await TO_THE_FORM[by](page, words);
		await page.getByText(words.replyActs.promote.hint).waitFor();
		await expectReadable(page);
		await page.getByLabel(threads.title).fill(TITLE);
		await page
			.getByRole("button", { name: words.replyActs.promote.submit })
			.click();
		await page.getByRole("heading", { name: TITLE, level: 1 }).waitFor();
		await page.getByText(questions.states.discussed).waitFor();
		const opener = await page.locator(".thread-head").textContent();
		expect(opener).toContain(cast.learner.name);
		expect(opener).toContain(HIDDEN);
		if (by === "author")
			await page
				.locator(".thread-head")
				.getByText(questions.meToo(1))
				.waitFor();
		else expect(await meToo(page).textContent()).toBe("1");
		await replySaying(page, UNDER).waitFor();
		await expectReadable(page);

		const question = page.url();
		await page.getByRole("link", { name: questions.promotedFrom }).click();
		const moved = replySaying(page, questions.promotedTo);
		await moved.waitFor();
		await expectReadable(page);
		expect(await page.getByText(UNDER).count()).toBe(0);
		await moved.getByRole("link", { name: TITLE }).click();
		await page.waitForURL(question);

		// A vote for the reply counts for the question, and can be taken back.
		await voter.goto(question);
		const head = voter.locator(".thread-head");
		await head.getByRole("button", { pressed: true }).click();
		await head.getByRole("button", { pressed: false }).waitFor();
		expect(await meToo(voter).textContent()).toBe("0");
	},
);
