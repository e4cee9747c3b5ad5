import { describe, expect, it } from "vitest";
import { formOf, send } from "#tests/support/http.ts";
import { useSite } from "#tests/support/site.ts";

const site = useSite();

/** Chooses a language in the page footer, which everybody may do; `{port}` is the site's. */
const choose = (headers: Record<string, string>, method = "POST") =>
	send(site, "/preferences", {
		method,
		headers: {
			"Content-Type": "application/x-www-form-urlencoded",
			...Object.fromEntries(
				Object.entries(headers).map(([name, value]) => [
					name,
					value.replace("{port}", new URL(site.url).port),
				]),
			),
		},
		body: "language=en",
	});

describe("a write is accepted", () => {
	it.each<Record<string, string>>([
		{ Origin: "http://localhost:{port}" },
		{ Origin: "http://127.0.0.1:{port}" },
		{ Origin: "http://[::1]:{port}" },
		{ "Sec-Fetch-Site": "same-origin" },
	])("from %j", async (headers) => {
		const { status, headers: given } = await choose(headers);
		expect(status).toBe(303);
		expect(String(given["set-cookie"])).toContain("language=en");
	});
});

describe("a page's form", () => {
	it.each([
		{ Host: "127.0.0.1:9" },
		{ "X-Forwarded-Host": "elsewhere.example" },
	])("is read whatever host a proxy sends: %j", async (headers) => {
		const form = { headers: { ...formOf(site), ...headers }, body: "email=" };
		for (const path of ["/sign-in", "/sign-in.data"])
			expect((await send(site, path, form)).status).toBe(422);
	});
});

describe("a write is refused", () => {
	it.each<Record<string, string>>([
		{},
		{ Origin: "null" },
		{ Origin: "null", "Sec-Fetch-Site": "same-origin" },
		{ Origin: "" },
		{ Origin: "https://localhost:{port}" },
		{ Origin: "http://localhost" },
		{ Origin: "http://localhost:{port}.elsewhere.example" },
		{ Origin: "http://elsewhere.example:{port}" },
		{ Origin: "http://elsewhere.example", Host: "elsewhere.example" },
		{ Origin: "http://a.example", "X-Forwarded-Host": "a.example" },
		{ Origin: "http://a.example", "Sec-Fetch-Site": "same-origin" },
		{ "Sec-Fetch-Site": "same-site" },
		{ "Sec-Fetch-Site": "cross-site" },
		{ "Sec-Fetch-Site": "none" },
		{ Referer: "http://localhost:{port}/" },
	])("from %j", async (headers) => {
		const { status, headers: given } = await choose(headers);
		expect(status).toBe(403);
		expect(given["set-cookie"]).toBeUndefined();
	});

	it.each(["PUT", "PATCH", "DELETE", "OPTIONS"])(
		"by any method: %s",
		async (method) => {
			expect((await choose({}, method)).status).toBe(403);
		},
	);

	it.each([
		"/sign-in",
		"/sign-in.data",
		"/sign-out?_data=routes%2Faccounts%2Fsign-out",
		"/courses/course/replies/1/vote",
		"/courses/course/replies/1/vote.data",
		"/health",
		"/no-such-page",
	])("at any address: %s", async (path) => {
		expect((await send(site, path, { body: "" })).status).toBe(403);
	});

	it("in the reader's language", async () => {
		const zh = await choose({});
		const en = await choose({ "Accept-Language": "en" });
		expect(zh.text).toContain("没有接受这次提交");
		expect(en.text).not.toBe(zh.text);
		expect(en.text).toMatch(/<html lang="en">/);
	});
});

describe("a method that an address does not have", () => {
	it("is refused, even TRACE, which no page may send", async () => {
		const asked = { method: "TRACE", headers: { Origin: site.url } };
		const { status, headers } = await send(site, "/", asked);
		expect([status, headers.allow]).toEqual([405, "GET, HEAD, POST"]);
	});

	it.each(["PUT", "DELETE", "POST"])("is refused: %s", async (method) => {
		const asked = { method, headers: formOf(site), body: "" };
		const { status } = await send(site, "/health", asked);
		expect([404, 405]).toContain(status);
	});
});
