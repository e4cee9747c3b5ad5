import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
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

/** Puts a learner's words beside a block of the lesson, by its place. */
async function note(place: number, shortForm: string, threadId?: number) {
	const { course, learner, instructor } = cast;
	const thread = threadId ?? lesson.threadId;
	const reply = await makeReply(course, thread, learner);
	const block = (await blocksOf(lesson))[place];
	const given = { blockId: block?.id, shortForm };
	await makeNote(course, { ...reply, threadId: thread }, instructor, given);
}

/** Where the notes beside each block end, where theirs do, and whether any of it is out of sight. */
const boxes = (page: Page) =>
	page.locator(".notes").evaluateAll((all) =>
		all.map((box) => {
			const { top, bottom, height, right } = box.getBoundingClientRect();
			const scroll = box.querySelector(".notes-scroll");
			return {
				...{ top, bottom, height, right },
				isHidden: (scroll?.scrollHeight ?? 0) > (scroll?.clientHeight ?? 0),
				notes: [...box.querySelectorAll(".note")].map((one) => {
					const short = one.querySelector(".short");
					const foot = one.querySelector("footer")?.getBoundingClientRect();
					return {
						right: one.getBoundingClientRect().right,
						lines: (short?.clientHeight ?? 0) / 28,
						isCut: (short?.scrollHeight ?? 0) > (short?.clientHeight ?? 0),
						shortEnd: short?.getBoundingClientRect().bottom ?? 0,
						footTop: foot?.top ?? 0,
						footEnd: foot?.bottom ?? 0,
					};
				}),
			};
		}),
	);

test.each([1100, 1280, 1600])(
	"a long note beside a short stretch ends above its footer, at %i px",
	async (width) => {
		await note(0, LONG);
		await note(1, LONG);
		const beside = await boxes(await open(LESSON, { width }));
		expect(beside).toHaveLength(2);
		for (const { notes, bottom } of beside)
			for (const one of notes) {
				expect(one.isCut).toBe(true);
				expect(one.lines).toBeGreaterThanOrEqual(1);
				expect(one.lines % 1).toBe(0);
				expect(one.footTop).toBeGreaterThanOrEqual(one.shortEnd);
				expect(one.footEnd).toBeLessThanOrEqual(bottom);
			}
		const [first, second] = beside;
		expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? 0);
		expect(first?.height).toBeLessThanOrEqual(6 * 16);
	},
);

test("two notes beside a short paragraph are both in sight", async () => {
	await note(0, LONG);
	await note(0, "第二条");
	await note(1, "下一段的");
	const [beside] = await boxes(await open(LESSON));
	expect(beside?.notes).toHaveLength(2);
	expect(beside?.isHidden).toBe(false);
});

test("a note from a question with a long title keeps to the margin", async () => {
	const { course, learner: by } = cast;
	const { number } = await askQuestion({
		...{ by, course, kind: "question", passage: null, body: "说说。" },
		...{ lessonId: lesson.id, blockId: null, submissionId: randomUUID() },
		title: "为什么？".repeat(15),
	});
	const asked = await db.thread.findFirstOrThrow({ where: { number } });
	await note(0, LONG, asked.id);
	const [beside] = await boxes(await open(LESSON));
	expect(beside?.notes[0]?.right).toBeLessThan((beside?.right ?? 0) + 1);
});

test.each(["zh", "en"] as const)(
	"a note says in full whose words it is, in %s",
	async (language) => {
		await note(0, "短的一条");
		const page = await open(LESSON, { language });
		const byline = page.locator(".note footer > span").first();
		expect(await byline.textContent()).toContain(cast.learner.name);
		expect(await byline.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(
			0,
		);
	},
);

test.each(
	(["zh", "en"] as const).flatMap((language) =>
		[1100, 1280].map((width) => ({ language, width })),
	),
)(
	"long names are both in sight below a note, %j",
	async ({ language, width }) => {
		const names = [
			[cast.learner.id, "Wilhelmina Featherstonehaugh"],
			[cast.instructor.id, "Professor Maximilian Abernathy"],
		] as const;
		for (const [id, name] of names)
			await db.user.update({ where: { id }, data: { name } });
		await note(0, LONG);
		const page = await open(LESSON, { language, width });
		const byline = page.locator(".note footer > span").first();
		for (const [, name] of names)
			expect(await byline.textContent()).toContain(name);
		expect(await byline.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(
			0,
		);
		const [beside] = await boxes(page);
		expect(beside?.isHidden).toBe(false);
		expect(beside?.notes[0]?.lines).toBeGreaterThanOrEqual(1);
		expect(beside?.notes[0]?.footEnd).toBeLessThanOrEqual(beside?.bottom ?? 0);
	},
);

test("a heading keeps its distance where a note begins", async () => {
	await note(3, "短的一条");
	const page = await open(LESSON);
	const distances = await page
		.locator(".text .block > h2")
		.evaluateAll((all) => all.map((it) => getComputedStyle(it).marginTop));
	expect(distances).toHaveLength(2);
	expect(distances[1]).toBe(distances[0]);
	expect(distances[0]).not.toBe("0px");
});
