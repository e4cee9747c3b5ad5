import { beforeAll, describe, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { zh } from "#app/words/zh.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite({ command: "demo" }));
const COURSE = "/courses/llm";
const LONG = `${COURSE}/threads/8`;

let instructor: { id: number };
let learner: { id: number };
let edited: string;

const account = (handle: string) =>
	db.user.findUniqueOrThrow({ where: { handle }, select: { id: true } });

beforeAll(async () => {
	instructor = await account("guxing");
	learner = await account("xuyan");
	const { id } = await db.reply.findFirstOrThrow({
		where: { authorId: learner.id, editedAt: { not: null } },
		select: { id: true },
	});
	edited = `${COURSE}/replies/${id}`;
});

describe("axe finds nothing on", () => {
	test.each([
		"/",
		COURSE,
		`${COURSE}/lessons/3`,
		`${COURSE}/glossary`,
		`${COURSE}/threads`,
		`${COURSE}/threads?kind=announcement&lesson=2`,
		"/people/xuyan",
		"/sign-in",
		"/no-such-page",
	])("%s as a visitor sees it", async (path) => {
		await expectAccessible(await open(path, { touch: true }));
	});

	test.each([
		"/",
		COURSE,
		`${COURSE}/lessons/3`,
		LONG,
		`${LONG}?page=2`,
		`${COURSE}/threads/15`,
		`${COURSE}/threads/new`,
		`${COURSE}/glossary`,
		`${COURSE}/glossary/new`,
		`${COURSE}/glossary/1/edit`,
		`${COURSE}/desk`,
		`${COURSE}/saved-replies`,
		`${COURSE}/saved-replies/new`,
		`${COURSE}/members`,
		`${COURSE}/edit`,
		`${COURSE}/lessons/new`,
		`${COURSE}/lessons/3/edit`,
		`${COURSE}/import`,
		"/courses/new",
	])("%s as an instructor sees it", async (path) => {
		await expectAccessible(await open(path, { as: instructor, touch: true }));
	});

	test.each(["history", "pin", "vote"])(
		"the page %s of a reply",
		async (act) => {
			await expectAccessible(
				await open(`${edited}/${act}`, { as: instructor, touch: true }),
			);
		},
	);

	test.each(["/settings", "/people/xuyan", `${LONG}/replies`])(
		"%s as a learner sees it",
		async (path) => {
			await expectAccessible(await open(path, { as: learner, touch: true }));
		},
	);

	test("the form that edits a reply", async () => {
		await expectAccessible(
			await open(`${edited}/edit`, { as: learner, touch: true }),
		);
	});

	test("a thread with an open menu, an open answer and a preview", async () => {
		const page = await open(LONG, { as: instructor, touch: true });
		const reply = page.locator("article[id^=reply-]").first();
		await reply.getByRole("link", { name: zh.threads.reply }).first().click();
		await reply.getByRole("textbox").fill("先**看**一眼：$x^2$");
		await reply.getByRole("button", { name: zh.forms.preview }).click();
		await reply.getByRole("region", { name: zh.threads.previewOf }).waitFor();
		await reply.locator("summary").first().click();
		await expectAccessible(page);
	});

	test("a lesson with an open term", async () => {
		const page = await open(`${COURSE}/lessons/3`, { touch: true });
		await page.locator("a.term").first().click();
		await page.getByRole("dialog").waitFor();
		await expectAccessible(page);
	});

	test("the form that pins a translation note", async () => {
		const page = await open(`${edited}/pin`, { as: instructor, touch: true });
		await page
			.getByLabel(zh.threads.pinForm.kind)
			.selectOption({ label: zh.threads.notes.term });
		await page.getByLabel(zh.glossary.fields.source).waitFor();
		await expectAccessible(page);
	});

	test("a sign-up that went wrong", async () => {
		const page = await open("/sign-up", { touch: true });
		await page.getByRole("button", { name: zh.accounts.signUp }).click();
		await page.getByText(zh.errors.handleWrong).waitFor();
		await expectAccessible(page);
	});

	test("the preview of an import with problems", async () => {
		const page = await open(`${COURSE}/import`, {
			as: instructor,
			touch: true,
		});
		const text =
			"04｜推理\n一段话。\n思考题\n为什么？\n- 某人 👍(1) 💬(0)\n没有日期。";
		await page.getByLabel(zh.imports.pasted).fill(text);
		await page.getByRole("button", { name: zh.imports.preview }).click();
		await page.getByText(zh.imports.steps.preview).waitFor();
		await expectAccessible(page);
	});
});
