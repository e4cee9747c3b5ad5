import { beforeAll, expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeReply, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());

let path: string;
let learner: { id: number };

beforeAll(async () => {
	await truncateAll();
	const cast = await makeCast();
	const { course } = cast;
	learner = cast.learner;
	const asked = await makeThread(course, cast.learner, { kind: "question" });
	await makeReply(course, asked.id, cast.assistant);
	path = `/courses/course/threads/${asked.number}`;
});

// The browser's tests fail if the policy refuses anything, or React finds another page than it rendered.
test("what a page says for other sites stays while it is open, signed in or not", async () => {
	for (const as of [null, learner]) {
		const page = await open(path, { as });
		const said = await page.evaluate(() => ({
			address: document
				.querySelector("link[rel=canonical]")
				?.getAttribute("href"),
			data: document.querySelector("head script[type='application/ld+json']")
				?.textContent,
		}));
		expect(said.address).toMatch(new RegExp(`${path}$`));
		expect(JSON.parse(said.data ?? "")["@type"]).toBe("QAPage");
	}
});

test("none of it is left when one goes to another page", async () => {
	const page = await open(path);
	await page.locator('a[href="/courses/course/glossary"]').first().click();
	await page.waitForURL("**/glossary");
	expect(await page.locator("head [data-page]").count()).toBe(0);
});
