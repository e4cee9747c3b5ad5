import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeReply, makeThread } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const { threads, nav } = zh;
const open = useBrowser(useSite());

let cast: Awaited<ReturnType<typeof makeCast>>;
let path: string;
let reply: { id: number };

beforeAll(async () => {
	cast = await makeCast();
	const thread = await makeThread(cast.course, cast.other);
	reply = await makeReply(cast.course, thread.id, cast.learner);
	path = `/courses/course/threads/${thread.number}`;
});

/** Presses Tab until the focus is on `name`; each stop on the way must show its focus. */
async function tabTo(page: Page, name: string) {
	for (let stops = 0; stops < 60; stops += 1) {
		await page.keyboard.press("Tab");
		const stop = await page.evaluate(() => {
			const at = document.activeElement;
			// Tab starts at the top of a newly loaded page.
			if (!at || at === document.body || at.id === "main") return null;
			const { outlineStyle, outlineWidth } = getComputedStyle(at);
			return {
				name: at.getAttribute("aria-label") ?? at.textContent ?? "",
				isShown:
					outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
				isSeen: at.checkVisibility(),
			};
		});
		if (!stop) continue;
		expect(stop).toMatchObject({ isShown: true, isSeen: true });
		if (stop.name.includes(name)) return;
	}
	throw new Error(`No way to ${name} by Tab`);
}

test("the first Tab stop of a page skips to its text", async () => {
	const page = await open(path);
	await page.keyboard.press("Tab");
	expect(await page.locator(":focus").textContent()).toBe(nav.skip);
	expect((await page.locator(":focus").boundingBox())?.y).toBeGreaterThan(0);
	await page.keyboard.press("Enter");
	expect(new URL(page.url()).hash).toBe("#main");
	await tabTo(page, "课程");
	expect(await page.locator("main :focus").count()).toBe(1);
});

test("the keyboard casts and withdraws a vote", async () => {
	const page = await open(path, { as: cast.other });
	const vote = page.locator(`#reply-${reply.id} .votes`);
	await tabTo(page, threads.voteBy(0));
	await page.keyboard.press("Enter");
	await expect.poll(() => vote.getAttribute("aria-pressed")).toBe("true");
	expect(await vote.textContent()).toBe("1");
	await page.keyboard.press("Space");
	await expect.poll(() => vote.getAttribute("aria-pressed")).toBe("false");
	expect(await vote.textContent()).toBe("0");
});

test("an instructor reaches the pin in the menu by keyboard", async () => {
	const page = await open(path, { as: cast.instructor });
	await tabTo(page, threads.more);
	await page.keyboard.press("Enter");
	await tabTo(page, threads.pin);
	await page.keyboard.press("Enter");
	await page.waitForURL("**/pin");
	await tabTo(page, threads.pinForm.submit);
	await page.keyboard.press("Enter");
	await page.locator(".pinned").waitFor();
});

test("Escape or a click elsewhere closes a menu", async () => {
	const page = await open(path, { as: cast.instructor });
	const items = page.locator(".menu[open] .menu-items");
	await tabTo(page, threads.more);
	await page.keyboard.press("Enter");
	await items.waitFor();
	await page.keyboard.press("Escape");
	await items.waitFor({ state: "hidden" });
	await page.keyboard.press("Enter");
	await items.waitFor();
	await page.locator("h1").click();
	await items.waitFor({ state: "hidden" });
});
