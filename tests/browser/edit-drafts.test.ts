import { expect, test } from "vitest";
import { editLesson } from "#app/lessons/commands.server.ts";
import { BODY_MAX } from "#app/markdown/limits.ts";
import { editReply } from "#app/replies/edit.server.ts";
import {
	addSavedReply,
	editSavedReply,
} from "#app/saved-replies/commands.server.ts";
import { editThread } from "#app/threads/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import { reload, TEXT } from "#tests/support/writing.ts";

const { forms, refusals } = zh;
const open = useBrowser(useSite());
const cast = useCast();
const theirs = { title: "别处改的题目", body: "别处改的" };
const mine = "没来得及存的题目";

/** For each editable kind of text: the path of its form, and the same edit made elsewhere. */
const EDITS: Record<string, () => Promise<[string, () => Promise<void>]>> = {
	async reply() {
		const { course, instructor: by } = cast;
		const thread = await makeThread(course, by);
		const { id } = await makeReply(course, thread.id, by);
		const edit = { by, course, body: theirs.body, version: 1 };
		return [`replies/${id}`, () => editReply({ id }, edit)];
	},
	async thread() {
		const { course, instructor: by } = cast;
		const thread = await makeThread(course, by);
		const edit = { by, course, ...theirs, version: 1 };
		return [`threads/${thread.number}`, () => editThread(thread, edit)];
	},
	async lesson() {
		const { course, instructor } = cast;
		const lesson = await makeLesson(course);
		const { title, body: source } = theirs;
		const edit = { title, source, questions: [], revision: 1 };
		return [
			`lessons/${lesson.number}`,
			() => editLesson(lesson, edit, { by: instructor, course }),
		];
	},
	async "saved reply"() {
		const { course, instructor: by } = cast;
		await addSavedReply({ by, course, title: "问好", body: "你好。" });
		const edit = { by, course, ...theirs, version: 1 };
		return ["saved-replies/1", () => editSavedReply({ id: 1 }, edit)];
	},
};

/** The path of the form for this kind of text, and the same edit made elsewhere. */
const makeEdit = (kind: string) =>
	EDITS[kind]?.() ?? Promise.reject(new Error(kind));

test.each(Object.keys(EDITS))(
	"an edit of a %s that was edited elsewhere comes back, and sending it shows the other edit",
	async (kind) => {
		const [path, editElsewhere] = await makeEdit(kind);
		const address = `/courses/course/${path}/edit`;
		const page = await open(address, { as: cast.instructor });
		const body = page.locator("[name=body]");
		const title = page.locator("[name=title]");
		const isTitled = (await title.count()) > 0;
		const save = page.getByRole("button", { name: forms.save });
		await body.fill(TEXT);
		if (isTitled) await title.fill(mine);
		await page.getByText(forms.draftKept).waitFor();
		await editElsewhere();
		for (const time of ["not sent yet", "refused"]) {
			await reload(page);
			await page.getByText(forms.draftBack).waitFor();
			expect(await body.inputValue(), time).toBe(TEXT);
			if (isTitled) expect(await title.inputValue(), time).toBe(mine);
			await save.click();
			await page.getByText(refusals.staleEdit).waitFor();
			await page.locator("main").getByText(theirs.body).first().waitFor();
		}
		await save.click();
		await page.waitForURL((url) => url.pathname !== address);
		// A sent edit leaves no draft.
		await page.goto(address);
		await reload(page);
		expect(await page.getByText(forms.draftBack).count()).toBe(0);
		expect(await body.inputValue()).toBe(TEXT);
	},
);

test("discarding a draft also discards the version that it started from", async () => {
	const [path, editElsewhere] = await makeEdit("thread");
	const address = `/courses/course/${path}/edit`;
	const page = await open(address, { as: cast.instructor });
	await page.locator("[name=title]").fill(mine);
	await page.locator("[name=body]").fill(TEXT);
	await page.getByText(forms.draftKept).waitFor();
	await editElsewhere();
	await reload(page);
	await page.getByRole("button", { name: forms.discardDraft }).click();
	expect(await page.locator("[name=title]").inputValue()).toBe(theirs.title);
	expect(await page.locator("[name=body]").inputValue()).toBe(theirs.body);
	await page.locator("[name=body]").fill(`${theirs.body}，又改`);
	await page.getByRole("button", { name: forms.save }).click();
	await page.waitForURL((url) => url.pathname !== address);
});

test("without JavaScript a stale edit stays stale after another error", async () => {
	const [path, editElsewhere] = await makeEdit("reply");
	const page = await open(`/courses/course/${path}/edit`, {
		as: cast.instructor,
		javaScript: false,
	});
	const save = page.getByRole("button", { name: forms.save });
	await editElsewhere();
	await page.locator("[name=body]").fill("字".repeat(BODY_MAX + 1));
	await save.click();
	await page.getByText(zh.errors.bodyLong(BODY_MAX)).waitFor();
	await page.locator("[name=body]").fill(TEXT);
	await save.click();
	await page.getByText(refusals.staleEdit).waitFor();
});
