import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeCast,
	makeLesson,
	makeReply,
	makeThread,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";
import { chooseFromMenu, WAYS, type Way } from "#tests/support/ways.ts";

const open = useBrowser(useSite());

const COURSE = "/courses/course";
const LESSON = `${COURSE}/lessons/1`;
const PARAGRAPH = "小模型答不出、大模型答得出的本领，叫做突现能力。";
const OPENING = "小模型答不出、大模型答得…";
const PASSAGE = "突现能力";
const OPEN = "突现是突然出现的吗";
const ANSWERED = "突现能力是怎么出现的";
const TITLE = "突现能力是突然出现的吗？";
const ANSWER = "复杂科学里这个词一直译作**涌现**，它不必突然。";
const MEANING = "整体有了部件身上没有的性质。";

let cast: Awaited<ReturnType<typeof makeCast>>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	const { course, other, instructor } = cast;
	const lesson = await makeLesson(course, {
		title: "规模与能力",
		source: `开头一段。\n\n## 大与小\n\n${PARAGRAPH}\n\n末尾一段。`,
	});
	const on = { kind: "question" as const, lessonId: lesson.id };
	await makeThread(course, other, { ...on, title: OPEN });
	const answered = await makeThread(course, other, { ...on, title: ANSWERED });
	await makeReply(course, answered.id, instructor, { body: "一点点地。" });
});

/** Where words of a lesson begin and end on the screen. */
const placeOf = (page: Page, words: string) =>
	page
		.locator(".text .block")
		.filter({ hasText: words })
		.evaluate((block, words) => {
			block.scrollIntoView({ block: "center" });
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
			const range = document.createRange();
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const at = node.textContent?.indexOf(words) ?? -1;
				if (at < 0) continue;
				range.setStart(node, at);
				range.setEnd(node, at + words.length);
			}
			const lines = [...range.getClientRects()];
			const [first, last] = [lines[0], lines.at(-1)];
			if (!first || !last) throw new Error(`${words} cannot be seen`);
			return {
				from: { x: first.left + 1, y: first.top + first.height / 2 },
				to: { x: last.right - 1, y: last.top + last.height / 2 },
			};
		}, words);

/** Selects words of a lesson with the mouse, up to the end of others. */
async function select(page: Page, words: string, upTo = words) {
	await placeOf(page, words);
	const { to } = await placeOf(page, upTo);
	const { from } = await placeOf(page, words);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(to.x, to.y, { steps: 5 });
	await page.mouse.up();
}

const block = (page: Page) =>
	page.locator(".text .block").filter({ hasText: PARAGRAPH });
/** The count of questions below the paragraph, and the link to ask. */
const asks = (page: Page) => block(page).locator("xpath=following::p[1]");

/** Goes from the lesson to the form, by selected words or by the paragraph's button. */
async function goAsking(page: Page, { words, visitor }: Way) {
	if ("javaScript" in visitor) {
		await asks(page)
			.getByRole("link", { name: words.questions.askAbout(OPENING) })
			.click();
		return PARAGRAPH;
	}
	await select(page, PASSAGE);
	const ask = page.getByRole("link", { name: words.questions.askSelection });
	await ask.click();
	// The passage survives a switch to a topic and back.
	await page.getByText(words.asking.also).click();
	for (const kind of ["topic", "question"] as const)
		await page
			.getByRole("navigation", { name: words.threads.kind })
			.getByRole("link", { name: words.threads.kinds[kind] })
			.click();
	return PASSAGE;
}

/** Checks that the preview reads as the thread will, and that its title can be edited there. */
async function readPreview(page: Page, { title }: Way["words"]["threads"]) {
	const thread = page.getByRole("article");
	await thread.getByRole("heading", { name: TITLE }).waitFor();
	expect(await thread.locator("mark").textContent()).toBe(PARAGRAPH);
	expect(await thread.locator("strong").textContent()).toBe("一步步");
	expect(await page.getByLabel(title).inputValue()).toBe(TITLE);
}

