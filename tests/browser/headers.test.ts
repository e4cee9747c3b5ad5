import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeCast, makeLesson } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { formOf, type Received, send } from "#tests/support/http.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { startSite, useSite } from "#tests/support/site.ts";

const site = useSite();

const RULE =
	/^default-src 'none'; script-src 'self'(?: '(?:sha256|nonce)-[A-Za-z0-9+/=]+')*; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/;

const LESSON = "/courses/course/lessons/1";
const GZIP = { "Accept-Encoding": "gzip" };

let cookie: string;

beforeAll(async () => {
	await truncateAll();
	const { course, learner } = await makeCast();
	await makeLesson(course);
	cookie = await cookieOf(learner);
});

const policyOf = ({ headers }: Received) =>
	String(headers["content-security-policy"]);

/** The contents and nonces of a page's inline scripts. */
const scriptsOf = ({ text }: Received) =>
	[...text.matchAll(/<script((?:[^>](?!src=))*)>([\s\S]*?)<\/script>/g)]
		.filter(([, attributes = ""]) => !/\bsrc=|ld\+json/.test(attributes))
		.map(([, attributes = "", script = ""]) => ({
			nonce: /nonce="([^"]*)"/.exec(attributes)?.[1],
			hash: createHash("sha256").update(script).digest("base64"),
		}));

describe("every answer", () => {
	it.each([
		["a page for visitors", LESSON, {}],
		["a page", LESSON, { cookie: "session=x" }],
		["a missing page", "/no-such-page", {}],
		["a redirect", "/settings", {}],
		["data", "/health", {}],
		["a file", "/favicon.svg", {}],
	])("has the security headers: %s", async (_, path, headers) => {
		const { headers: given } = await send(site, path, { headers });
		expect(given).toMatchObject({
			"referrer-policy": "same-origin",
			"x-content-type-options": "nosniff",
			"x-frame-options": "SAMEORIGIN",
		});
		expect(given).not.toHaveProperty("x-powered-by");
		expect(given).not.toHaveProperty("strict-transport-security");
	});
});

describe("the content security policy", () => {
	it("of a visitors' page lists its inline scripts by hash", async () => {
		for (const headers of [GZIP, GZIP]) {
			const page = await send(site, LESSON, { headers });
			expect(policyOf(page)).toMatch(RULE);
			const scripts = scriptsOf(page);
			expect(scripts.length).toBeGreaterThan(1);
			for (const { nonce, hash } of scripts) {
				expect(nonce).toBeUndefined();
				expect(policyOf(page)).toContain(`'sha256-${hash}'`);
			}
			expect(policyOf(page)).not.toContain("nonce-");
		}
	});

	it("of any other page lists them by nonce, a new one each time", async () => {
		const nonces = new Set<string>();
		for (const headers of [{ cookie }, { cookie }, {}]) {
			const page = await send(site, LESSON, { headers });
			expect(policyOf(page)).toMatch(RULE);
			const [, nonce = ""] = /'nonce-([^']+)'/.exec(policyOf(page)) ?? [];
			expect(nonce.length).toBeGreaterThan(20);
			for (const script of scriptsOf(page)) expect(script.nonce).toBe(nonce);
			nonces.add(nonce);
		}
		expect(nonces.size).toBe(3);
	});

	it("also applies to error pages", async () => {
		for (const headers of [{ cookie }, GZIP])
			expect(policyOf(await send(site, "/no-such-page", { headers }))).toMatch(
				RULE,
			);
	});
});

describe("a browser", () => {
	it.each([
		["nothing of a signed-in page", true, "private, no-store"],
		["a visitors' page, if it asks each time", false, "private, no-cache"],
	])("may keep %s", async (_, isSignedIn, expected) => {
		const headers = isSignedIn ? { ...GZIP, cookie } : GZIP;
		const page = await send(site, LESSON, { headers });
		expect(page.headers["cache-control"]).toBe(expected);
		if (!isSignedIn)
			expect(page.headers.vary).toMatch(/Accept-Language, Cookie/);
	});

	it("may keep a built file for a year, but not a missing one", async () => {
		const { text } = await send(site, LESSON);
		const [file = ""] = /\/assets\/[^"]+\.js/.exec(text) ?? [];
		const { status, headers } = await send(site, file);
		expect(status).toBe(200);
		expect(headers["cache-control"]).toBe(
			"public, max-age=31536000, immutable",
		);
		const missing = await send(site, "/assets/no-such-file.js");
		expect(missing.status).toBe(404);
		expect(missing.headers).not.toHaveProperty("cache-control");
	});
});

describe("over https", () => {
	it("the site sends HSTS and its cookies are bound to the host", async () => {
		const secure = await startSite({
			settings: { SITE_URL: "https://forum.example.org" },
		});
		const origin = "https://forum.example.org";
		const page = await send(secure, LESSON);
		expect(page.headers["strict-transport-security"]).toMatch(/^max-age=\d+/);
		expect(policyOf(page)).toMatch(RULE);
		const form = new URLSearchParams({
			...{ handle: "bai-lu", name: "白露", email: "bailu@example.com" },
			password: "a sentence is fine",
		});
		const signUp = { headers: formOf({ url: origin }), body: String(form) };
		const { status, headers } = await send(secure, "/sign-up", signUp);
		expect(status).toBe(303);
		expect(headers["set-cookie"]).toEqual([
			expect.stringMatching(/^__Host-session=[a-z0-9]{40}; /),
		]);
		const attributes = headers["set-cookie"]?.[0]?.split("; ").slice(1);
		expect(attributes?.toSorted()).toEqual([
			...["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=Lax", "Secure"],
		]);
		const foreign = { headers: formOf(secure), body: String(form) };
		expect((await send(secure, "/sign-up", foreign)).status).toBe(403);
		await secure.stop();
	});
});

describe("an answer to somebody who is too fast", () => {
	it.each(["/preview", "/preview.data"])(
		"says when to try again: %s",
		async (path) => {
			const strict = await startSite({
				settings: { LIMIT_PREVIEWS_MINUTE: "1" },
			});
			const post = () =>
				send(strict, path, {
					headers: { ...formOf(strict), cookie },
					body: "body=x&to=/",
				});
			await post();
			const { status, headers } = await post();
			expect(status).toBe(429);
			expect(Number(headers["retry-after"])).toBeGreaterThan(0);
			await strict.stop();
		},
	);
});
