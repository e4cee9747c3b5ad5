import { expect, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { zh } from "#app/words/zh.ts";
import { answers, useBrowser } from "#tests/support/browser.ts";
import { makeLesson, useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import { reload, TEXT } from "#tests/support/writing.ts";

const { threads, forms, asking } = zh;
const openPage = useBrowser(useSite());
const cast = useCast();

const open = (address: string) => openPage(address, { as: cast.learner });

test("a draft keeps its ticks, also after a look at another kind", async () => {
	const page = await open("/courses/course/threads/new?kind=question");
	const anonymous = page.getByLabel(zh.questions.anonymous);
	await page.getByLabel(asking.optionalText).fill(TEXT);
	await page.getByText(asking.who).click();
	await anonymous.check();
	await reload(page);
	await page.getByText(forms.draftBack).waitFor();
	await expect.poll(() => anonymous.isChecked()).toBe(true);
	await page.getByRole("link", { name: threads.kinds.topic }).click();
	await anonymous.waitFor({ state: "detached" });
	await page
		.locator("main")
		.getByRole("link", { name: threads.kinds.question })
		.click();
	await expect.poll(() => anonymous.isChecked()).toBe(true);
	await page.getByText(asking.who).click();
	await anonymous.uncheck();
	await reload(page);
	await page.getByText(forms.draftBack).waitFor();
	expect(await anonymous.isChecked()).toBe(false);
});

test("a draft keeps its chosen lesson, unless the address names another", async () => {
	await makeLesson(cast.course);
	await makeLesson(cast.course, { title: "下一课" });
	const address = "/courses/course/threads/new?kind=topic";
	const page = await open(address);
	const lesson = page.getByLabel(asking.lesson, { exact: true });
	await page.getByLabel(threads.body, { exact: true }).fill(TEXT);
	await lesson.selectOption("2");
	await reload(page);
	await page.getByText(forms.draftBack).waitFor();
	await expect.poll(() => lesson.inputValue()).toBe("2");
	await page.goto(`${address}&lesson=1`);
	await answers(page);
	await page.getByText(forms.draftBack).waitFor();
	expect(await lesson.inputValue()).toBe("1");
});

test("a refused question keeps its passage, also after a reload", async () => {
	const { number } = await makeLesson(cast.course);
	const [block = { id: 0 }] = await sql<{ id: number }>`
		SELECT id FROM blocks ORDER BY position LIMIT 1`;
	const passage = { start: "0", quote: "开头", block: String(block.id) };
	const page = await open(
		`/courses/course/threads/new?${new URLSearchParams({ kind: "question", lesson: String(number), ...passage })}`,
	);
	const body = page.getByLabel(asking.optionalText);
	await page.getByLabel(threads.title, { exact: true }).fill("为什么？");
	await body.fill("$x$ ".repeat(201));
	await page.getByRole("button", { name: threads.publish }).click();
	await page.getByText(zh.errors.render_formulas).waitFor();
	await reload(page);
	await body.fill(TEXT);
	await page.getByRole("button", { name: threads.publish }).click();
	await page.waitForURL(/\/threads\/\d+$/);
	const asked = await sql`
		SELECT quote, t.lesson_id AS lesson FROM anchors JOIN threads t ON t.id = thread_id`;
	expect(asked).toEqual([{ quote: "开头", lesson: 1 }]);
});