/** Fills in the form, checks that similar questions are offered, and asks anyway. */
async function ask(page: Page, { words, visitor }: Way) {
	const { threads, forms, questions, asking } = words;
	await page.getByLabel(threads.title).pressSequentially(TITLE);
	await page.getByLabel(asking.optionalText).fill("图上明明是**一步步**的。");
	const similar = page.getByRole("region", { name: questions.similar });
	if ("javaScript" in visitor) {
		expect(await similar.count()).toBe(0);
		await page.getByRole("button", { name: forms.preview }).click();
		await readPreview(page, threads);
	}
	await similar.waitFor();
	expect(await similar.getByRole("link").allTextContents()).toEqual([
		ANSWERED,
		OPEN,
	]);
	expect(await similar.getByRole("listitem").first().textContent()).toContain(
		questions.states.answered,
	);
	await expectReadable(page);
	await page.getByRole("button", { name: threads.publish }).click();
	await page.getByRole("heading", { name: TITLE, level: 1 }).waitFor();
}

async function answer(page: Page, { threads, questions, desk }: Way["words"]) {
	await page.getByRole("link", { name: desk.title }).click();
	const queue = page.getByRole("region", { name: desk.queue });
	await queue.waitFor();
	await expectReadable(page);
	await queue.getByRole("link", { name: TITLE }).click();
	await page.getByRole("heading", { name: TITLE, level: 1 }).waitFor();
	await page.getByRole("textbox", { name: threads.write }).fill(ANSWER);
	await page.getByRole("button", { name: threads.send }).click();
	await page.getByText(questions.states.answered).waitFor();
}

/** Pins the answer beside the passage of the question, with the term that it settles. */
async function pin(page: Page, { threads, glossary }: Way["words"]) {
	const { pinForm, notes } = threads;
	await chooseFromMenu(page, "译作", threads.pin);
	await page.getByLabel(pinForm.kind).selectOption({ label: notes.term });
	const place = page
		.locator(".place")
		.filter({ has: page.locator(":checked") });
	expect((await place.textContent())?.trim()).toBe(PARAGRAPH);
	await page.getByLabel(pinForm.shortForm).fill("又译「涌现」。");
	await page.getByLabel(glossary.fields.source).fill("Emergent Ability");
	await page.getByLabel(glossary.fields.rendering).fill("涌现");
	await page.getByText(glossary.fields.more).click();
	await page.getByLabel(glossary.fields.otherRenderings).fill("突现能力、突现");
	await page.getByLabel(glossary.fields.meaning).fill(MEANING);
	await expectReadable(page);
	await page.getByRole("button", { name: pinForm.submit }).click();
	await page.locator(".pinned").getByText("译作").waitFor();
}

test.each(WAYS)(
	"a question about a passage becomes a margin note and a glossary term: $way",
	async (way) => {
		const { words, visitor } = way;
		const { questions, threads } = words;
		const learner = await open(LESSON, { as: cast.learner, ...visitor });
		await expectReadable(learner);
		const quoted = await goAsking(learner, way);
		const passage = learner.locator("figure.passage mark");
		expect(await passage.textContent()).toBe(quoted);
		await ask(learner, way);
		expect(await passage.textContent()).toBe(quoted);
		await learner.getByText(questions.passage).waitFor();
		await learner.getByText(questions.states.waiting).waitFor();
		await expectReadable(learner);
		await learner.locator("figure.passage").getByRole("link").click();
		await asks(learner)
			.getByRole("link", { name: questions.askedHereFull(1) })
			.waitFor();
		expect(new URL(learner.url()).hash).toBe(
			`#${await block(learner).getAttribute("id")}`,
		);

		const staff = await open(COURSE, { as: cast.instructor, ...visitor });
		await answer(staff, words);
		await pin(staff, words);
		await expectReadable(staff);

		const visitorPage = await open(COURSE, visitor);
		await visitorPage.locator(".course-bar [href$=glossary]").click();
		await visitorPage.getByRole("heading", { name: "涌现" }).waitFor();
		await expectReadable(visitorPage);
		await visitorPage
			.getByRole("link", { name: threads.lessonNumber(1), exact: true })
			.click();
		const note = visitorPage.locator(".note");
		await note.getByText("又译「涌现」。").waitFor();
		expect(await note.textContent()).toContain(threads.notes.term);
		expect(await note.textContent()).toContain(TITLE);
		expect(await visitorPage.locator("a.term").allTextContents()).toEqual([
			PASSAGE,
		]);
		await expectReadable(visitorPage);
		await note.getByRole("link", { name: words.lessons.seeThread }).click();
		await visitorPage.locator(".pinned").getByText("译作").waitFor();
	},
);

