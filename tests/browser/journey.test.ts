import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { answers, countDocuments, useBrowser } from "#tests/support/browser.ts";
import { truncateAll } from "#tests/support/database.ts";
import { runCommand, useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());

const TITLE = "规模与能力";
const HEADING = "突现能力（Emergent Ability）";
const DOCUMENT = `03｜${TITLE}
模型变大之后，有些题忽然会做了。
${HEADING}
小模型答不出、大模型答得出的本领，有人给它起了这个名字。
$$L(N) = N^{-\\alpha}$$
- 一半的题逐渐变好
- 另一半好像跳了一级
思考题
你见过哪些系统，整体会做部件不会做的事？
- 蚁 群。 👍(12) 💬(1)
复杂科学里这个词一直译作涌现：蚁群、鸟群说的都是它。
建议改用涌现。
2024-03-08 - 路过（二） 👍(2) 💬(0)
读到这里停了一会儿。
2024-03-09`;
const SHORT_FORM = "复杂科学通称「涌现」，两词都可检索。";
const PASSWORD = "one sentence is enough";

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "seminar-journey-"));
	await writeFile(join(folder, "lesson.txt"), DOCUMENT);
});
afterAll(() => rm(folder, { recursive: true }));

async function importLesson(course: string) {
	const { code, stdout } = await runCommand([
		...["import", join(folder, "lesson.txt"), "--json"],
		...["--course", course, "--title", "读大模型"],
	]);
	expect(code).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({
		lessons: [{ title: TITLE, replies: 2, importedVotes: 14 }],
		created: 1,
		problems: [],
	});
}

/** Signs up and checks that this returns to the page before. */
async function signUp(page: Page, handle: string, name: string) {
	await page.getByRole("link", { name: zh.threads.signInToReply }).click();
	await page
		.getByRole("main")
		.getByRole("link", { name: zh.accounts.signUp })
		.click();
	await page.getByLabel(zh.accounts.handle).fill(handle);
	await page.getByLabel(zh.accounts.name, { exact: true }).fill(name);
	await page.getByLabel(zh.accounts.email).fill(`${handle}@example.com`);
	await page.getByLabel(zh.accounts.password).fill(PASSWORD);
	await page.getByRole("button", { name: zh.accounts.signUp }).click();
	await page.waitForURL(/\/lessons\/3(?:#|$)/);
	await answers(page);
}

const imported = (page: Page) =>
	page.locator("article[id^=reply-]").filter({ hasText: "蚁 群。" });

async function reply(page: Page, body: string, shown: string) {
	await page.getByRole("textbox", { name: zh.threads.write }).fill(body);
	await page.getByRole("button", { name: zh.threads.send }).click();
	await page.locator("article").filter({ hasText: shown }).waitFor();
}

/** Upvotes the imported reply, which had twelve votes in its source. */
async function upvote(page: Page) {
	const before = imported(page).getByRole("button", { pressed: false });
	expect(await before.textContent()).toBe("12");
	await before.click();
	const after = imported(page).getByRole("button", { pressed: true });
	expect(await after.textContent()).toBe("13");
	expect(await after.getAttribute("title")).toBe(zh.threads.voteTitle(12, 1));
}

async function pin(page: Page) {
	const { pinForm, notes } = zh.threads;
	await imported(page).locator("summary").click();
	await imported(page).getByRole("link", { name: zh.threads.pin }).click();
	await page.getByLabel(pinForm.kind).selectOption({ label: notes.term });
	await page.locator(".place").getByText(HEADING).click();
	await page.getByLabel(pinForm.shortForm).fill(SHORT_FORM);
	await page.getByLabel(zh.glossary.fields.source).fill("emergent");
	await page.getByLabel(zh.glossary.fields.rendering).fill("涌现");
	await page.getByRole("button", { name: pinForm.submit }).click();
	await page.locator(".pinned").getByText("蚁 群。").waitFor();
}

/** Checks the note beside the section's heading, and follows it to the top of the thread. */
async function expectNote(page: Page) {
	const note = page.locator(".note");
	expect(await note.textContent()).toContain(zh.threads.notes.term);
	expect(await note.textContent()).toContain(SHORT_FORM);
	const heading = page.getByRole("heading", { name: HEADING });
	const [inText, inMargin] = [
		await heading.boundingBox(),
		await note.boundingBox(),
	];
	if (!inText || !inMargin) throw new Error("One of them is not to be seen");
	expect(inMargin.x).toBeGreaterThan(inText.x + inText.width);
	expect(Math.abs(inMargin.y - inText.y)).toBeLessThan(inText.height * 2);

	await note.getByRole("link", { name: zh.lessons.seeThread }).click();
	const pinned = page.locator(".pinned");
	await pinned.getByText(zh.threads.pinnedInLesson(HEADING)).waitFor();
	expect(await pinned.textContent()).toContain("建议改用涌现。");
	await imported(page).getByText(zh.threads.pinnedHere).waitFor();
}

test.each(["with", "without"])(
	"an imported reply becomes a margin note, %s JavaScript",
	async (scripts) => {
		const javaScript = scripts === "with";
		await truncateAll();
		await importLesson(scripts);
		const lesson = `/courses/${scripts}/lessons/3`;

		const learner = await open(lesson, { javaScript });
		expect(await learner.locator("h1").textContent()).toBe(TITLE);
		expect(await learner.locator(".text math").count()).toBe(1);
		await imported(learner).getByText("2024年3月8日").waitFor();
		await imported(learner).getByText(zh.threads.imported).waitFor();
		await imported(learner).getByText(zh.threads.notInSource(1)).waitFor();
		await signUp(learner, "zhou", "周望");
		const documents = countDocuments(learner);
		await reply(learner, "我也赞成用**涌现**。", "我也赞成用涌现。");
		await upvote(learner);
		if (javaScript) expect(documents()).toBe(0);

		const instructor = await open(lesson, { javaScript });
		await signUp(instructor, "guxing", "顾行");
		expect((await runCommand(["owner", "guxing"])).code).toBe(0);
		await instructor.reload();
		await answers(instructor);
		const documentsOfPin = countDocuments(instructor);
		await pin(instructor);
		if (javaScript) expect(documentsOfPin()).toBe(0);

		await expectNote(await open(lesson, { javaScript }));
	},
);
