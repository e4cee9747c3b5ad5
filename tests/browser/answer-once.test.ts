import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { voteThread } from "#app/votes/commands.server.ts";
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
import { chooseFromMenu, WAYS, type Way } from "#tests/support/ways.ts";

const open = useBrowser(useSite());

const MASTER = "温度调高会怎样";
const TWIN = "温度是什么意思";
const ALIKE = "为什么要调温度";
const APART = "作业什么时候交";
const ANSWER = "温度越高，分布越平。";

let cast: Awaited<ReturnType<typeof makeCast>>;
let third: Person;
let threads: Record<string, string>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	third = await person("sheng", "盛同学", null);
	const { course, instructor, learner, other } = cast;
	threads = {};
	const ask = async (title: string, by: Person) => {
		const thread = await makeThread(course, by, { kind: "question", title });
		threads[title] = `/courses/course/threads/${thread.number}`;
		return thread;
	};
	const master = await ask(MASTER, learner);
	const twin = await ask(TWIN, other);
	const alike = await ask(ALIKE, third);
	await voteThread(twin.id, { by: third, course, voted: true });
	await voteThread(alike.id, { by: other, course, voted: true });
	await ask(APART, third);
	await makeReply(course, master.id, instructor, { body: `**${ANSWER}**` });
});

const at = (title: string) => threads[title] ?? "";
const meToo = (page: Page) => page.locator(".thread-head .votes .num");
const settled = (page: Page, { questions }: Way["words"]) =>
	page.getByRole("region", { name: questions.settledBy });

async function settle(page: Page, { questions, replyActs }: Way["words"]) {
	await chooseFromMenu(page, ANSWER, questions.settle);
	const settleForm = replyActs.settle;
	await page.getByText(settleForm.hint).waitFor();
	await page.getByRole("button", { name: settleForm.submit }).click();
	await page.getByRole("alert").waitFor();
	await page.getByLabel(TWIN).check();
	await page.getByLabel(ALIKE).check();
	expect(await page.getByLabel(MASTER).count()).toBe(0);
	await expectReadable(page);
	await page.getByRole("button", { name: settleForm.submit }).click();
	await page.getByRole("heading", { name: MASTER, level: 1 }).waitFor();
}

test.each(WAYS)(
	"the asker accepts an answer with its button, and takes that back in its menu: $way",
	async ({ words, visitor }) => {
		const { questions } = words;
		const page = await open(at(MASTER), { as: cast.learner, ...visitor });
		const answer = page.locator("article.reply").filter({ hasText: ANSWER });
		const inSight = answer.getByRole("button", {
			name: questions.accept,
			exact: true,
		});
		await inSight.click();
		await answer.getByText(questions.accepted).waitFor();
		expect(await inSight.count()).toBe(0);
		await answer.locator("summary").click();
		await answer.getByRole("button", { name: questions.unaccept }).click();
		await inSight.waitFor();
	},
);

/** The titles of an asker's notifications. */
async function newsOf(page: Page) {
	await page.goto("/notifications");
	return page.locator("main li .link").allTextContents();
}

test.each(WAYS)(
	"one answer settles the questions that staff tick, tells each asker once, and can be undone: $way",
	async ({ words, visitor }) => {
		const { questions, nav } = words;
		const staff = await open(at(MASTER), { as: cast.instructor, ...visitor });
		await settle(staff, words);
		const settles = staff.getByRole("region", { name: questions.settle });
		await settles.getByText(questions.settles(2)).waitFor();
		await settles.getByRole("link", { name: ALIKE }).waitFor();
		await expectReadable(staff);
		// A vote in one of them counts here too.
		expect(await meToo(staff).textContent()).toBe("2");

		const asker = await open(at(APART), { as: third, ...visitor });
		await asker.getByRole("link", { name: nav.news("1") }).click();
		const told = asker.getByRole("main").getByRole("listitem");
		await told.getByText(ALIKE).waitFor();
		expect(await told.count()).toBe(1);
		await expectReadable(asker);
		await told.getByRole("link", { name: ALIKE }).click();
		await settled(asker, words).getByText(ANSWER).waitFor();
		await asker.getByText(questions.states.answered).waitFor();
		await expectReadable(asker);
		// An opened notification is read.
		expect(await asker.getByRole("link", { name: nav.news("1") }).count()).toBe(
			0,
		);
		await settled(asker, words).getByRole("link", { name: MASTER }).click();
		await asker.getByRole("heading", { name: MASTER, level: 1 }).waitFor();
		expect(new URL(asker.url()).hash).toMatch(/^#reply-\d+$/);

		for (const [as, title] of [
			[cast.other, TWIN],
			[third, ALIKE],
		] as const)
			expect(await newsOf(await open("/", { as, ...visitor }))).toEqual([
				title,
			]);

		const undo = settles.getByRole("listitem").filter({ hasText: ALIKE });
		await undo.getByRole("button", { name: questions.unsettle }).click();
		await settles.getByText(questions.settles(1)).waitFor();
		await staff.goto(at(ALIKE));
		await staff.getByText(questions.states.waiting).waitFor();
		expect(await settled(staff, words).count()).toBe(0);
		await staff.goto(at(MASTER));
		expect(await meToo(staff).textContent()).toBe("1");
		await staff.goto(at(TWIN));
		await settled(staff, words).getByText(ANSWER).waitFor();
		expect(await newsOf(asker)).toEqual([]);
	},
);
