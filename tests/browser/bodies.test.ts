import { beforeAll, describe, expect, it } from "vitest";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { makeCast, makeLesson } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { formOf, send } from "#tests/support/http.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { useSite } from "#tests/support/site.ts";

const KB = 1024;
const MB = 1024 * KB;

const site = useSite();
let cookie: string;

beforeAll(async () => {
	await truncateAll();
	const { course, instructor } = await makeCast();
	await makeLesson(course);
	cookie = await cookieOf(instructor);
});

/** Sends a form of exactly `bytes` bytes. */
const post = (path: string, bytes: number, headers = {}) =>
	send(site, path, {
		headers: { ...formOf(site), cookie, ...headers },
		body: Buffer.alloc(bytes, "a"),
	});

describe("a request body", () => {
	it.each([
		["/courses/course/threads/1/replies", 512 * KB, "512 KB"],
		["/settings", 512 * KB, "512 KB"],
		["/courses/course/lessons/new", 5 * MB, "5 MB"],
		["/courses/course/lessons/1/edit", 5 * MB, "5 MB"],
		["/courses/course/lessons/1/edit.data", 5 * MB, "5 MB"],
		["/courses/course/import", 5 * MB, "5 MB"],
		["/preview", 5 * MB, "5 MB"],
	])("to %s may have %i bytes and not one more", async (path, limit, said) => {
		expect((await post(path, limit)).status).not.toBe(413);
		const { status, text } = await post(path, limit + 1);
		expect(status).toBe(413);
		expect(text).toContain(zh.plainPages.tooLarge.text(said));
	});

	it("of a text that is too large comes back in its form, whole", async () => {
		const body = "字里行间 & <更多>\n".repeat(30_000);
		const form = new URLSearchParams({ body, submissionId: "x-1" });
		const path = "/courses/course/threads/1/replies";
		const sent = (cookie: string) =>
			send(site, path, {
				headers: { ...formOf(site), cookie },
				body: Buffer.from(String(form)),
			});
		const { status, text } = await sent(cookie);
		expect(status).toBe(413);
		expect(text).toContain(zh.plainPages.tooLarge.inForm("512 KB"));
		const given = /<textarea name="body"[^>]*>\n([^<]*)</.exec(text)?.[1];
		expect(
			given
				?.replaceAll("&#60;", "<")
				.replaceAll("&#62;", ">")
				.replaceAll("&#38;", "&"),
		).toBe(body);
		expect(text).toMatch(
			/<input type="hidden" name="submissionId" value="x-1">/,
		);
		expect(text).not.toMatch(/<textarea[^>]*readonly/);
		// A stranger's is not kept.
		expect((await sent("")).text.length).toBeLessThan(2_000);
	});

	it("of files that is too large asks for several imports, since nobody can shorten a file", async () => {
		const headers = { "Content-Type": "multipart/form-data; boundary=x" };
		const { text } = await post("/courses/course/import", 6 * MB, headers);
		expect(text).toContain(zh.plainPages.tooLarge.files("5 MB"));
	});

	it("above the limit is read up to 8 MB, so the browser shows the reason", async () => {
		const headers = { "Accept-Language": "en" };
		const { status, text } = await post("/settings", 8 * MB, headers);
		expect(status).toBe(413);
		expect(text).toContain(en.plainPages.tooLarge.text("512 KB"));
	});

	it("above 8 MB ends the connection", async () => {
		const ended = post("/settings", 40 * MB).then(
			({ headers }) => headers.connection,
			({ code }) => code,
		);
		expect(["close", "ECONNRESET", "EPIPE"]).toContain(await ended);
		expect((await send(site, "/health")).status).toBe(200);
	});
});
