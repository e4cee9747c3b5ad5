import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { data, type ServerBuild } from "@remix-run/node";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	vi,
} from "vitest";
import { siteUrl } from "#app/platform/env.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import {
	hearOthers,
	hearsOthers,
} from "#app/platform/postgres/changes.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { createSite } from "#app/server/site.ts";
import { makeCast } from "#tests/support/cast.ts";
import { truncateAll, workersDatabase } from "#tests/support/database.ts";
import { formOf, send } from "#tests/support/http.ts";
import { cookieOf } from "#tests/support/requests.ts";

/* Pages that the server knows only by what their routes declare. */

const KB = 1024;

let rendered = 0;

const loader = () => null;
const action = async ({ request }: { request: Request }) =>
	(await request.text()).length;

/** Refuses every form as too frequent. */
const tooOften = () =>
	data(null, { status: 429, headers: { "Retry-After": "7" } });

type Asked = { loaderHeaders: Headers };

const OWN = {
	loader: () => data(null, { headers: { "Last-Modified": "then" } }),
	action: tooOften,
	headers: ({ loaderHeaders }: Asked) => ({
		"Cache-Control": "max-age=5",
		"Last-Modified": loaderHeaders.get("Last-Modified") ?? "",
	}),
};

const routeOf = (path: string, handle?: RouteHandle, more = {}) => ({
	id: path,
	parentId: "root",
	path,
	module: { default: () => null, loader, action, handle, ...more },
});

type DocumentArgs = Parameters<ServerBuild["entry"]["module"]["default"]>;

const routes = [
	{ id: "root", path: "", module: { default: () => null } },
	routeOf("plain"),
	routeOf("kept/:thing", { isKept: true, sources: { "img-src": "blob:" } }),
	routeOf("framed", { sources: { "frame-ancestors": "https://a.example" } }),
	routeOf("own", {}, OWN),
	routeOf("fixed", {}, { action: tooOften, headers: { "X-Fixed": "yes" } }),
	routeOf("late", {}, { action: tooOften }),
	routeOf("little", { carries: "little" }),
	routeOf("lesson", { carries: "lesson", fieldsMax: 300 }),
	routeOf("*"),
];

/** Writes its rendering number and its address into the page. */
const build = {
	mode: "production",
	entry: {
		module: {
			default: (...[request, status, headers, , context]: DocumentArgs) => {
				const { pathname, searchParams } = new URL(request.url);
				const said = JSON.stringify([pathname, ...searchParams.values()]);
				context.html = `${++rendered} ${said}`;
				headers.set("Content-Type", "text/html; charset=utf-8");
				return new Response(null, { status, headers });
			},
		},
	},
	routes: Object.fromEntries(routes.map((route) => [route.id, route])),
	assets: {
		entry: { imports: [], module: "" },
		routes: Object.fromEntries(routes.map(({ id }) => [id, { id }])),
		url: "",
		version: "",
	},
	publicPath: "/",
	assetsBuildDirectory: "",
	future: { v3_singleFetch: true },
	isSpaMode: false,
} as unknown as ServerBuild;

const server = createServer();
const site = { url: "" };
let deafen = async () => {};
let cookie: string;

beforeAll(async () => {
	vi.stubEnv("DEV", false);
	await truncateAll();
	cookie = await cookieOf((await makeCast()).instructor);
	server.on("request", createSite({ build, clientDirectory: "public" }));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	deafen = hearOthers({ url: await workersDatabase() });
	await vi.waitFor(() => expect(hearsOthers()).toBe(true), 10_000);
});

afterAll(async () => {
	vi.unstubAllEnvs();
	await deafen();
	server.close();
});

const visit = (path: string) =>
	send(site, path, { headers: { "Accept-Encoding": "gzip" } });

const textAt = async (path: string) => (await visit(path)).text;

const idAt = async (path: string) =>
	(await visit(path)).headers["x-request-id"];

async function isKept(path: string) {
	const first = await idAt(path);
	return (await idAt(path)) === first;
}

