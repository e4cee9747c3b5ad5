import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { editLesson } from "#app/lessons/commands.server.ts";
import { findLessonSource } from "#app/lessons/queries.server.ts";
import { db } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeNote,
	makeReply,
	people,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const LESSON = "/courses/course/lessons/1";
const DESK = "/courses/course/desk";

const cast = useCast();
let lesson: Lesson;

beforeEach(async () => {
	const { course, learner, instructor } = cast;
	lesson = await makeLesson(course);
	const { threadId } = lesson;
	const [first, second] = await blocksOf(lesson);
	for (const [block, shortForm] of [
		[first, "第一条"],
		[first, "第二条"],
		[second, "第三条"],
	] as const) {
		const { id } = await makeReply(course, threadId, learner);
		const note = { blockId: block?.id, shortForm };
		await makeNote(course, { id, threadId }, instructor, note);
	}
});

const shortForms = (page: Page) =>
	page.locator(".note .short").allTextContents();

test.each(["with", "without"])(
	"staff order the notes of a block, %s JavaScript",
	async (scripts) => {
		const javaScript = scripts === "with";
		const page = await open(LESSON, { as: cast.assistant, javaScript });
		await page.getByRole("button", { name: zh.notes.down }).first().click();
		await page.getByText("第一条").waitFor();
		await expect
			.poll(() => shortForms(page))
			.toEqual(["第二条", "第一条", "第三条"]);
		const learner = await open(LESSON, { as: cast.learner, javaScript });
		expect(await shortForms(learner)).toEqual(["第二条", "第一条", "第三条"]);
		expect(
			await learner.getByRole("button", { name: zh.notes.down }).count(),
		).toBe(0);
	},
);

test.each(["with", "without"])(
	"staff confirm a note on the desk after its paragraph was reworded, %s JavaScript",
	async (scripts) => {
		const { revision, ...words } = await findLessonSource(lesson.id);
		await editLesson(
			lesson,
			{
				...words,
				source: words.source.replace("开头一段。", "改过的开头一段。"),
				...{ revision },
			},
			{ by: null, course: cast.course },
		);
		const javaScript = scripts === "with";
		const page = await open(DESK, { as: cast.assistant, javaScript });
		const list = page.locator("section", { has: page.locator(".wordings") });
		await list.getByText("改过的开头一段。").first().waitFor();
		const keep = list.getByRole("button", { name: zh.notes.keep });
		expect(await keep.count()).toBe(2);
		expect(await list.locator("ins").first().textContent()).toContain("改过");
		await expectReadable(page);
		// After the edit, the page returns to where it was opened.
		await list.getByRole("link", { name: zh.notes.change }).first().click();
		await page.getByLabel(zh.threads.pinForm.shortForm).fill("改写的一条");
		await page.getByRole("button", { name: zh.forms.save }).click();
		await page.getByRole("heading", { name: zh.desk.title }).waitFor();
		await expect.poll(() => keep.count()).toBe(1);
		await keep.first().click();
		await expect.poll(() => page.locator(".wordings").count()).toBe(0);
	},
);

test.each(["with", "without"])(
	"saving the form of a note whose paragraph is gone does not lose the note, %s JavaScript",
	async (scripts) => {
		const { pinForm } = zh.threads;
		await rewriteLesson(cast.course, lesson, "新的一段。\n\n又一段。");
		const javaScript = scripts === "with";
		const page = await open(DESK, { as: cast.assistant, javaScript });
		await page.getByRole("link", { name: zh.notes.change }).first().click();
		await page.getByRole("heading", { name: pinForm.editTitle }).waitFor();
		await page.getByText(pinForm.gone).waitFor();
		await page.getByText("开头一段。").first().waitFor();
		const save = page.getByRole("button", { name: zh.forms.save });
		await save.click();
		await page.getByText(zh.errors.blockUnchosen).waitFor();
		expect(await db.pin.count({ where: { blockId: null } })).toBe(0);
		await page.locator(".place").getByText("又一段。").click();
		await save.click();
		await page.getByRole("heading", { name: zh.desk.title }).waitFor();
		const noted = await open(LESSON);
		expect(await shortForms(noted)).toEqual(["第一条"]);
	},
);

