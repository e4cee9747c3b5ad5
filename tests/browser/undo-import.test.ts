import { beforeEach, expect, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeReply, useCast } from "#tests/support/cast.ts";
import { bringIn, COMMENTS, QUESTIONS } from "#tests/support/documents.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const cast = useCast();
const LIST = "/courses/course/import";
const ADDED = { name: "新来的", text: "我也来一句。", date: "2024-08-01" };

beforeEach(async () => {
	await bringIn();
});

test.each([
	["zh", true, 1280],
	["en", true, 390],
	["zh", false, 390],
	["en", false, 1280],
] as const)(
	"an import is undone from the list, which says so then: %s, scripts %s, %i px",
	async (language, javaScript, width) => {
		const words = { zh, en }[language];
		const { undoing } = words.imports;
		const page = await open(LIST, {
			...{ as: cast.instructor, language, javaScript, width },
		});
		await page.getByRole("link", { name: undoing.act }).click();
		await page.getByRole("heading", { name: undoing.title }).waitFor();
		await page
			.getByText(undoing.sums.came(1, QUESTIONS.length, COMMENTS.length))
			.waitFor();
		await expectReadable(page);
		await page.getByRole("button", { name: undoing.submit }).click();
		await page.getByText(undoing.undone(cast.instructor.name)).waitFor();
		expect(await page.getByRole("link", { name: undoing.act }).count()).toBe(0);
		await expectReadable(page);
		await page.goto("/courses/course");
		expect(await page.getByText("从词元到句子").count()).toBe(0);
	},
);

test.each([true, false])(
	"what came in the way meanwhile is named, and linked; scripts: %s",
	async (javaScript) => {
		const { undoing } = zh.imports;
		const as = cast.instructor;
		const page = await open("/courses/course/imports/1/undoing", {
			...{ as, javaScript, width: 390 },
		});
		const [thread] = await sql<{ id: number }>`
			SELECT id FROM threads WHERE kind = 'lesson' ORDER BY id`;
		await makeReply(cast.course, thread?.id ?? 0, cast.learner, {
			body: "我刚刚写的一句。",
		});
		await page.getByRole("button", { name: undoing.submit }).click();
		await page.getByText(zh.refusals.importStays).waitFor();
		await page.getByRole("heading", { name: undoing.stays }).waitFor();
		await expectReadable(page);
		await page
			.getByRole("link", { name: undoing.obstacles.replies(1) })
			.click();
		await page.getByText("我刚刚写的一句。").waitFor();
	},
);

test("a repeated import says what it gives back, and where a later one must go first", async () => {
	const { undoing } = zh.imports;
	await bringIn({
		body: ["全新的一段。"],
		comments: [...COMMENTS.slice(0, 2), ADDED],
	});
	const page = await open("/courses/course/imports/1/undoing", {
		as: cast.instructor,
	});
	await page.getByRole("link", { name: undoing.obstacles.imports() }).click();
	await page.getByText(undoing.sums.rewritten(1)).waitFor();
	await page.getByText(undoing.sums.replies(1, 1)).waitFor();
	await page.getByRole("button", { name: undoing.submit }).click();
	await page.getByRole("link", { name: undoing.act }).waitFor();
	await page.goto("/courses/course/lessons/7");
	await page.getByText("模型每次只写一个词元。").waitFor();
});

test("an import of before says why it stays", async () => {
	await sql`DELETE FROM import_changes`;
	const page = await open("/courses/course/imports/1/undoing", {
		...{ as: cast.instructor, language: "en", javaScript: false },
	});
	const { undoing } = en.imports;
	await page.getByText(undoing.unrecorded).waitFor();
	const button = page.getByRole("button", { name: undoing.submit });
	expect(await button.count()).toBe(0);
});