test("on a phone the button to ask about the first words of a line stays on the screen", async () => {
	const { visitor, words } = WAYS[1];
	const page = await open(LESSON, { as: cast.learner, ...visitor });
	await select(page, PARAGRAPH.slice(0, 2));
	const ask = page.getByRole("link", { name: words.questions.askSelection });
	await ask.waitFor();
	expect((await ask.boundingBox())?.x).toBeGreaterThanOrEqual(0);
});

test("asking about selected words takes two clicks and a line", async () => {
	for (const [width, passage] of [
		[1280, PASSAGE],
		[390, "末尾一段"],
	] as const) {
		const page = await open(LESSON, { as: cast.learner, width });
		const { words } = WAYS[0];
		await select(page, passage);
		await page
			.getByRole("link", { name: words.questions.askSelection })
			.click();
		const title = page.getByLabel(words.threads.title);
		await title.waitFor();
		await expect
			.poll(() => title.evaluate((field) => field.matches(":focus")))
			.toBe(true);
		const publish = page.getByRole("button", { name: words.threads.publish });
		const box = await publish.boundingBox();
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(800);
		await page.keyboard.type(`${TITLE}${width}`);
		await publish.click();
		await page
			.getByRole("heading", { name: `${TITLE}${width}`, level: 1 })
			.waitFor();
		expect(await page.locator("figure.passage mark").textContent()).toBe(
			passage,
		);
	}
});

test("a selection over two paragraphs says that one is quoted, at its end", async () => {
	const { words } = WAYS[0];
	const page = await open(LESSON, { as: cast.learner });
	await select(page, PASSAGE, "末尾一段。");
	const ask = page.getByRole("link", { name: words.questions.askSelection });
	await ask.getByText(words.questions.askOne).waitFor();
	const { to } = await placeOf(page, "末尾一段。");
	expect((await ask.boundingBox())?.y).toBeGreaterThan(to.y);
	await ask.click();
	const passage = page.locator("figure.passage mark");
	await passage.waitFor();
	expect(PARAGRAPH).toContain(await passage.textContent());
});

test("the marks of the paragraphs are one stop for the Tab key", async () => {
	const page = await open(LESSON, { as: cast.learner });
	const marks = page.locator(".asks .ask");
	const stops = () =>
		marks.evaluateAll((all) =>
			all.flatMap((mark, i) =>
				mark instanceof HTMLElement && mark.tabIndex === 0 ? [i] : [],
			),
		);
	expect(await marks.count()).toBe(3);
	expect(await stops()).toEqual([0]);
	await marks.first().focus();
	await page.keyboard.press("ArrowDown");
	expect(await stops()).toEqual([1]);
	expect(await marks.nth(1).evaluate((mark) => mark.matches(":focus"))).toBe(
		true,
	);
	const bare = await open(LESSON, { as: cast.learner, javaScript: false });
	expect(await bare.locator(".asks .ask[tabindex]").count()).toBe(0);
});

test("a visitor who asks is told at the sign-in page what about, and signs up first", async () => {
	const { words } = WAYS[0];
	const page = await open(LESSON);
	await select(page, PASSAGE);
	await page.getByRole("link", { name: words.questions.askSelection }).click();
	await page.getByText(words.asking.afterwards.ask).waitFor();
	const passage = page.locator("figure.passage mark");
	expect(await passage.textContent()).toBe(PASSAGE);
	await expectReadable(page);
	await page.getByRole("link", { name: words.asking.signUpFirst }).click();
	await page
		.getByRole("heading", { name: words.accounts.signUp, level: 1 })
		.waitFor();
	expect(await passage.textContent()).toBe(PASSAGE);
});
