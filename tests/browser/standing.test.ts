import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { countDocuments, useBrowser } from "#tests/support/browser.ts";
import {
	blocksOf,
	makeCast,
	makeLesson,
	makeNote,
	makeReply,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());

let cast: Awaited<ReturnType<typeof makeCast>>;
let path: string;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const { course, learner, other, instructor } = cast;
	const lesson = await makeLesson(course, { source: "只有这一段。" });
	const [block] = await blocksOf(lesson);
	if (!block) throw new Error("The lesson has no paragraph");
	const { threadId } = lesson;
	const { id } = await makeReply(course, threadId, instructor);
	const note = { blockId: block.id, shortForm: "页边的一句" };
	await makeNote(course, { id, threadId }, instructor, note);
	for (const title of ["先问的", "后问的", "最后问的"])
		await askQuestion({
			...{ by: other, course, title, body: "", passage: null },
			...{ lessonId: lesson.id, blockId: block.id },
			...{ isPrivate: false, isAnonymous: false },
			submissionId: randomUUID(),
		});
	await sql`INSERT INTO thread_votes (thread_id, voter_id) SELECT id, ${learner.id} FROM threads WHERE title = '最后问的'`;
	path = `/courses/course/threads/new?kind=question&lesson=1&block=${block.id}`;
});

const votersOf = async (title: string) => {
	const [counted] = await sql<{ voters: number }>`
		SELECT count(*)::int AS voters FROM thread_votes v JOIN threads t ON t.id = v.thread_id WHERE t.title = ${title}`;
	return counted?.voters;
};

test("a phone shows three things that stand at the passage, the rest on a tap, and the field to ask", async () => {
	const { asking, threads } = zh;
	for (const theme of ["light", "dark"] as const) {
		const page = await open(path, {
			...{ as: cast.learner, width: 390, touch: true, theme },
		});
		const items = page.locator(".standing li:visible");
		expect(await items.count()).toBe(3);
		expect(await items.first().textContent()).toContain("页边的一句");
		const field = page.getByLabel(threads.title);
		const { y = 0 } = (await field.boundingBox()) ?? {};
		expect(y).toBeLessThan(700);
		await page.getByText(asking.standing.more(1, false)).click();
		expect(await items.count()).toBe(4);
		await expectReadable(page);
	}
});

test("one wants to know too, and keeps the text begun", async () => {
	const page = await open(path, { as: cast.learner });
	const { questions, threads } = zh;
	const documents = countDocuments(page);
	await page.getByLabel(threads.title).fill("我的题目");
	const asked = page.getByRole("listitem").filter({ hasText: "先问的" });
	const button = asked.getByRole("button", { name: questions.wonder });
	expect(await button.getAttribute("aria-pressed")).toBe("false");
	await button.click();
	await asked.getByTitle(questions.meToo(1)).waitFor();
	expect(await button.getAttribute("aria-pressed")).toBe("true");
	await expect.poll(() => votersOf("先问的")).toBe(1);
	expect(await page.getByLabel(threads.title).inputValue()).toBe("我的题目");
	expect(documents()).toBe(0);
});

test("without JavaScript one wants to know too on the same page", async () => {
	const page = await open(path, {
		...{ as: cast.learner, javaScript: false, language: "en" },
	});
	const asked = page.getByRole("listitem").filter({ hasText: "先问的" });
	const name = en.questions.wonder;
	await asked.getByRole("button", { name, pressed: false }).click();
	await asked.getByRole("button", { name, pressed: true }).waitFor();
	expect(page.url()).toContain(path);
	expect(await votersOf("先问的")).toBe(1);
});
