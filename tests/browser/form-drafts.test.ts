import { expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { answers, useBrowser } from "#tests/support/browser.ts";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";
import { reload, TEXT } from "#tests/support/writing.ts";

const { forms } = zh;
const open = useBrowser(useSite());
const cast = useCast();

/** The path of each further form with a field of several lines, and that field. */
const FORMS: Record<string, () => Promise<[path: string, field: string]>> = {
	"a staff member's word": async () => [`${await replyPath()}/word`, "text"],
	"a note": async () => [`${await replyPath()}/pin`, "shortForm"],
	"a term": async () => ["/courses/course/glossary/new", "meaning"],
	"a bio": async () => ["/settings", "bio"],
	"a course's description": async () => ["/courses/course/edit", "description"],
};

async function replyPath() {
	const { course, learner } = cast;
	const thread = await makeThread(course, learner);
	const { id } = await makeReply(course, thread.id, learner);
	return `/courses/course/replies/${id}`;
}

test.each(Object.keys(FORMS))(
	"the draft of %s survives a reload, and can be discarded",
	async (kind) => {
		const [path, name] = (await FORMS[kind]?.()) ?? ["", ""];
		const page = await open(path, { as: cast.instructor });
		const field = page.locator(`[name=${name}]`);
		const before = await field.inputValue();
		await field.fill(TEXT);
		await reload(page);
		await page.getByText(forms.draftBack).waitFor();
		await expect.poll(() => field.inputValue()).toBe(TEXT);
		await page.getByRole("button", { name: forms.discardDraft }).click();
		expect(await field.inputValue()).toBe(before);
		await reload(page);
		expect(await field.inputValue()).toBe(before);
		expect(await page.getByText(forms.draftBack).count()).toBe(0);
	},
);

test.each(["a staff member's word", "a bio"])(
	"%s that was sent leaves no draft",
	async (kind) => {
		const [path, name] = (await FORMS[kind]?.()) ?? ["", ""];
		const page = await open(path, { as: cast.instructor });
		await page.locator(`[name=${name}]`).fill("写好了。 ");
		await page.locator(`form:has([name=${name}]) button[type=submit]`).click();
		await page.waitForURL((url) => url.pathname + url.search !== path);
		await answers(page);
		await page.goto(path);
		await reload(page);
		expect(await page.locator(`[name=${name}]`).inputValue()).toBe("写好了。");
		expect(await page.getByText(forms.draftBack).count()).toBe(0);
	},
);
