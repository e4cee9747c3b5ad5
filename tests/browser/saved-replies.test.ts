import { beforeEach, expect, test } from "vitest";
import { addSavedReply } from "#app/saved-replies/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeReply, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const { savedReplies, threads } = zh;
const THREAD = "/courses/course/threads/1";

let cast: Awaited<ReturnType<typeof makeCast>>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const { course, learner, other, instructor } = cast;
	const topic = await makeThread(course, learner);
	await makeReply(course, topic.id, other);
	await addSavedReply({
		by: instructor,
		course,
		title: "问好",
		body: "{name}，你好。",
	});
});

test("a saved reply goes in at the cursor, filled in, and is kept as a draft", async () => {
	const page = await open(THREAD, { as: cast.assistant });
	const form = page.locator("#write form");
	const field = form.getByRole("textbox");
	await field.fill("前后");
	await field.press("ArrowLeft");
	await form.getByRole("link", { name: threads.useSaved }).click();
	await form.getByRole("button", { name: "问好" }).click();
	const text = `前${cast.learner.name}，你好。后`;
	expect(await field.inputValue()).toBe(text);
	await page.keyboard.type("啊");
	const typed = `前${cast.learner.name}，你好。啊后`;
	expect(await field.inputValue()).toBe(typed);
	await page.reload();
	await page.getByText(zh.forms.draftBack).waitFor();
	expect(await field.inputValue()).toBe(typed);
	await field.fill("");
	expect(await field.inputValue()).toBe("");
});

test("a saved reply under a reply names its author", async () => {
	const page = await open(THREAD, { as: cast.assistant });
	const reply = page.locator("#reply-1");
	await reply.getByRole("link", { name: threads.reply }).first().click();
	await reply.getByRole("link", { name: threads.useSaved }).click();
	await reply.getByRole("button", { name: "问好" }).click();
	const field = reply.getByRole("textbox");
	expect(await field.inputValue()).toBe(`${cast.other.name}，你好。`);
});

test.each([true, false])(
	"the page names an unknown placeholder and keeps the text; JavaScript: %s",
	async (javaScript) => {
		const page = await open("/courses/course/saved-replies/new", {
			as: cast.assistant,
			javaScript,
		});
		const field = page.getByLabel(savedReplies.text);
		await page.getByLabel(threads.title).fill("问好");
		await field.fill("{姓名}，{name}，你好，{姓名}。见{课}。");
		await page.getByRole("button", { name: zh.forms.save }).click();
		const error = page.getByText(zh.errors.placeholderUnknown);
		expect(await error.textContent()).toMatch(/ \{姓名\} \{课\}$/);
		expect(await field.inputValue()).toContain("见{课}。");
	},
);

test("without JavaScript a link leads to a page to copy from; learners have none", async () => {
	const page = await open(THREAD, { as: cast.assistant, javaScript: false });
	const link = page.getByRole("link", { name: threads.useSaved });
	const path = (await link.getAttribute("href")) ?? "";
	const saved = await open(path, { as: cast.assistant, javaScript: false });
	await saved.getByText(savedReplies.about).waitFor();
	await saved.getByText("{name}，你好。").waitFor();
	const learner = await open(THREAD, { as: cast.learner });
	expect(await learner.getByText(threads.useSaved).count()).toBe(0);
});

test("staff write, change, remove and restore a saved reply without JavaScript", async () => {
	const page = await open("/courses/course/desk", {
		as: cast.instructor,
		javaScript: false,
	});
	await page.getByRole("link", { name: savedReplies.title }).click();
	await page.getByRole("link", { name: savedReplies.add }).click();
	await page.getByLabel(threads.title).fill("再见");
	await page.getByLabel(savedReplies.text).fill("下次见。");
	await page.getByRole("button", { name: zh.forms.save }).click();
	const entry = page.getByRole("listitem").filter({ hasText: "再见" });
	await entry.getByRole("link", { name: savedReplies.edit }).click();
	await page.getByLabel(savedReplies.text).fill("下周见。");
	await page.getByRole("button", { name: zh.forms.save }).click();
	await entry.getByText("下周见。").waitFor();
	await entry.getByRole("link", { name: savedReplies.edit }).click();
	await page.getByRole("button", { name: savedReplies.remove }).click();
	await page.getByText(savedReplies.removed("再见")).waitFor();
	await page.getByRole("button", { name: savedReplies.restore }).click();
	await page.getByLabel(savedReplies.text).waitFor();
});
