import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { rare } from "#app/words/zh/rare.ts";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	PASSWORD,
	useCast,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

const { accounts, threads, thinking, lessons } = zh;
const { afterwards } = rare.asking;
const open = useBrowser(useSite());
const cast = useCast();

const TITLE = "台阶从哪里来？";

let question: Awaited<ReturnType<typeof makeThread>>;
let reply: { id: number };

beforeEach(async () => {
	question = await makeThread(cast.course, cast.other, {
		kind: "question",
		title: TITLE,
	});
	reply = await makeReply(cast.course, question.id, cast.other);
});

const pathOf = ({ number }: { number: number }) =>
	`/courses/course/threads/${number}`;

async function signIn(page: Page) {
	const button = page
		.locator("main")
		.getByRole("button", { name: accounts.signIn });
	// The page before has fields of these names too.
	await button.waitFor();
	await page.getByLabel(accounts.email).fill("zhou@example.com");
	await page.getByLabel(accounts.password).fill(PASSWORD);
	await button.click();
}

const isFocused = (page: Page, id: string) =>
	expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);

test("a visitor who wants to reply is told so at the sign-in page, and comes to the box", async () => {
	const page = await open(pathOf(question));
	await page.getByRole("link", { name: threads.write }).click();
	await page.getByText(afterwards.reply(TITLE)).waitFor();
	await page.getByRole("link", { name: rare.asking.signUpFirst }).click();
	await page.getByText(afterwards.reply(TITLE)).waitFor();
	await page
		.locator("main")
		.getByRole("link", { name: accounts.signIn })
		.click();
	await signIn(page);
	await page.waitForURL(`**${pathOf(question)}#write-reply`);
	await isFocused(page, "write-reply");
});

test.each([
	{
		what: "vote",
		name: threads.signInToVote(0),
		at: () => `#reply-${reply.id}`,
	},
	{ what: "meToo", name: zh.questions.wonder, at: () => "#me-too" },
] as const)(
	"the sign-in page says $what, and leads back to the place",
	async ({ what, name, at }) => {
		const page = await open(pathOf(question), { javaScript: false });
		const link = page.locator(`a.votes[href*="${encodeURIComponent(at())}"]`);
		expect(await link.textContent()).toContain(what === "vote" ? "0" : name);
		await link.click();
		await page.getByText(afterwards[what](TITLE)).waitFor();
		await signIn(page);
		await page.waitForURL(`**${pathOf(question)}${at()}`);
	},
);

test("the way to a thread that visitors may not see names nothing of it", async () => {
	const title = "只问老师";
	const { number } = await makeThread(cast.course, cast.other, {
		kind: "question",
		title,
		isPrivate: true,
	});
	const back = encodeURIComponent(`${pathOf({ number })}#write-reply`);
	const page = await open(`/sign-in?redirectTo=${back}`);
	await page.getByLabel(accounts.email).waitFor();
	expect(await page.content()).not.toContain(title);
});

test("from a lesson one answers its thinking question with a position in three clicks", async () => {
	const { lesson } = await makeThinking(cast.course, { positions: STANDARD });
	const page = await open(`/courses/course/lessons/${lesson.number}`, {
		as: cast.learner,
	});
	await page.getByRole("link", { name: thinking.write }).click();
	await isFocused(page, "write-reply");
	await page.keyboard.type("是，而且不止一种理由。");
	const form = page.locator("#write");
	await form.getByText(thinking.standard.yes, { exact: true }).click();
	await form.getByRole("button", { name: threads.send }).click();
	await page.locator("article.reply").getByText("不止一种理由").waitFor();
	await page
		.locator("article.reply .who")
		.getByText(thinking.standard.yes, { exact: true })
		.waitFor();
});

test("one click leads from a lesson to the questions about it", async () => {
	const lesson = await makeLesson(cast.course);
	await makeThread(cast.course, cast.other, {
		kind: "question",
		title: "这一课里的疑问",
		lessonId: lesson.id,
	});
	const page = await open(`/courses/course/lessons/${lesson.number}`);
	await page.getByRole("link", { name: lessons.asked(1) }).click();
	await page.getByRole("link", { name: "这一课里的疑问" }).waitFor();
	expect(await page.getByText(TITLE).count()).toBe(0);
});
