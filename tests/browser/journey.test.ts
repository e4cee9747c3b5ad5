import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { countDocuments, useBrowser } from "#tests/support/browser.ts";
import { truncateAll } from "#tests/support/database.ts";
import { runCommand, useSite } from "#tests/support/site.ts";

const site = useSite();
const open = useBrowser(site);

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

const LESSON = "/courses/emergence/lessons/3";

async function importLesson() {
	const { code, stdout } = await runCommand(
		...["import", join(folder, "lesson.txt"), "--json"],
		...["--course", "emergence", "--title", "读大模型"],
	);
	expect(code).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({
		lessons: [{ title: TITLE, replies: 2, importedVotes: 14 }],
		created: 1,
		problems: [],
	});
}

/** Signs up on the page that one came from, and is back there. */
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
	await page.waitForURL(`${site.url}${LESSON}`);
}

const imported = (page: Page) =>
	page.locator("article[id^=reply-]").filter({ hasText: "蚁 群。" });

describe.each([
	{ name: "with JavaScript", javaScript: true },
	{ name: "without JavaScript", javaScript: false },
])(
	"import, read, sign up, reply, upvote, pin, see the note $name",
	({ javaScript }) => {
		test("leads from an old comment to a note in the margin", async () => {
			await truncateAll();
			await importLesson();

			// A reader.
			const learner = await open(LESSON, { javaScript });
			expect(await learner.getByRole("heading", { level: 1 }).innerText()).toBe(
				TITLE,
			);
			expect(await learner.locator(".text math").count()).toBe(1);
			expect(await learner.locator(".text li").count()).toBe(2);
			await imported(learner).getByText("2024年3月8日").waitFor();
			await imported(learner).getByText(zh.threads.imported).waitFor();
			await imported(learner).getByText(zh.threads.notInSource(1)).waitFor();

			await signUp(learner, "zhou", "周望");
			const documents = countDocuments(learner);

			await learner.getByLabel(zh.threads.write).fill("我也赞成用**涌现**。");
			await learner.getByRole("button", { name: zh.threads.send }).click();
			const own = learner
				.locator("article")
				.filter({ hasText: "我也赞成用涌现。" });
			await own.getByRole("link", { name: "周望" }).waitFor();
			expect(await own.locator("strong").last().innerText()).toBe("涌现");
			if (!javaScript) await learner.goto(LESSON);

			const vote = imported(learner).getByRole("button", { pressed: false });
			expect(await vote.innerText()).toBe("12");
			await vote.click();
			await imported(learner).getByRole("button", { pressed: true }).waitFor();
			const voted = imported(learner).getByRole("button", { pressed: true });
			expect(await voted.innerText()).toBe("13");
			expect(await voted.getAttribute("title")).toBe(
				zh.threads.voteTitle(12, 1),
			);
			if (javaScript) expect(documents()).toBe(0);

			// The instructor.
			const instructor = await open(LESSON, { javaScript });
			await signUp(instructor, "gu", "顾行");
			expect((await runCommand("owner", "gu")).code).toBe(0);
			await instructor.reload();
			const pinning = countDocuments(instructor);
			await imported(instructor).locator("summary").click();
			await imported(instructor)
				.getByRole("link", { name: zh.threads.pin })
				.click();
			const { pinForm, notes } = zh.threads;
			await instructor
				.getByLabel(pinForm.kind)
				.selectOption({ label: notes.term });
			await instructor
				.getByLabel(pinForm.block)
				.selectOption({ label: HEADING });
			await instructor.getByLabel(pinForm.shortForm).fill(SHORT_FORM);
			await instructor.getByRole("button", { name: pinForm.submit }).click();
			await instructor.locator(".pinned").getByText("蚁 群。").waitFor();
			if (javaScript) expect(pinning()).toBe(0);

			// Another reader.
			const visitor = await open(LESSON, { javaScript });
			const note = visitor.locator(".note");
			expect(await note.innerText()).toContain(notes.term);
			expect(await note.innerText()).toContain(SHORT_FORM);
			const text = await visitor
				.getByRole("heading", { name: HEADING })
				.boundingBox();
			const margin = await note.boundingBox();
			if (!text || !margin) throw new Error("Heading and note are to be seen");
			expect(margin.x).toBeGreaterThan(text.x + text.width);
			expect(Math.abs(margin.y - text.y)).toBeLessThan(text.height * 2);
			await note.getByRole("link").click();
			const pinned = visitor.locator(".pinned");
			await pinned.getByText(zh.threads.pinnedInLesson(HEADING)).waitFor();
			expect(await pinned.innerText()).toContain("建议改用涌现。");
			const place = visitor
				.locator("article[id^=reply-]")
				.filter({ hasText: "蚁 群。" });
			expect(
				await place.getByText(zh.threads.pinnedHere, { exact: true }).count(),
			).toBe(1);
		});
	},
);