test("staff see beside a paragraph how many people wonder, and the contents link there", async () => {
	const { course, learner } = cast;
	const blocks = await blocksOf(lesson);
	const paragraph = blocks.find(({ text }) => text === "两种译法。");
	const { number } = await askQuestion({
		...{ by: learner, course, kind: "question", passage: null },
		...{ lessonId: lesson.id, blockId: paragraph?.id ?? null },
		...{ title: "为什么？", body: "说说。", submissionId: randomUUID() },
	});
	const asked = await db.thread.findFirstOrThrow({ where: { number } });
	for (const by of await people(5))
		await voteThread(asked.id, { by, course, voted: true });
	const said = zh.notes.openMark(1, 5);
	const page = await open(LESSON, { as: cast.assistant });
	const mark = page.locator(".asks").getByText(said);
	expect(await mark.isVisible()).toBe(true);
	// The count is at the edge of the text, whether or not the ask button shows.
	const [ends, textEnds] = await Promise.all([
		mark.evaluate((it) => it.getBoundingClientRect().right),
		page
			.locator(`#block-${paragraph?.id}`)
			.evaluate((it) => it.getBoundingClientRect().right),
	]);
	expect(Math.abs(ends - textEnds)).toBeLessThan(2);
	await page.locator(".toc").getByRole("link", { name: said }).click();
	expect(page.url()).toContain(`#block-${paragraph?.id}`);
	const learnerPage = await open(LESSON, { as: cast.other });
	expect(await learnerPage.getByText(said).count()).toBe(0);
});

test("on paper the notes are footnotes under the text, without the screen's controls", async () => {
	const page = await open(LESSON, { as: cast.instructor, theme: "dark" });
	await page.emulateMedia({ media: "print" });
	for (const gone of [
		".bar",
		".foot",
		".toc",
		".above-text",
		".asks",
		".write",
	])
		for (const one of await page.locator(gone).all())
			expect(await one.isVisible(), gone).toBe(false);
	expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(
		0,
	);
	const places = await page.evaluate(() => {
		const bottom = (selector: string) =>
			Math.max(
				...[...document.querySelectorAll(selector)].map(
					(element) => element.getBoundingClientRect().bottom,
				),
			);
		const tops = [...document.querySelectorAll(".notes")].map(
			(note) => note.getBoundingClientRect().top,
		);
		return { text: bottom(".text .block"), tops };
	});
	expect(places.tops).toHaveLength(2);
	expect(Math.min(...places.tops)).toBeGreaterThanOrEqual(places.text);
	expect(await page.getByText("第二条").isVisible()).toBe(true);
	// The page prints light, whatever the screen's theme.
	expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe(
		"rgb(33, 29, 24)",
	);
});

test("on paper the number of a note never stands alone on a line", async () => {
	const page = await open(LESSON);
	await page.emulateMedia({ media: "print" });
	const alone = await page
		.locator(".annotated .block:has(> p)")
		.first()
		.evaluate((block: HTMLElement) => {
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
			const texts: Text[] = [];
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			const last = texts.findLast(({ data }) => data.trim() !== "");
			const end = document.createRange();
			const widths = Array.from({ length: 120 }, (_, i) => 60 + i);
			return widths.filter((width) => {
				block.style.width = `${width}px`;
				end.setStart(last as Text, (last?.data.trimEnd().length ?? 1) - 1);
				end.setEnd(last as Text, last?.data.trimEnd().length ?? 1);
				const below =
					block.getBoundingClientRect().bottom -
					end.getBoundingClientRect().bottom;
				return below > end.getBoundingClientRect().height;
			});
		});
	expect(alone).toEqual([]);
});
