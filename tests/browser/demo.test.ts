import { gzipSync } from "node:zlib";
import type { Page, Request } from "playwright-core";
import { expect, test } from "vitest";
import { db, sql } from "#app/platform/postgres/db.server.ts";
import { zh } from "#app/words/zh.ts";
import type { SeedReply } from "#prisma/seed/discussion/shape.ts";
import { threads as seeded } from "#prisma/seed/discussion.ts";
import { answers, useBrowser } from "#tests/support/browser.ts";
import { startSite, useSite } from "#tests/support/site.ts";

const site = useSite({ command: "demo" });
const open = useBrowser(site);

const LESSON = "/courses/llm/lessons/3";
const LONG = "/courses/llm/threads/8";
const KB = 1000;

const withUnder = (reply: SeedReply): SeedReply[] => [
	reply,
	...(reply.replies ?? []).flatMap(withUnder),
];

const counts = () => sql`
	SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM courses) AS courses,
		(SELECT count(*)::int FROM lessons) AS lessons, (SELECT count(*)::int FROM threads) AS threads,
		(SELECT count(*)::int FROM replies) AS replies, (SELECT count(*)::int FROM pins) AS pins,
		(SELECT count(*)::int FROM reply_votes) > 0 AS voted`;

test("the demo course is added once", async () => {
	const replies = seeded.flatMap((thread) => thread.replies).flatMap(withUnder);
	const once = {
		users: 12,
		courses: 1,
		lessons: 3,
		threads: seeded.length,
		replies: replies.length,
		pins: replies.filter((reply) => reply.pin).length,
		voted: true,
	};
	expect(await counts()).toEqual([once]);
	const again = await startSite({ command: "demo" });
	await again.stop();
	expect(await counts()).toEqual([once]);
	// With your own database, only the start that made the passwords prints them.
	expect(again.said.join()).not.toContain("guxing");
});

test("the instructor signs in with the printed password", async () => {
	const line = site.said.find((said) => said.includes("guxing@")) ?? "";
	const [, email = "", password = ""] = line.trim().split(/\s+/);
	const page = await open("/sign-in");
	await page.getByLabel(zh.accounts.email).fill(email);
	await page.getByLabel(zh.accounts.password).fill(password);
	await page.getByRole("button", { name: zh.accounts.signIn }).click();
	await page.getByRole("link", { name: zh.courses.add }).waitFor();
});

test("lesson 3 shows the note on 涌现 beside its heading", async () => {
	const page = await open(LESSON);
	const heading = page.getByRole("heading", { name: "突现能力" });
	const note = page.locator(".note").filter({ hasText: "涌现" }).first();
	expect(await note.locator(".kind").textContent()).toBe(zh.threads.notes.term);
	const [inText, inMargin] = [
		await heading.boundingBox(),
		await note.boundingBox(),
	];
	expect(inMargin?.x).toBeGreaterThan(inText?.x ?? Number.NaN);
	expect(Math.abs((inMargin?.y ?? 0) - (inText?.y ?? 0))).toBeLessThan(60);
});

/** How far the page has moved since it began to load, as browsers measure it (CLS, without a time window). */
const shift = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				const observer = new PerformanceObserver((list) => {
					for (const entry of list.getEntries())
						sum += Number(Reflect.get(entry, "value"));
				});
				observer.observe({ type: "layout-shift", buffered: true });
				// After two frames the buffered entries have been delivered.
				requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
			}),
	);

test.each([
	[LESSON, 1280],
	[LESSON, 390],
	[LONG, 1280],
	[LONG, 390],
])("nothing moves while %s loads at %i px", async (path, width) => {
	const page = await open(path, { width });
	await page.evaluate(() => document.fonts.ready);
	expect(await shift(page)).toBe(0);
});

test("a thread page of 20 replies stays within its weight", async () => {
	const as = await db.user.findUniqueOrThrow({ where: { handle: "xuyan" } });
	const page = await open("/settings", { as });
	// Its own late code is not the thread's.
	await page.waitForLoadState("networkidle");
	const asked: Request[] = [];
	page.on("requestfinished", (request) => asked.push(request));
	await page.goto(LONG);
	await answers(page);
	expect(await page.locator(".replies > article[id^=reply-]").count()).toBe(20);
	const gzipped = { document: 0, script: 0 };
	for (const request of asked) {
		const type = request.resourceType();
		if (type !== "document" && type !== "script") continue;
		const response = await request.response();
		gzipped[type] += gzipSync((await response?.body()) ?? "").length;
	}
	expect(gzipped.document).toBeLessThanOrEqual(25 * KB);
	expect(gzipped.script).toBeLessThanOrEqual(115 * KB);
	expect(gzipped.script).toBeGreaterThan(80 * KB);
});
