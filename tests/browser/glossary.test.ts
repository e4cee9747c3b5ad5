import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { addTerm } from "#app/glossary/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { countDocuments, useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeLesson, makeReply } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const { glossary, threads } = zh;

const GLOSSARY = "/courses/course/glossary";
const LESSON = "/courses/course/lessons/1";
const OTHER = "/courses/course/lessons/2";
const MEANING = "整体有了部件身上没有的性质。";
const HEADING = "突现能力（Emergent Ability）";

let cast: Awaited<ReturnType<typeof makeCast>>;
let reply: { id: number };

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const lesson = await makeLesson(cast.course, {
		title: "规模",
		source: `开头。\n\n## ${HEADING}\n\n也作涌现。`,
	});
	await makeLesson(cast.course, { title: "蚁群", source: "蚁群的涌现。" });
	reply = await makeReply(cast.course, lesson.threadId, cast.learner);
});

/** Pins the reply as a translation note beside the heading, with its term. */
async function pinWithTerm(page: Page) {
	const { pinForm, notes } = threads;
	const source = page.getByLabel(glossary.fields.source);
	expect(await source.isVisible()).toBe(false);
	await page.getByLabel(pinForm.kind).selectOption({ label: notes.term });
	await page.locator(".place").getByText(HEADING).click();
	await source.fill("Emergent Ability");
	await page.getByLabel(glossary.fields.rendering).fill("涌现");
	await page.getByText(glossary.fields.more).click();
	await page.getByLabel(glossary.fields.otherRenderings).fill("突现、突现能力");
	await page.getByLabel(glossary.fields.meaning).fill(MEANING);
	await page.getByRole("button", { name: pinForm.submit }).click();
	await page.locator(".pinned").first().waitFor();
}

test.each(["with", "without"])(
	"a term pinned with its note is marked in the lessons and links to the glossary, %s JavaScript",
	async (scripts) => {
		const javaScript = scripts === "with";
		const staff = await open(`/courses/course/replies/${reply.id}/pin`, {
			as: cast.assistant,
			javaScript,
		});
		await pinWithTerm(staff);

		const page = await open(LESSON, { javaScript });
		const mark = page.locator("a.term");
		expect(await mark.allTextContents()).toEqual(["突现能力"]);
		expect(
			await page.getByRole("heading", { name: HEADING }).locator("a").count(),
		).toBe(1);
		const documents = countDocuments(page);
		await mark.click();
		if (javaScript) {
			const card = page.getByRole("dialog", { name: "涌现" });
			await card.getByText(MEANING).waitFor();
			await page.keyboard.press("Escape");
			await card.waitFor({ state: "hidden" });
			expect(
				await mark.evaluate((link) => link === document.activeElement),
			).toBe(true);
			await page.keyboard.press("Enter");
			await card.getByRole("link", { name: glossary.seeNote }).click();
			await card.waitFor({ state: "hidden" });
			expect(page.url()).toContain(`#note-${reply.id}`);
			await mark.click();
			await card.getByRole("link", { name: glossary.entry }).click();
		}
		await page.waitForURL(`**${GLOSSARY}#term-1`);
		if (javaScript) expect(documents()).toBe(0);
		const entry = page.locator("#term-1");
		await entry.getByText(MEANING).waitFor();
		expect(
			await entry.getByRole("link", { name: /^第/ }).allTextContents(),
		).toEqual(["第 1 课", "第 2 课"]);
		await entry.getByRole("link", { name: glossary.decided }).click();
		await page.waitForURL(`**#pin-${reply.id}`);

		const other = await open(OTHER, { javaScript });
		expect(await other.locator("a.term").allTextContents()).toEqual(["涌现"]);
	},
);

test("staff change the preferred rendering, remove the term and restore it, without JavaScript", async () => {
	const pinPage = await open(`/courses/course/replies/${reply.id}/pin`, {
		as: cast.instructor,
	});
	await pinWithTerm(pinPage);

	const page = await open("/courses/course", {
		as: cast.assistant,
		javaScript: false,
	});
	await page.locator(".course-bar [href$=glossary]").click();
	await page.getByRole("link", { name: glossary.editOf("涌现") }).click();
	await page.getByLabel(glossary.fields.rendering).fill("层创");
	await page.getByRole("button", { name: zh.forms.save }).click();
	const entry = page.locator("#term-1");
	await entry.getByText(glossary.preferred("层创", "涌现")).waitFor();
	await entry.getByText(glossary.preferred("涌现", undefined)).waitFor();

	await page.getByRole("link", { name: glossary.editOf("层创") }).click();
	await page.getByRole("button", { name: glossary.remove }).click();
	await page.getByText(glossary.isRemoved("层创")).waitFor();
	expect(await (await open(LESSON)).locator("a.term").count()).toBe(0);

	await page.locator(".course-bar [href$=glossary]").click();
	await page.getByText(glossary.removedTerms(1)).click();
	await page.getByRole("button", { name: glossary.restoreOf("层创") }).click();
	await page.getByRole("heading", { name: "层创" }).waitFor();
	expect(await (await open(LESSON)).locator("a.term").count()).toBe(1);
});

test("removing and restoring a term keeps the focus near it", async () => {
	const words = { source: "Emergence", renderings: ["涌现"], meaning: "" };
	const { instructor: by, course } = cast;
	await addTerm({ by, course, words });
	for (const n of "甲乙丙丁戊己庚辛壬癸")
		await addTerm({
			...{ by, course },
			words: { source: `Later ${n}`, renderings: [n], meaning: "" },
		});
	const page = await open("/courses/course/glossary/1/edit", {
		as: cast.instructor,
	});
	const focused = (selector: string) =>
		page.locator(`${selector}:focus`).waitFor({ state: "attached" });
	const press = (name: string) => page.getByRole("button", { name }).click();
	await press(glossary.remove);
	await page.getByText(glossary.isRemoved("涌现")).waitFor();
	await focused(".take-out button");
	await press(glossary.restore);
	await page
		.getByText(glossary.isRemoved("涌现"))
		.waitFor({ state: "detached" });
	await focused(".take-out button");
	await press(glossary.remove);
	await page.locator(".course-bar [href$=glossary]").click();
	await page.getByText(glossary.removedTerms(1)).click();
	await press(glossary.restoreOf("涌现"));
	await focused(".terms #term-1");
	const place = await page.locator("#term-1").boundingBox();
	expect(place?.y).toBeGreaterThanOrEqual(0);
});
