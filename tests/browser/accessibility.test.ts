import { beforeAll, describe, expect, test } from "vitest";
import { db, sql } from "#app/platform/postgres/db.server.ts";
import type { Prisma } from "#app/platform/prisma/client.ts";
import { zh } from "#app/words/zh.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { useSite } from "#tests/support/site.ts";
import { fill, listPages } from "#tests/support/site-map.ts";

const open = useBrowser(useSite({ command: "demo" }));
const COURSE = "/courses/llm";
const LONG = `${COURSE}/threads/8`;
const ANSWERED = "训练算力约等于6ND，这个6是怎么来的？";
const IMPORTED = "差八分，为什么就几乎只认第一名？";

/** Every page, but only one of the verb pages, which are all alike. */
const pages = listPages()
	.filter(({ path, isVerb }) => !isVerb || path.endsWith("replies/:id/vote"))
	.map(({ path }) => path);
let instructor: { id: number };
let learner: { id: number };
let edited: string;
/** An address for each page of the site map, and for pages that only some kind of thread or reply has. */
let places: Record<string, string>;
let block: number;
let elsewhere: Record<string, Record<string, string>>;

const account = (handle: string) =>
	db.user.findUniqueOrThrow({ where: { handle }, select: { id: true } });

beforeAll(async () => {
	instructor = await account("guxing");
	learner = await account("xuyan");
	const reply = async (where: Prisma.ReplyWhereInput) => {
		const select = { id: true };
		const { id } = await db.reply.findFirstOrThrow({ where, select });
		return { "replies/:id": String(id) };
	};
	const thread = async (where: Prisma.ThreadWhereInput) => {
		const select = { id: true, number: true };
		const found = await db.thread.findFirstOrThrow({ where, select });
		return { ...found, place: { "threads/:number": String(found.number) } };
	};
	const changed = await reply({
		authorId: learner.id,
		editedAt: { not: null },
	});
	edited = `${COURSE}/replies/${changed["replies/:id"]}`;
	const noted = await db.block.findFirstOrThrow({
		where: {
			lesson: { number: 3 },
			kind: "paragraph",
			position: { not: null },
		},
		select: { id: true },
	});
	block = noted.id;
	const own = { authorId: instructor.id };
	const { id, ...imported } = await thread({ title: IMPORTED });
	await sql`UPDATE threads SET author_id = NULL, imported_name = '旧友' WHERE id = ${id}`;
	places = {
		"people/:handle": "xuyan",
		"courses/:course": "llm",
		"lessons/:number": "3",
		"glossary/:id": "1",
		"saved-replies/:id": "1",
		"imports/:id": "1",
		...(await thread({ title: ANSWERED })).place,
		...(await reply({ ...own, thread: { kind: "question" } })),
	};
	const opened = (await thread({ ...own, kind: "announcement" })).place;
	const thinking = (await thread({ kind: "thinking" })).place;
	elsewhere = {
		"/courses/:course/threads/:number/edit": opened,
		"/courses/:course/threads/:number/settings": thinking,
		"/courses/:course/threads/:number/title": imported.place,
		"/courses/:course/replies/:id/history": changed,
	};
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
	])("%s as a visitor", async (path) => {
		await expectAccessible(await open(path, { touch: true }));
	});

	test.each(pages)("%s as an instructor", async (path) => {
		const query = path.endsWith("lessons/:number/note")
			? `?block=${block}`
			: "";
		const values = { ...places, ...elsewhere[path] };
		const address = fill(path, values).path + query;
		const page = await open(address, { as: instructor, touch: true });
		const answer = await page.request.get(address);
		expect(answer.status()).toBe(path === "/*" ? 404 : 200);
		await expectAccessible(page);
	});

	test.each([LONG, `${LONG}?page=2`, `${COURSE}/threads/15`])(
		"%s as an instructor",
		async (path) => {
			await expectAccessible(await open(path, { as: instructor, touch: true }));
		},
	);

	test.each(["/settings", "/people/xuyan", `${LONG}/replies`])(
		"%s as a learner",
		async (path) => {
			await expectAccessible(await open(path, { as: learner, touch: true }));
		},
	);

	test("the form to edit a reply", async () => {
		await expectAccessible(
			await open(`${edited}/edit`, { as: learner, touch: true }),
		);
	});

	test("a thread with an open reply form and a preview", async () => {
		const page = await open(LONG, { as: instructor, touch: true });
		const reply = page.locator("article[id^=reply-]").first();
		await reply.getByRole("link", { name: zh.threads.reply }).first().click();
		await reply.getByRole("textbox").fill("先**看**一眼：$x^2$");
		await reply.getByRole("button", { name: zh.forms.preview }).click();
		await reply.getByRole("region", { name: zh.threads.previewOf }).waitFor();
		await expectAccessible(page);
	});

	test("a thread with an open menu", async () => {
		const page = await open(LONG, { as: instructor, touch: true });
		const reply = page.locator("article[id^=reply-]").first();
		await reply.locator("summary").first().click();
		await expectAccessible(page);
	});

	test("a lesson with an open term", async () => {
		const page = await open(`${COURSE}/lessons/3`, { touch: true });
		await page.locator("a.term").first().click();
		await page.getByRole("dialog").waitFor();
		await expectAccessible(page);
	});

	test("the form to pin a translation note", async () => {
		const page = await open(`${edited}/pin`, { as: instructor, touch: true });
		await page
			.getByLabel(zh.threads.pinForm.kind)
			.selectOption({ label: zh.threads.notes.term });
		await page.getByLabel(zh.glossary.fields.source).waitFor();
		await expectAccessible(page);
	});

	test("a failed sign-up", async () => {
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