describe("a kept page", () => {
	it("is kept if its route says so, for every spelling of its address", async () => {
		for (const path of ["/kept/a", "/KEPT/a/", "/x/../kept/a", "/kept/%61"])
			expect([path, await isKept(path)]).toEqual([path, true]);
		for (const path of ["/plain", "/", "/kept", "/kept/a/b", "/kept/a.data"])
			expect([path, await isKept(path)]).toEqual([path, false]);
	});

	it("has a copy for each value of any parameter", async () => {
		const [one, other] = ["/kept/a?novel=1", "/kept/a?novel=2"];
		const [first, second] = [await textAt(one), await textAt(other)];
		expect(first).toMatch(/\["\/kept\/a","1"\]$/);
		expect(second).toMatch(/\["\/kept\/a","2"\]$/);
		expect(await textAt(one)).toBe(first);
		expect(await textAt(other)).toBe(second);
	});

	it("is one copy for the same parameters, in any order and spelling", async () => {
		const kept = await textAt("/kept/b?x=1+2&y=%E8%AF%BE");
		for (const query of ["y=课&x=1%202", "&x=%31%202&&y=%e8%af%be"])
			expect(await textAt(`/kept/b?${encodeURI(decodeURI(query))}`)).toBe(kept);
		for (const query of ["x=1+2&y=", "x=1+2", "x=1+2%26y=课", "x&y=1+2"])
			expect(await textAt(`/kept/b?${encodeURI(query)}`)).not.toBe(kept);
	});

	it("has a copy for each order of two values of one name", async () => {
		const first = await textAt("/kept/c?x=1&x=2");
		expect(await textAt("/kept/c?x=2&x=1")).not.toBe(first);
		expect(await textAt("/kept/c?x=1&x=2")).toBe(first);
	});

	it.each([
		["too many parameters", `?${"a=1&".repeat(9)}`],
		["a long parameter", `?a=${"x".repeat(600)}`],
	])("is not kept with %s, but answered", async (_, rest) => {
		const { status, text } = await visit(`/kept/d${rest}`);
		expect(status).toBe(200);
		expect(text).toContain('["/kept/d');
		expect(await isKept(`/kept/d${rest}`)).toBe(false);
	});
});

describe("the content security policy of a page", () => {
	const policyAt = async (path: string, headers = {}) =>
		String(
			(await send(site, path, { headers })).headers["content-security-policy"],
		);

	it("has the sources that its route adds, kept or not", async () => {
		for (const headers of [{ "Accept-Encoding": "gzip" }, { cookie }])
			expect(await policyAt("/kept/a", headers)).toContain(
				"img-src 'self' data: blob:;",
			);
		expect(await policyAt("/framed")).toMatch(
			/; frame-ancestors https:\/\/a\.example$/,
		);
	});

	it("is strict for all other routes", async () => {
		const policy = await policyAt("/plain");
		expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-/);
		expect(policy).toContain("img-src 'self' data:; ");
		expect(policy).toMatch(/; frame-ancestors 'none'$/);
	});
});

describe("a route's own headers", () => {
	const refused = { headers: formOf({ url: siteUrl }), body: "a=b" };

	it("are sent with its page", async () => {
		const { headers } = await visit("/own");
		expect(headers["cache-control"]).toBe("max-age=5");
		expect(headers["last-modified"]).toBe("then");
		expect(headers).not.toHaveProperty("retry-after");
		expect((await visit("/fixed")).headers["x-fixed"]).toBe("yes");
	});

	it("are sent beside Retry-After", async () => {
		for (const [path, name] of [
			["/own", "cache-control"],
			["/fixed", "x-fixed"],
			["/late", "date"],
		] as const) {
			const { status, headers } = await send(site, path, refused);
			expect([path, status]).toEqual([path, 429]);
			expect(headers).toMatchObject({ "retry-after": "7" });
			expect(headers).toHaveProperty(name);
		}
	});
});

describe("a form", () => {
	beforeEach(() => sql`DELETE FROM rate_limits`);

	const post = (path: string, body: string, by = "") =>
		send(site, path, {
			headers: { ...formOf({ url: siteUrl }), cookie: by },
			body,
		});
	const statusOf = async (path: string, bytes: number, by = "") =>
		(await post(path, "a".repeat(bytes), by)).status;

	it("may be as large as its route says, for every spelling of the address", async () => {
		for (const path of ["/little", "/LITTLE/", "//little", "/x/../little.data"])
			for (const [bytes, by] of [
				[17 * KB, ""],
				[600 * KB, cookie],
			] as const)
				expect([path, await statusOf(path, bytes, by)]).toEqual([path, 413]);
		for (const path of ["/plain", "/nowhere", "/little/plain"]) {
			expect([path, await statusOf(path, 500 * KB)]).toEqual([path, 200]);
			expect([path, await statusOf(path, 513 * KB, cookie)]).toEqual([
				path,
				413,
			]);
		}
		for (const path of ["/lesson", "/Lesson.data"]) {
			expect([path, await statusOf(path, 513 * KB)]).toEqual([path, 401]);
			expect([path, await statusOf(path, 4_000 * KB, cookie)]).toEqual([
				path,
				200,
			]);
			expect([path, await statusOf(path, 6_000 * KB, cookie)]).toEqual([
				path,
				413,
			]);
		}
	});

	it("may have as many fields as its route says", async () => {
		const statusAt = async (path: string, fields: number) =>
			(await post(path, "a=&".repeat(fields - 1))).status;
		expect(await statusAt("/plain", 200)).toBe(200);
		expect(await statusAt("/plain", 201)).toBe(413);
		expect(await statusAt("/lesson", 300)).toBe(200);
		expect(await statusAt("/lesson", 301)).toBe(413);
		expect(await statusAt("/lesson/plain", 201)).toBe(413);
	});
});
