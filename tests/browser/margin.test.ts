import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { db, sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeNote,
	makeReply,
	useCast,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const LESSON = "/courses/course/lessons/1";
const LONG = "一句很长的批注，写到页边放不下为止。".repeat(14);

const cast = useCast();
let lesson: Lesson;

beforeEach(async () => {
	const source = "短短一段。\n\n## 甲节\n\n又一段。\n\n## 乙节\n\n末段。";
	lesson = await makeLesson(cast.course, { source });
});

/** Pins a learner's reply beside the lesson's nth block. */
async function note(place: number, shortForm: string, threadId?: number) {
	const { course, learner, instructor } = cast;
	const thread = threadId ?? lesson.threadId;
	const reply = await makeReply(course, thread, learner);
	const block = (await blocksOf(lesson))[place];
	const given = { blockId: block?.id, shortForm };
	await makeNote(course, { ...reply, threadId: thread }, instructor, given);
}

type Box = { left: number; right: number; top: number; bottom: number };

/** The positions of notes and blocks, and whether each note shows in full. */
const boxes = (page: Page) =>
	page.evaluate(() => {
		const all = (selector: string) => [...document.querySelectorAll(selector)];
		const box = (one: Element): Box => {
			const { left, right, top, bottom } = one.getBoundingClientRect();
			return { left, right, top: top + scrollY, bottom: bottom + scrollY };
		};
		return {
			notes: all(".note").map((note) => ({
				...box(note),
				isCut: [
					note,
					...note.querySelectorAll(".short, footer, footer > *"),
				].some(
					({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
						clientHeight > 0 &&
						(scrollHeight > clientHeight + 1 || scrollWidth > clientWidth),
				),
			})),
			blocks: all(".text .block").map(box),
		};
	});

test.each([1100, 1280, 1600])(
	"notes show in full in the margin, each below the one before, and leave the text in place, at %i px",
	async (width) => {
		const seen = async () =>
			boxes(await open(LESSON, { width, as: cast.other }));
		const before = (await seen()).blocks;
		for (const place of [0, 0, 0, 1, 2]) await note(place, LONG);
		const { notes, blocks } = await seen();
		expect(blocks).toEqual(before);
		expect(notes).toHaveLength(5);
		for (const [at, { left, right, top, isCut }] of notes.entries()) {
			expect(isCut).toBe(false);
			expect(left).toBeGreaterThan(blocks[0]?.right ?? Number.NaN);
			expect(right).toBeLessThanOrEqual(width);
			expect(top).toBeGreaterThanOrEqual(notes[at - 1]?.bottom ?? 0);
		}
		expect(Math.abs((notes[0]?.top ?? 0) - (blocks[0]?.top ?? 0))).toBeLessThan(
			16,
		);
	},
);

test("a note that had to begin lower shows its block", async () => {
	await note(0, LONG);
	await note(2, "下一段的");
	const page = await open(LESSON);
	const block = page.locator(".annotated .block").nth(1);
	const wash = () => block.evaluate((it) => getComputedStyle(it).boxShadow);
	expect(await wash()).toBe("none");
	await page.locator(".note").nth(1).hover();
	expect(await wash()).not.toBe("none");
});

test("on a phone notes come below their block, before the next one", async () => {
	await note(0, LONG);
	const { notes, blocks } = await boxes(await open(LESSON, { width: 390 }));
	expect(notes[0]?.top).toBeGreaterThanOrEqual(blocks[0]?.bottom ?? Number.NaN);
	expect(notes[0]?.bottom).toBeLessThanOrEqual(blocks[1]?.top ?? Number.NaN);
});

test.each([true, false])(
	"on a phone a long note opens in place by a tap; scripts: %s",
	async (javaScript) => {
		await note(0, LONG);
		const page = await open(LESSON, { width: 390, javaScript });
		const isCut = async () => (await boxes(page)).notes[0]?.isCut;
		expect(await isCut()).toBe(true);
		await page.locator(".note summary").click();
		expect(await isCut()).toBe(false);
		await page.locator(".note summary").click();
		expect(await isCut()).toBe(true);
	},
);

test("a short note has nothing to open, however long its formula's source is", async () => {
	await note(0, "即 $\\mathrm{softmax}(\\mathbf{x})_{\\mathrm{first}}$。");
	const page = await open(LESSON, { width: 390 });
	await page.locator(".note math").waitFor();
	expect(await page.locator(".note summary").count()).toBe(0);
});

test("a note sets its formulas, in the margin, in its discussion and on the course's page", async () => {
	await note(0, "当 $\\eta > 2$ 时发散。");
	for (const [path, place] of [
		[LESSON, ".note .short"],
		["/courses/course", ".lessons .short"],
		["/courses/course/threads/1", ".pinned .short-form"],
	] as const) {
		const said = (await open(path)).locator(place);
		expect(await said.locator("math").count(), path).toBe(1);
		expect(await said.textContent(), path).not.toContain("$");
	}
});

test("a note from a question with a long title stays in the margin", async () => {
	const { course, learner: by } = cast;
	const { number } = await askQuestion({
		...{ by, course, kind: "question", passage: null, body: "说说。" },
		...{ lessonId: lesson.id, blockId: null, submissionId: randomUUID() },
		title: "为什么？".repeat(15),
	});
	const asked = await db.thread.findFirstOrThrow({ where: { number } });
	await note(0, LONG, asked.id);
	for (const width of [390, 1280]) {
		const page = await open(LESSON, { width });
		const title = page.locator(".asked-there");
		// In one line where every line costs the reader a scroll.
		expect(await title.evaluate((it) => it.clientHeight < 30)).toBe(
			width === 390,
		);
	}
});

test.each(["zh", "en"] as const)(
	"a note names its writers in full, however long the names, in %s",
	async (language) => {
		const names = [
			[cast.learner.id, "Wilhelmina Featherstonehaugh"],
			[cast.instructor.id, "Professor Maximilian Abernathy"],
		] as const;
		for (const [id, name] of names)
			await sql`UPDATE users SET name = ${name} WHERE id = ${id}`;
		await note(0, "短的一条");
		const page = await open(LESSON, { language, width: 1100 });
		const byline = page.locator(".note footer > span").first();
		for (const [, name] of names)
			expect(await byline.textContent()).toContain(name);
		expect((await boxes(page)).notes).toMatchObject([{ isCut: false }]);
	},
);

test("a heading keeps its distance where a note begins", async () => {
	await note(3, "短的一条");
	const page = await open(LESSON);
	const { notes } = await boxes(page);
	const heading = await page.locator(".text h2").nth(1).boundingBox();
	expect(Math.abs((notes[0]?.top ?? 0) - (heading?.y ?? 0))).toBeLessThan(16);
	const distances = await page
		.locator(".text .block > h2")
		.evaluateAll((all) => all.map((it) => getComputedStyle(it).marginTop));
	expect(distances).toHaveLength(2);
	expect(distances[1]).toBe(distances[0]);
	expect(distances[0]).not.toBe("0px");
});
