import { beforeAll, describe, expect, it } from "vitest";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { makeCast, makeLesson } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { send } from "#tests/support/http.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { useSite } from "#tests/support/site.ts";

const site = useSite();
let cookie: string;

beforeAll(async () => {
	await truncateAll();
	const { course, learner } = await makeCast();
	await makeLesson(course);
	cookie = await cookieOf(learner);
});

describe("an address that does not exist", () => {
	it.each([
		"/no-such-page",
		"/courses/none",
		"/courses/course/lessons/99",
		"/courses/course/lessons/0",
		"/courses/course/lessons/99999999999999999999",
		"/courses/course/threads/1x",
		"/courses/course/replies/1",
		"/courses/course/no-such-page",
		"/glossary",
		"/people/nobody",
		"/courses/%00",
		"/people/%00",
		"/courses/course%00/lessons/1",
		"/%",
		"/courses/%E0%A4%A",
		"/courses/%ff",
		"//elsewhere.example/courses",
		"//elsewhere.example/settings",
		"/\\elsewhere.example/",
		"/courses/../../etc/passwd",
		"/%2e%2e/%2e%2e/etc/passwd",
		"/assets/../../package.json",
		"/.data/postgres",
		`/${"x".repeat(5_000)}`,
	])("answers 404: %s", async (path) => {
		for (const headers of [{}, { cookie }])
			expect((await send(site, path, { headers })).status).toBe(404);
	});

	it("causes no server error with any data parameter", async () => {
		for (const query of [
			"?_data=root",
			"?_data=routes/home",
			"?_data=",
			"?_routes=x",
			"?index&_data=x",
		])
			for (const path of ["/", "/courses/course", "/no-such-page"]) {
				const { status } = await send(site, path + query);
				expect(status).toBe(path === "/no-such-page" ? 404 : 200);
			}
	});

	it("answers in the reader's language, with a link home", async () => {
		const chinese = await send(site, "/no-such-page");
		expect(chinese.text).toContain(zh.errorPages.notFound.title);
		expect(chinese.text).toContain('<html lang="zh-CN"');
		const headers = { "Accept-Language": "en-GB,zh;q=0.5" };
		const english = await send(site, "/no-such-page", { headers });
		expect(english.text).toContain(en.errorPages.notFound.title);
		expect(english.text).toContain('<html lang="en"');
		for (const { text } of [chinese, english])
			expect(text).toContain('href="/"');
	});
});

describe("a malformed query", () => {
	it.each([
		"?page=%",
		"?sort=%00",
		"?kind=%00&lesson=-1&before=x",
		"?before=99999999999999_999999999",
		"?page=1&page=2",
		"?".repeat(100),
		`?x=${"y".repeat(8_000)}`,
	])("changes nothing: %s", async (query) => {
		for (const path of ["/courses/course/threads", "/courses/course/lessons/1"])
			expect((await send(site, path + query)).status).toBe(200);
	});
});

describe("HEAD", () => {
	it.each([
		["/", 200],
		["/courses/course/lessons/1", 200],
		["/health", 200],
		["/ready", 200],
		["/no-such-page", 404],
		["/settings", 302],
	])("%s answers %i without a body", async (path, expected) => {
		const asked = { method: "HEAD", headers: { "Accept-Encoding": "gzip" } };
		const { status, bytes } = await send(site, path, asked);
		expect(status).toBe(expected);
		expect(bytes).toHaveLength(0);
	});
});

describe("a redirect", () => {
	it.each([
		["/settings?x=1", "/settings?x=1"],
		["/courses/course/threads/new", "/courses/course/threads/new"],
	])("to the sign-in page keeps %s", async (path, remembered) => {
		const { headers } = await send(site, path);
		expect(headers.location).toBe(
			`/sign-in?redirectTo=${encodeURIComponent(remembered)}`,
		);
	});

	it.each([
		"//elsewhere.example",
		"https://elsewhere.example",
		"/\\elsewhere.example",
		"\\\\elsewhere.example",
		"/\t/elsewhere.example",
		"javascript:alert(1)",
	])("never leaves the site: %s", async (target) => {
		const query = `?redirectTo=${encodeURIComponent(target)}`;
		for (const path of ["/sign-in", "/sign-up"]) {
			const { headers } = await send(site, path + query, {
				headers: { cookie },
			});
			expect(headers.location).toBe("/");
			const { text } = await send(site, path + query);
			expect(text).not.toContain('elsewhere.example"');
		}
	});

	it("after a preference returns to its page, only on this site", async () => {
		const choose = (referer: string) =>
			send(site, "/preferences", {
				headers: {
					Origin: site.url,
					Referer: referer,
					"Content-Type": "application/x-www-form-urlencoded",
				},
				body: "theme=dark",
			});
		const page = "/courses/course/threads?kind=topic";
		expect((await choose(site.url + page)).headers.location).toBe(
			`${page}#theme-dark`,
		);
		expect(
			(await choose("https://elsewhere.example//x.example/")).headers.location,
		).toBe("/#theme-dark");
	});
});
