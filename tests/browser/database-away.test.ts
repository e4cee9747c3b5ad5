import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
	vi,
} from "vitest";
import { findPostmaster } from "#app/platform/postgres/postmaster.server.ts";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { answers, useBrowser } from "#tests/support/browser.ts";
import { formOf, send } from "#tests/support/http.ts";
import { runCommand, type Site, startSite } from "#tests/support/site.ts";

const { threads, forms, refusals, plainPages } = zh;
const { unavailable } = plainPages;

const THREAD = "/courses/llm/threads/8";
const LESSON = "/courses/llm/lessons/3";
const TEXT = "还没想完：\n「涌现」要不要加引号？ <b>&amp;";
const GZIP = { "Accept-Encoding": "gzip" };

const site: Site = {
	...{ url: "", said: [] },
	...{ stop: async () => {}, kill: async () => {} },
};
let dataDir: string;
const cookies: Record<string, string> = {};

/** The Cookie header of a person of the demo course. */
async function signIn(handle: string): Promise<string> {
	const { headers } = await send(site, "/sign-in", {
		headers: formOf(site),
		body: String(
			new URLSearchParams({
				email: `${handle}@example.com`,
				password: "seminar-demo",
			}),
		),
	});
	return headers["set-cookie"]?.[0]?.split(";", 1)[0] ?? "";
}

/** A job that fails runs again within ten seconds. */
const untilNoJobs = () =>
	vi.waitFor(
		async () =>
			expect(
				await runCommand(["jobs"], { DATABASE_URL: "", DATA_DIR: dataDir }),
			).toMatchObject({ code: 0, stdout: "" }),
		60_000,
	);

// Its own database, because these tests suspend it. The demo's jobs would change pages, or be suspended with it.
beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "seminar-away-"));
	await chmod(dataDir, 0o711);
	const settings = { DATABASE_URL: "", DATA_DIR: dataDir, LOG_LEVEL: "info" };
	Object.assign(site, await startSite({ command: "demo", settings }));
	await untilNoJobs();
	for (const handle of ["guxing", "xuyan"])
		cookies[handle] = await signIn(handle);
});
const open = useBrowser(site);
afterEach(thaw);
afterAll(async () => {
	await site.stop();
	await rm(dataDir, { recursive: true });
});

async function postmaster() {
	const data = await realpath(join(dataDir, "postgres/data"));
	return (await findPostmaster(data))?.pid ?? 0;
}

/** Sends a signal to all processes of the database. Meanwhile the postmaster is stopped, so that they stay the same. */
async function signal(name: "SIGSTOP" | "SIGCONT") {
	const server = await postmaster();
	if (!server) return;
	process.kill(server, "SIGSTOP");
	const all = execFileSync("ps", ["-A", "-o", "pid=,ppid="], {
		encoding: "utf8",
	});
	for (const line of all.trim().split("\n")) {
		const [pid, parent] = line.trim().split(/\s+/).map(Number);
		if (pid && parent === server) process.kill(pid, name);
	}
	process.kill(server, name);
}
/** A job caught half-way would keep its place for two minutes. */
async function freeze() {
	await untilNoJobs();
	await signal("SIGSTOP");
}

const ready = async () => (await send(site, "/ready")).status;

async function thaw() {
	await signal("SIGCONT");
	await vi.waitFor(async () => expect(await ready()).toBe(200), 5000);
}

const visit = (path: string, headers = {}) =>
	send(site, path, { headers: { ...GZIP, ...headers } });

/** Resolves once a visitor's page comes from the cache. */
const untilKept = (path: string, headers = {}) =>
	vi.waitFor(async () => {
		const [one, other] = [
			await visit(path, headers),
			await visit(path, headers),
		];
		expect(one.headers["x-request-id"]).toBe(other.headers["x-request-id"]);
	}, 10_000);

const post = (handle: string, path: string, form: Record<string, string>) =>
	send(site, path, {
		headers: { ...formOf(site), cookie: cookies[handle] ?? "" },
		body: String(new URLSearchParams(form)),
	});

const isOld = ({ text }: { text: string }) => text.includes('class="old-page"');

