import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { editLesson } from "#app/lessons/commands.server.ts";
import { findLessonSource, listBlocks } from "#app/lessons/queries.server.ts";
import { pinReply } from "#app/notes/commands.server.ts";
import { db, pool } from "#app/platform/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeCast,
	makeLesson,
	makeReply,
	people,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const LESSON = "/courses/course/lessons/1";
const DESK = "/courses/course/desk";

let cast: Awaited<ReturnType<typeof makeCast>>;
let lesson: Awaited<ReturnType<typeof makeLesson>>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	lesson = await makeLesson(cast.course);
	const blocks = await listBlocks(lesson.id, { id: null, role: null });
	const pins = [
		[blocks[0]?.id, "第一条"],
		[blocks[0]?.id, "第二条"],
		[blocks[1]?.id, "第三条"],
	] as const;
	for (const [blockId, shortForm] of pins) {
		const { id } = await makeReply(cast.course, lesson.threadId, cast.learner);
		await pinReply(
			{ id, threadId: lesson.threadId },
			{
				...{ by: cast.instructor, course: cast.course, kind: "answer" },
				...{ blockId: blockId ?? null, shortForm },
			},
		);
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
	"a note whose paragraph was reworded is confirmed on the desk, %s JavaScript",
	async (scripts) => {
		const { revision, ...words } = await findLessonSource(lesson.id);
		await editLesson(lesson, {
			...words,
			source: words.source.replace("开头一段。", "改过的开头一段。"),
			...{ course: cast.course, byId: null, revision },
		});
		const javaScript = scripts === "with";
		const page = await open(DESK, { as: cast.assistant, javaScript });
		const list = page.locator("section", { has: page.locator(".wordings") });
		await list.getByText("改过的开头一段。").first().waitFor();
		const keep = list.getByRole("button", { name: zh.notes.keep });
		expect(await keep.count()).toBe(2);
		expect(await list.locator("ins").first().textContent()).toContain("改过");
		await expectReadable(page);
		// What is rewritten leads back to where it was found.
		await list.getByRole("link", { name: zh.notes.change }).first().click();
		await page.getByLabel(zh.threads.pinForm.shortForm).fill("改写的一条");
		await page.getByRole("button", { name: zh.threads.pinForm.submit }).click();
		await page.getByRole("heading", { name: zh.desk.title }).waitFor();
		await expect.poll(() => keep.count()).toBe(1);
		await keep.first().click();
		await expect.poll(() => page.locator(".wordings").count()).toBe(0);
	},
);

test.each([1100, 1280, 1600])(
	"a long note beside a short stretch ends above its footer, at %i px",
	async (width) => {
		const long = "一句很长的批注，写到页边放不下为止。".repeat(14);
		const { rows } = await pool.query("SELECT id, block_id FROM pins");
		for (const [i, { id }] of rows.entries())
			await pool.query("UPDATE pins SET short_form = $1 WHERE id = $2", [
				i === 1 ? "短的一条" : long,
				id,
			]);
		await pool.query(
			"UPDATE pins SET unpinned_at = now() WHERE short_form = '短的一条'",
		);
		const page = await open(LESSON, { width });
		const notes = await page.locator(".notes").evaluateAll((all) =>
			all.map((box) => {
				const { top, bottom, height } = box.getBoundingClientRect();
				const short = box.querySelector(".short");
				const foot = box.querySelector("footer")?.getBoundingClientRect();
				return {
					...{ top, bottom, height },
					lines: (short?.clientHeight ?? 0) / 28,
					isCut: (short?.scrollHeight ?? 0) > (short?.clientHeight ?? 0),
					shortEnd: short?.getBoundingClientRect().bottom ?? 0,
					footTop: foot?.top ?? 0,
					footEnd: foot?.bottom ?? 0,
				};
			}),
		);
		expect(notes).toHaveLength(2);
		for (const note of notes) {
			expect(note.isCut).toBe(true);
			expect(note.lines).toBeGreaterThanOrEqual(1);
			expect(note.lines % 1).toBe(0);
			expect(note.footTop).toBeGreaterThanOrEqual(note.shortEnd);
			expect(note.footEnd).toBeLessThanOrEqual(note.bottom);
		}
		const [first, second] = notes;
		expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? 0);
		expect(first?.height).toBeLessThanOrEqual(6 * 16);
	},
);

test("staff see beside a paragraph how many wonder, and the contents lead there", async () => {
	const { course, learner } = cast;
	const blocks = await listBlocks(lesson.id, { id: null, role: null });
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
	// The count stands at the edge of the text, whether or not the way to ask is shown.
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

test("a note from a question with a long title keeps to the margin", async () => {
	const { course, learner, instructor: by } = cast;
	const [block] = await listBlocks(lesson.id, { id: null, role: null });
	const { number } = await askQuestion({
		...{ by: learner, course, kind: "question", passage: null },
		...{ lessonId: lesson.id, blockId: null, body: "说说。" },
		...{ title: "为什么？".repeat(15), submissionId: randomUUID() },
	});
	const asked = await db.thread.findFirstOrThrow({ where: { number } });
	const answer = await makeReply(course, asked.id, by);
	await pinReply(
		{ ...answer, threadId: asked.id },
		{
			...{ by, course, kind: "answer", blockId: block?.id ?? null },
			shortForm: "答在这里。".repeat(8),
		},
	);
	const page = await open(LESSON, { as: learner });
	const note = page.locator(".note", { hasText: "答在这里" });
	expect(
		await note.evaluate((it) => {
			const right = (of: Element | null) =>
				of?.getBoundingClientRect().right ?? Number.NaN;
			return right(it) - right(it.closest(".notes"));
		}),
	).toBeLessThan(1);
});

test("on paper the notes stand under the text as footnotes, and nothing else of the screen", async () => {
	const page = await open(LESSON, { as: cast.instructor, theme: "dark" });
	await page.emulateMedia({ media: "print" });
	for (const gone of [
		".bar",
		".foot",
		".toc",
		".toc-folded",
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
	// A light page, whatever the screen's theme.
	expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe(
		"rgb(33, 29, 24)",
	);
});
