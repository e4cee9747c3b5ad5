import { randomUUID } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { editCourse } from "#app/courses/commands.server.ts";
import { changesSent } from "#app/platform/postgres/changes.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import {
	makeCast,
	makeLesson,
	makeReply,
	makeThread,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { formOf, send } from "#tests/support/http.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { useSite } from "#tests/support/site.ts";

let cast: Awaited<ReturnType<typeof makeCast>>;
let thread: { id: number; number: number };
let page: string;

// Before the site starts, so no change from here reaches it late.
beforeAll(async () => {
	await truncateAll();
	cast = await makeCast();
	await makeLesson(cast.course);
	thread = await makeThread(cast.course, cast.learner);
	page = `/courses/course/threads/${thread.number}`;
	await changesSent();
});

const site = useSite();

const visit = (path = page, headers: OutgoingHttpHeaders = {}) =>
	send(site, path, { headers: { "Accept-Encoding": "gzip", ...headers } });

/** Identifies the rendering that a visit got: the same one again comes from the cache. */
const renderingOf = async (path = page, headers: OutgoingHttpHeaders = {}) =>
	String((await visit(path, headers)).headers["x-request-id"]);

const untilKept = (path = page) =>
	vi.waitFor(
		async () => expect(await renderingOf(path)).toBe(await renderingOf(path)),
		10_000,
	);

beforeEach(() => untilKept());

describe("a visitors' page", () => {
	it("is rendered once and is the same for all", async () => {
		const { headers, text } = await visit();
		const other = await visit(page, { "User-Agent": "another" });
		expect(other.text).toBe(text);
		expect(other.headers).toEqual({
			...headers,
			date: expect.any(String),
			// It may have been compressed better since.
			"content-length": expect.any(String),
		});
		expect(headers["content-encoding"]).toBe("gzip");
	});

	it("is not served to anybody with a session cookie, even a wrong one", async () => {
		const kept = await renderingOf();
		const cookie = await cookieOf(cast.learner);
		for (const sent of [cookie, "session=x", `theme=dark; ${cookie}`]) {
			const first = await renderingOf(page, { cookie: sent });
			const second = await renderingOf(page, { cookie: sent });
			expect(new Set([kept, first, second]).size).toBe(3);
		}
		expect(await renderingOf()).toBe(kept);
	});

	it("has a copy for each language and theme", async () => {
		const wishes: OutgoingHttpHeaders[] = [
			{},
			{ "Accept-Language": "en" },
			{ cookie: "theme=dark" },
			{ cookie: "theme=light" },
			{ cookie: "theme=dark; language=en" },
		];
		const first: string[] = [];
		for (const headers of wishes) first.push(await renderingOf(page, headers));
		expect(new Set(first).size).toBe(wishes.length);
		for (const [i, headers] of wishes.entries())
			expect(await renderingOf(page, headers)).toBe(first[i]);
		const { text } = await visit(page, { cookie: "theme=dark; language=en" });
		expect(text).toMatch(/<html lang="en" data-theme="dark"/);
	});

	it("is one copy for all cookies that the site does not know", async () => {
		expect(await renderingOf(page, { cookie: "other=1" })).toBe(
			await renderingOf(),
		);
	});

	it("has a copy for each set of parameters, however written", async () => {
		const oldest = await renderingOf(`${page}?sort=oldest`);
		expect(await renderingOf(`${page}?sort=%6Fldest&`)).toBe(oldest);
		const both = await renderingOf(`${page}?sort=oldest&x=1`);
		expect(await renderingOf(`${page}?x=1&sort=oldest`)).toBe(both);
		const others = ["", "?sort=newest", "?page=1%20sort=oldest"];
		others.push("?page=1%26sort=oldest", "?kind=topic%20sort=oldest");
		others.push("?x=1&sort=oldest", "?from=1&sort=oldest", "?from=1");
		for (const query of others)
			expect(await renderingOf(page + query)).not.toBe(oldest);
		const [one, other] = [
			"/sign-in?redirectTo=/a?b",
			"/sign-in?redirectTo=/a?c",
		];
		expect(await renderingOf(one)).not.toBe(await renderingOf(other));
	});

	it("reaches browsers that take no gzip", async () => {
		const { headers, text } = await send(site, page);
		expect(headers["content-encoding"]).toBeUndefined();
		expect(text).toContain("说说看。");
	});

	it.each(["/sign-in", "/", "/people/zhou", "/courses/course"])(
		"is also kept at %s",
		(path) => untilKept(path),
	);

	it.each(["/no-such-page", "/settings", "/health"])(
		"is not kept at %s",
		async (path) => {
			expect(await renderingOf(path)).not.toBe(await renderingOf(path));
		},
	);
});

describe("a change", () => {
	const post = async (body: string) => {
		const cookie = await cookieOf(cast.other);
		const form = new URLSearchParams({ body, submissionId: randomUUID() });
		const { status } = await send(site, `${page}/replies`, {
			headers: { ...formOf(site), cookie },
			body: String(form),
		});
		expect(status).toBe(303);
	};

	it("made here shows on the very next visit", async () => {
		for (let i = 0; i < 5; i++) {
			await visit();
			await post(`第 ${i} 条`);
			expect((await visit()).text).toContain(`第 ${i} 条`);
		}
	});

	it("made here leaves other courses' pages and the home page alone", async () => {
		await sql`INSERT INTO courses (slug, title) VALUES ('other', '另一门课')`;
		await untilKept("/courses/other");
		const [kept, home] = [
			await renderingOf("/courses/other"),
			await renderingOf("/"),
		];
		await post("一条");
		expect(await renderingOf("/courses/other")).toBe(kept);
		expect(await renderingOf("/")).toBe(home);
	});

	it("shows on the home page if a course has a new lesson or title", async () => {
		const reads = (text: string) =>
			vi.waitFor(
				async () => expect((await visit("/")).text).toContain(text),
				2_000,
			);
		await reads("1 课");
		await makeLesson(cast.course, { title: "另一课" });
		await reads("2 课");
		const renamed = { title: "改了名", description: "" };
		await editCourse(renamed, { by: cast.instructor, course: cast.course });
		await reads("改了名");
	});

	it("made by another process shows soon", async () => {
		for (let i = 0; i < 5; i++) {
			await untilKept();
			const body = `别处的第 ${i} 条`;
			await makeReply(cast.course, thread.id, cast.other, { body });
			await vi.waitFor(
				async () => expect((await visit()).text).toContain(body),
				{ timeout: 10_000, interval: 20 },
			);
		}
	});

	it("shows at once while other processes cannot be heard", async () => {
		const kept = await renderingOf();
		await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE application_name = 'seminar changes' AND datname = current_database()`;
		await vi.waitFor(async () => expect(await renderingOf()).not.toBe(kept), {
			timeout: 5_000,
			interval: 10,
		});
		// Written without a command, so that nothing tells the cache.
		await sql`UPDATE threads SET title = '悄悄改了' WHERE id = ${thread.id}`;
		expect((await visit()).text).toContain("悄悄改了");
		await untilKept();
		expect((await visit()).text).toContain("悄悄改了");
	});
});
