import { beforeAll, describe, expect, it } from "vitest";
import { changesSent } from "#app/platform/postgres/changes.server.ts";
import { makeCast } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { send } from "#tests/support/http.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { type Site, startSite, useSite } from "#tests/support/site.ts";

const ORIGIN = "https://forum.example.org";
const GZIP = { "Accept-Encoding": "gzip" };
/** Pages that need a sign-in. */
const OWN = ["/settings", "/courses/course/desk"];

let cast: Awaited<ReturnType<typeof makeCast>>;
/** The owner's session: it has most to lose. */
let id: string;

beforeAll(async () => {
	await truncateAll();
	cast = await makeCast();
	id = (await cookieOf(cast.instructor)).slice("session=".length);
	await changesSent();
});

const site = useSite();

const visit = (at: Site, path: string, cookie?: string) =>
	send(at, path, { headers: cookie ? { ...GZIP, cookie } : GZIP });

/** Other spellings of the session's name, and of a cookie with it. */
const written = (name: string) => {
	const first = `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`;
	return [
		`${first}=${id}`,
		`${name.toUpperCase()}=${id}`,
		`${name.replace(/(.)$/, (last) => `%${last.charCodeAt(0).toString(16)}`)}=${id}`,
		`"${name}"=${id}`,
		`${name} =${id}`,
		`\t${name}\t=${id}`,
		`x${name}=${id}`,
		`${name}x=1; ${first}=${id}`,
		`foo=%; ${first}=${id}`,
	];
};

/** Checks that the next visitor gets a visitor's page, and that such a cookie gets nobody's. */
async function expectNothingKept(at: Site, cookie: string) {
	for (const path of OWN) {
		await visit(at, path, cookie);
		const { status, headers, text } = await visit(at, path);
		expect([cookie, path, status]).toEqual([cookie, path, 302]);
		expect(headers.location).toMatch(/^\/sign-in\?/);
		expect(text).not.toContain(cast.instructor.name);
	}
	for (const path of ["/", "/courses/course"]) {
		await visit(at, path, cookie);
		const { text } = await visit(at, path);
		expect([cookie, text.includes('href="/settings"')]).toEqual([
			cookie,
			false,
		]);
	}
}

describe("the session cookie", () => {
	it("has exactly one name, however a request spells it", async () => {
		for (const cookie of written("session"))
			await expectNothingKept(site, cookie);
	});

	it("keeps a page from visitors at any place in the header", async () => {
		const session = `session=${id}`;
		for (const cookie of [
			session,
			`theme=dark;${session}`,
			`foo=%; ${session}`,
			`${session}; session=x`,
			`session; ${session}`,
		]) {
			const own = await visit(site, "/settings", cookie);
			expect([cookie, own.status]).toEqual([cookie, 200]);
			await expectNothingKept(site, cookie);
		}
	});

	it("is the first of its name, with its value as sent", async () => {
		for (const cookie of [
			`session=x; session=${id}`,
			`session=; session=${id}`,
			`session="${id}"`,
			`session=%${id.charCodeAt(0).toString(16)}${id.slice(1)}`,
			`session=${id}=`,
			"session=%",
		]) {
			expect((await visit(site, "/settings", cookie)).status).toBe(302);
			await expectNothingKept(site, cookie);
		}
	});

	it("is bound to the host over https, under that name only", async () => {
		const secure = await startSite({ settings: { SITE_URL: ORIGIN } });
		const name = "__Host-session";
		const own = await visit(secure, "/settings", `${name}=${id}`);
		expect(own.status).toBe(200);
		const others = [
			`session=${id}`,
			`%5F_Host-session=${id}`,
			`__host-session=${id}`,
			`__Host%2Dsession=${id}`,
			`__Secure-session=${id}`,
			...written(name),
		];
		for (const cookie of others) await expectNothingKept(secure, cookie);
		await secure.stop();
	});
});

describe("a meaningless cookie", () => {
	it.each(["foo=%", "foo=%E4%B8", "%=%", "=", ";;=;", "foo", "theme=%; %3b=%"])(
		"disturbs no page: %s",
		async (cookie) => {
			for (const path of ["/", "/courses/course", "/people/zhou", "/sign-in"])
				expect([path, (await visit(site, path, cookie)).status]).toEqual([
					path,
					200,
				]);
			const signedIn = `${cookie}; session=${id}`;
			expect((await visit(site, "/settings", signedIn)).status).toBe(200);
		},
	);
});
