import { beforeEach, expect, test } from "vitest";
import { markRead } from "#app/progress/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeLesson, rewriteLesson } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const { news } = zh;

let cast: Awaited<ReturnType<typeof makeCast>>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const lesson = await makeLesson(cast.course, {
		...{ source: "模型会突现出新的能力。", questions: [] },
	});
	await markRead(lesson, { byId: cast.learner.id, read: true });
	await rewriteLesson(cast.course, lesson, "模型会涌现出新的能力。");
});

test.each([true, false])(
	"the course leads to what changed since one read, until it was seen; JavaScript: %s",
	async (javaScript) => {
		const page = await open("/courses/course", {
			...{ as: cast.learner, javaScript, width: 390 },
		});
		await page.getByRole("link", { name: news.changes(1) }).click();
		await page.getByText(news.sinceKinds.corrected).waitFor();
		expect(await page.locator("del").textContent()).toContain("突现");
		expect(await page.locator("ins").textContent()).toContain("涌现");
		await expectReadable(page);
		await page.getByRole("button", { name: news.seen }).click();
		await page.getByText(news.nothingSince).waitFor();
		await page.goto("/courses/course");
		await page.locator("h1").waitFor();
		expect(
			await page.getByRole("link", { name: news.changes(1) }).count(),
		).toBe(0);
	},
);
