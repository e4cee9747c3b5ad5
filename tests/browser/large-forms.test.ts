import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { permitFor } from "#app/accounts/resume-permit.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { zh } from "#app/words/zh.ts";
import { makeCast, makeLesson, PASSWORD } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { formOf, send } from "#tests/support/http.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { startSite, useSite } from "#tests/support/site.ts";

const KB = 1024;
const MB = 1024 * KB;
const { tooLarge, tooOften, signedOut } = zh.plainPages;

const EDIT = "/courses/course/lessons/1/edit";
const REPLIES = "/courses/course/threads/1/replies";
const LESSON_PATHS = [
	...[EDIT, `${EDIT}.data`, "/courses/course/lessons/new"],
	...["/courses/course/import", "/preview", "/preview.data"],
];

const site = useSite();
let email: string;
/** The cookie of an ended session. */
let ended: string;

beforeAll(async () => {
	await truncateAll();
	const { course, instructor } = await makeCast();
	await makeLesson(course);
	email = instructor.email;
	ended = await cookieOf(instructor);
	await sql`DELETE FROM sessions`;
});

beforeEach(async () => {
	await sql`DELETE FROM rate_limits`;
});

const post = (path: string, body: string, headers = {}) =>
	send(site, path, { headers: { ...formOf(site), ...headers }, body });

const ofBytes = (bytes: number) => `title=${"a".repeat(bytes - 6)}`;
const ofFields = (count: number) =>
	Array.from({ length: count }, (_, i) => `f${i}=`).join("&");

describe("a stranger's form", () => {
	it.each([
		...["/sign-in", "/sign-in.data", "/sign-up", "/sign-out", "/preferences"],
		...["/Sign-In/", "//sign-in", "/x/../sign-in", "/sign%2din"],
	])("may be small, at %s", async (path) => {
		expect((await post(path, ofBytes(16 * KB))).status).not.toBe(413);
		for (const bytes of [16 * KB + 1, 5 * MB]) {
			const { status, text } = await post(path, ofBytes(bytes));
			expect(status).toBe(413);
			expect(text).toContain(tooLarge.text("16 KB"));
		}
	});

	it.each(LESSON_PATHS)(
		"may hold no lesson, and the answer says why, at %s",
		async (path) => {
			for (const cookie of ["", "session=x", `session=${"a".repeat(40)}`]) {
				const { status, text } = await post(path, ofBytes(5 * MB), { cookie });
				expect(status).toBe(401);
				expect(text).toContain(signedOut.text);
			}
			expect((await post(path, ofBytes(512 * KB))).status).not.toBe(413);
		},
	);

	it("counts by network if it is not small", async () => {
		const strict = await startSite({ settings: { LIMIT_LARGE_FORMS: "2" } });
		const sent = (bytes: number, cookie = "") =>
			send(strict, REPLIES, {
				headers: { ...formOf(strict), cookie },
				body: ofBytes(bytes),
			});
		for (const expected of [401, 401, 429])
			expect((await sent(17 * KB)).status).toBe(expected);
		const { text, headers } = await sent(512 * KB);
		expect(text).toContain(tooOften.text(15));
		expect(Number(headers["retry-after"])).toBeGreaterThan(800);
		// Small forms and known people still get through.
		expect((await sent(16 * KB)).status).toBe(401);
		expect((await sent(512 * KB, ended)).status).toBe(401);
		await strict.stop();
	});
});

describe("form fields", () => {
	it.each(["/sign-in", "/preview", EDIT, REPLIES])(
		"above 200 are not read, at %s",
		async (path) => {
			const many = ofFields(201);
			for (const [cookie, body] of [
				["", many],
				[ended, many],
				[ended, ofFields(40_000)],
			]) {
				const { status, text } = await post(path, body ?? "", { cookie });
				if (status !== 413) expect([path, body?.length, status]).toEqual([]);
				expect(text.length).toBeLessThan(1_000);
			}
			const { text } = await post(path, many);
			expect(text).toContain(tooLarge.fields(200));
			expect((await post(path, ofFields(200))).status).not.toBe(413);
		},
	);

	it("may be seven for each of a thousand lessons", async () => {
		const path = "/courses/course/import";
		const sent = async (count: number) =>
			(await post(path, ofFields(count), { cookie: ended })).status;
		expect(await sent(7_000)).toBe(401);
		expect(await sent(7_001)).toBe(413);
	});

	it("that the form does not know are never sent back", async () => {
		for (const path of ["/sign-up", "/sign-up.data", REPLIES, EDIT]) {
			const { text } = await post(path, "name=known&secret=unknown-field");
			expect([path, text.includes("unknown-field")]).toEqual([path, false]);
		}
	});
});

describe("a lesson whose session has ended", () => {
	const long = `第一行\n${"这是很长的一课。".repeat(40_000)}`;
	const form = new URLSearchParams({ title: "课", body: long, version: "1" });

	/** The action of the page's sign-in form. */
	const actionOf = (page: string) =>
		/<form[^>]*action="(\/sign-in[^"]*)"/.exec(page)?.[1] ?? "";

	const signIn = (action: string, password: string, given = long) => {
		const sent = new FormData();
		const carried = { "resume.action": EDIT, "resume.body": given };
		for (const [name, value] of Object.entries(carried))
			sent.append(name, value.replaceAll("\n", "\r\n"));
		sent.append("email", email);
		sent.append("password", password);
		return fetch(site.url + action, {
			method: "POST",
			body: sent,
			headers: { Origin: site.url },
			redirect: "manual",
		});
	};

	it("passes through the sign-in, however often, and comes back whole", async () => {
		expect(String(form).length).toBeGreaterThan(2 * MB);
		const asked = await post(EDIT, String(form), { cookie: ended });
		expect(asked.status).toBe(401);
		const action = actionOf(asked.text);
		expect(action).toMatch(/^\/sign-in\?permit=\d/);
		const wrong = await signIn(action, "a wrong sentence");
		expect(wrong.status).toBe(422);
		const again = await wrong.text();
		expect(again).toContain(long.slice(-100_000));
		expect(actionOf(again)).toBe(action);
		const right = await signIn(actionOf(again), PASSWORD);
		expect(right.status).toBe(200);
		expect(await right.text()).toContain(long.slice(-100_000));
	});

	it("needs an unaltered permit of at least its size", async () => {
		const asked = await post(EDIT, String(form), { cookie: ended });
		const action = actionOf(asked.text);
		const [, bytes = "", until, signature] =
			/permit=(\d+)-(\d+)-(\w+)/.exec(action) ?? [];
		const other = `${signature?.slice(0, -1)}${signature?.endsWith("0") ? 1 : 0}`;
		for (const permit of [
			`${bytes}-${until}-${other}`,
			`${bytes}0-${until}-${signature}`,
			`${bytes}-${until}1-${signature}`,
			`${bytes}-1-${signature}`,
			`${bytes}-${until}-`,
			"",
		]) {
			const { status } = await signIn(`/sign-in?permit=${permit}`, PASSWORD);
			expect([permit, status]).toEqual([permit, 413]);
		}
		expect((await signIn("/sign-in", PASSWORD)).status).toBe(413);
		const longer = await signIn(action, PASSWORD, `${long}${long}`);
		expect(longer.status).toBe(413);
	});

	it("may pass for a day", async () => {
		const permit = await permitFor({ action: EDIT, values: { body: "短" } });
		const [, until = 0] = permit.split("-");
		const hours = (Number(until) - Date.now()) / 3_600_000;
		expect(hours).toBeGreaterThan(23);
		expect(hours).toBeLessThan(25);
	});
});
