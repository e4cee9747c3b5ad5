import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import { replySaying, WAYS } from "#tests/support/ways.ts";

const open = useBrowser(useSite());
const cast = useCast();
const LESSON = "/courses/course/lessons/1";
const { begin } = zh.notes;
let lesson: Lesson;

beforeEach(async () => {
	lesson = await makeLesson(cast.course);
});

/** Follows each step by one click. */
async function clicksOf(page: Page, steps: [string, RegExp | string][]) {
	for (const [role, name] of steps)
		await page
			.getByRole(role as "link", { name, exact: typeof name === "string" })
			.first()
			.click();
	return steps.length;
}

test.each([true, false])(
	"the oldest question is answered in three clicks from the first page; scripts: %s",
	async (javaScript) => {
		const asked = { kind: "question" as const, title: "为什么要除？" };
		await makeThread(cast.course, cast.learner, asked);
		const page = await open("/", { as: cast.assistant, javaScript });
		expect(
			await clicksOf(page, [
				["link", `${zh.desk.title} 1`],
				["link", zh.desk.answer],
			]),
		).toBe(2);
		await page.getByRole("heading", { name: asked.title, level: 1 }).waitFor();
		await page.keyboard.type("因为方差会变大。");
		await page.getByRole("button", { name: zh.threads.send }).click();
		await replySaying(page, "因为方差会变大。").waitFor();
		const home = await open("/", { as: cast.assistant, javaScript });
		await home
			.getByRole("link", { name: zh.desk.title, exact: true })
			.waitFor();
	},
);

test.each([true, false])(
	"an answer of one's own is beside its paragraph after two clicks; scripts: %s",
	async (javaScript) => {
		const [, paragraph] = await blocksOf(lesson);
		await makeReply(cast.course, lesson.threadId, cast.assistant, {
			body: `> ${paragraph?.text}\n\n这里另有一说。`,
		});
		const page = await open(LESSON, { as: cast.assistant, javaScript });
		await clicksOf(page, [
			["link", zh.threads.pin],
			["button", zh.threads.pinForm.submit],
		]);
		const note = page.locator(".annotated", {
			has: page.locator(`#block-${paragraph?.id}`),
		});
		await page.waitForURL(/\/threads\/1#/);
		await page.goto(LESSON);
		await note.locator(".note").waitFor();
	},
);

test.each([true, false])(
	"one answer settles another question after three clicks; scripts: %s",
	async (javaScript) => {
		const { course, learner, other, assistant } = cast;
		const ask = (title: string, by = learner) =>
			makeThread(course, by, { kind: "question", title });
		const asked = await ask("温度调高会怎样");
		const twin = await ask("温度调高有什么用", other);
		await makeReply(course, asked.id, assistant, { body: "分布变平。" });
		const page = await open(`/courses/course/threads/${asked.number}`, {
			as: assistant,
			javaScript,
		});
		await clicksOf(page, [
			["link", zh.questions.settle],
			["checkbox", /温度调高有什么用/],
			["button", zh.replyActs.settle.submit],
		]);
		await page
			.getByRole("heading", { name: "温度调高会怎样", level: 1 })
			.waitFor();
		await page.goto(`/courses/course/threads/${twin.number}`);
		await page.getByText("分布变平。").first().waitFor();
	},
);

test.each(WAYS)(
	"staff begin a note at its paragraph: $way",
	async ({ words, visitor }) => {
		const { notes } = words;
		const paragraph = (await blocksOf(lesson)).find(
			({ kind }) => kind === "paragraph",
		);
		const { id } = await makeReply(
			cast.course,
			lesson.threadId,
			cast.instructor,
			{ body: "先前说过的一句。" },
		);
		const learner = await open(LESSON, { as: cast.learner, ...visitor });
		expect(await learner.locator(".asks .of-note").count()).toBe(0);
		const page = await open(LESSON, { as: cast.assistant, ...visitor });
		const block = page.locator(`#block-${paragraph?.id}`);
		await block.hover();
		await block
			.locator("xpath=following-sibling::*[1]")
			.getByText(notes.begin.mark, { exact: true })
			.click();
		await page.getByRole("heading", { name: notes.begin.title }).waitFor();
		await page
			.getByText(paragraph?.text ?? "")
			.first()
			.waitFor();
		await expectReadable(page);
		await page
			.getByRole("textbox", { name: notes.begin.body, exact: true })
			.fill("旁边的一句，有 $x^2$。");
		await page
			.getByRole("button", { name: notes.begin.submit, exact: true })
			.click();
		const noted = page.locator(".note", { hasText: "旁边的一句" });
		await noted.locator("math").waitFor();
		expect(page.url()).toMatch(/#note-\d+$/);
		// A reply that is there already.
		await page.goto(`${LESSON}/note?block=${paragraph?.id}`);
		await page.getByRole("link", { name: words.threads.pin }).click();
		await page
			.getByRole("heading", { name: words.threads.pinForm.title, exact: true })
			.waitFor();
		await page
			.getByRole("button", { name: words.threads.pinForm.submit })
			.click();
		await page
			.locator(`#note-${id}`, { hasText: "先前说过的一句。" })
			.waitFor();
		expect(await page.locator(".annotated .note").count()).toBe(2);
	},
);

test("after a selection, staff may write a note there", async () => {
	const page = await open(LESSON, { as: cast.assistant });
	const block = page.locator(".text .block p").first();
	await block.selectText();
	await page.getByRole("link", { name: begin.selection, exact: true }).click();
	await page.getByRole("heading", { name: begin.title }).waitFor();
});

test("of a term, the form shows the two fields that it must have", async () => {
	const { id } = await makeReply(cast.course, lesson.threadId, cast.learner, {
		body: "又译作涌现。",
	});
	const page = await open(`/courses/course/replies/${id}/pin`, {
		as: cast.assistant,
	});
	const { fields } = zh.glossary;
	await page.getByLabel(fields.source).waitFor();
	expect(await page.getByLabel(fields.rendering).isVisible()).toBe(true);
	expect(await page.getByLabel(fields.meaning).isVisible()).toBe(false);
	await page.getByText(fields.more).click();
	await page.getByLabel(fields.meaning).fill("整体才有的本领。");
	await page.getByLabel(fields.source).fill("emergence");
	await page.getByLabel(fields.rendering).fill("涌现");
	await page.getByRole("button", { name: zh.threads.pinForm.submit }).click();
	await page.waitForURL(/\/threads\/1#/);
	await page.goto("/courses/course/glossary");
	await page.getByText("整体才有的本领。").waitFor();
});