describe("while the database does not answer", () => {
	test("everybody gets an answer soon, and visitors the older page", async () => {
		await untilKept(LESSON);
		await freeze();
		const began = Date.now();
		const own = { cookie: cookies.xuyan };
		const first = await Promise.all([visit("/", own), visit("/ready")]);
		expect(Date.now() - began).toBeLessThan(5000);
		for (const { status } of first) expect(status).toBe(503);

		const signedIn = await visit(LESSON, own);
		expect(signedIn).toMatchObject({
			status: 503,
			headers: { "cache-control": "no-store", "retry-after": "5" },
		});
		expect(signedIn.text).toContain(unavailable.text);
		expect(await visit("/courses/llm/members", own)).toMatchObject({
			status: 503,
		});

		const kept = await visit(LESSON);
		expect(kept).toMatchObject({
			status: 200,
			headers: {
				"cache-control": "no-store",
				age: expect.stringMatching(/^\d+$/),
			},
		});
		expect(isOld(kept)).toBe(true);
		expect(kept.text).toContain("突现能力");
		expect(kept.text).not.toContain("<script");
		expect(kept.text).toMatch(/<time datetime="[^"]+">\d\d:\d\d<\/time>/);
		expect(
			await visit("/courses/llm/lessons/1", { "Accept-Language": "en" }),
		).toMatchObject({
			status: 503,
			text: expect.stringContaining(en.plainPages.unavailable.title),
		});

		await thaw();
		const fresh = await visit(LESSON);
		expect(fresh.status).toBe(200);
		expect(isOld(fresh)).toBe(false);
		const said = site.said.filter((line) => /the database is/.test(line));
		expect(said.map((line) => JSON.parse(line).msg)).toEqual([
			"the database is away",
			"the database is back",
		]);
	});

	test("the older page is easy to read", async () => {
		const page = await open("/", { language: "en" });
		await untilKept("/", { "Accept-Language": "en-GB" });
		await freeze();
		await vi.waitFor(async () => expect(await ready()).toBe(503), 10_000);
		await page.reload();
		await page.getByText("This is the page as it was at").waitFor();
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			await expectReadable(page);
		}
	});

	test("an older page may lack something new, but shows nothing removed", async () => {
		await untilKept(LESSON);
		const location = async (sent: ReturnType<typeof post>) =>
			String((await sent).headers.location);
		const submission = () => ({ submissionId: crypto.randomUUID() });
		const path = await location(
			post("xuyan", `${THREAD}/replies`, { body: "先说一句", ...submission() }),
		);
		const id = path.split("/").at(-1);
		await untilKept(THREAD);
		await post("guxing", `${THREAD}/replies`, {
			body: "又一句",
			...submission(),
		});
		await freeze();
		await vi.waitFor(async () => expect(await ready()).toBe(503), 10_000);
		const without = await visit(THREAD);
		expect([without.status, isOld(without)]).toEqual([200, true]);
		await thaw();

		await untilKept(THREAD);
		await post("xuyan", `/courses/llm/replies/${id}/removal`, {
			removed: "true",
		});
		await freeze();
		await vi.waitFor(async () => expect(await ready()).toBe(503), 10_000);
		expect((await visit(THREAD)).status).toBe(503);
	});

	const openAs = async (handle: string, javaScript: boolean) => {
		const page = await open("/", { javaScript, width: 390, touch: true });
		const [name = "", value = ""] = cookies[handle]?.split("=") ?? [];
		await page.context().addCookies([{ name, value, url: site.url }]);
		await page.goto(THREAD);
		await answers(page);
		return page;
	};
	const area = (page: Page) =>
		page.getByRole("textbox", { name: threads.write });

	test("a reply stays in its form, and can be sent later", async () => {
		const page = await openAs("xuyan", true);
		await area(page).fill(TEXT);
		await freeze();
		await page.getByRole("button", { name: threads.send }).click();
		await page.getByText(forms.textKept(refusals.unavailable)).waitFor();
		expect(await area(page).inputValue()).toBe(TEXT);
		await thaw();
		await page.getByRole("button", { name: threads.send }).click();
		await page.getByText(threads.posted).waitFor();
	});

	test("without scripts the answer holds the reply and sends it again", async () => {
		const page = await openAs("xuyan", false);
		const text = `${TEXT}\n\n不用脚本。`;
		await area(page).fill(text);
		await freeze();
		await page.getByRole("button", { name: threads.send }).click();
		const again = page.getByRole("button", { name: unavailable.sendAgain });
		await again.waitFor();
		expect(await page.getByRole("textbox").inputValue()).toBe(text);
		expect(await page.locator("main h1, .bar .brand").count()).toBe(2);
		await expectReadable(page);
		await again.click();
		await again.waitFor();
		await thaw();
		await again.click();
		await page.locator("article", { hasText: "不用脚本。" }).waitFor();
		expect(
			await page.locator("article", { hasText: "不用脚本。" }).count(),
		).toBe(1);
	});

	test("a password must be typed again", async () => {
		await freeze();
		const form = { email: "xuyan@example.com", password: "secret-word" };
		const { status, text } = await post("", "/sign-in", form);
		expect(status).toBe(503);
		expect(text).toContain("xuyan@example.com");
		expect(text).not.toContain("secret-word");
		expect(text).toContain('type="password"');
	});

	test("a link on a page with scripts leads to the older page", async () => {
		const page = await open("/courses/llm");
		await untilKept(LESSON, { "Accept-Language": "zh-CN" });
		await freeze();
		await page.locator(`.lessons a[href="${LESSON}"]`).first().click();
		await page.locator(".old-page").waitFor();
		expect(new URL(page.url()).pathname).toBe(LESSON);
	});
});

describe("after the database was killed", () => {
	// A kill while a server takes a job keeps the job from others for two minutes.
	beforeEach(untilNoJobs);

	test("it recovers by itself", async () => {
		const killed = await postmaster();
		process.kill(killed, "SIGKILL");
		await vi.waitFor(
			async () => {
				expect(await postmaster()).not.toBe(killed);
				expect(await ready()).toBe(200);
			},
			{ timeout: 20_000, interval: 100 },
		);
		await untilKept(LESSON);
		expect(isOld(await visit(LESSON))).toBe(false);
		expect((await visit("/", { cookie: cookies.xuyan })).status).toBe(200);
	});

	test("jobs go on", async () => {
		process.kill(await postmaster(), "SIGKILL");
		await vi.waitFor(async () => expect(await ready()).toBe(503), 10_000);
		await vi.waitFor(async () => expect(await ready()).toBe(200), 20_000);
		const form = { handle: "xuyan", role: "assistant" };
		expect(await post("guxing", "/courses/llm/members", form)).toMatchObject({
			status: 303,
		});
		await untilNoJobs();
	});
});
