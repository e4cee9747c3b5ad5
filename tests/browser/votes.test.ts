import { beforeAll, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeReply, makeThread } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());

let cast: Awaited<ReturnType<typeof makeCast>>;
let path: string;
let first: { id: number };
let last: { id: number };

beforeAll(async () => {
	cast = await makeCast();
	const { course, learner, other } = cast;
	const thread = await makeThread(course, other);
	first = await makeReply(course, thread.id, learner);
	last = await makeReply(course, thread.id, learner);
	path = `/courses/course/threads/${thread.number}`;
});

test("a vote moves nothing on the page, and reorders at the next visit", async () => {
	const page = await open(path, { as: cast.other });
	const replies = page.locator("article[id^=reply-]");
	const order = () => replies.evaluateAll((all) => all.map(({ id }) => id));
	const asWritten = [`reply-${first.id}`, `reply-${last.id}`];
	const vote = page.locator(`#reply-${last.id} .votes`);
	expect(await order()).toEqual(asWritten);

	for (const [pressed, count] of [
		["true", "1"],
		["false", "0"],
		["true", "1"],
	] as const) {
		const answered = page.waitForResponse((answer) =>
			answer.url().includes("/vote.data"),
		);
		await vote.click();
		await answered;
		await expect.poll(() => vote.getAttribute("aria-pressed")).toBe(pressed);
		expect(await vote.textContent()).toBe(count);
		expect(await order()).toEqual(asWritten);
	}

	await page.reload();
	expect(await order()).toEqual(asWritten.toReversed());
	expect(await vote.getAttribute("aria-pressed")).toBe("true");
	expect(await vote.textContent()).toBe("1");
});

test("the asker sees no button to want it too, only how many others do", async () => {
	const { course, learner, other } = cast;
	const asked = { kind: "question", title: "怎么算？" } as const;
	const { number } = await makeThread(course, other, asked);
	const own = await open(`/courses/course/threads/${number}`, { as: other });
	const acts = own.locator(".thread-head .acts");
	expect(await acts.textContent()).not.toMatch(/也想知道/);
	const page = await open(`/courses/course/threads/${number}`, { as: learner });
	const wonder = page.getByRole("button", { name: zh.questions.wonder });
	const answered = page.waitForResponse(/\/vote\.data/);
	await wonder.click();
	await answered;
	await own.reload();
	await acts.getByText(zh.questions.meToo(1)).waitFor();
	expect(await acts.locator(".votes").count()).toBe(0);
});
