import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	vi,
} from "vitest";
import {
	changePassword,
	savePreferences,
	saveProfile,
} from "#app/accounts/commands.server.ts";
import { createCourse, editCourse } from "#app/courses/commands.server.ts";
import { nameOwner } from "#app/members/commands.server.ts";
import {
	changesSent,
	hearOthers,
	hearsOthers,
} from "#app/platform/postgres/changes.server.ts";
import { cachedPage, keepPage, startedAt } from "#app/server/page-cache.ts";
import { type Cast, makeCast, PASSWORD } from "#tests/support/cast.ts";
import { truncateAll, workersDatabase } from "#tests/support/database.ts";
import { send } from "#tests/support/http.ts";
import { makeContext } from "#tests/support/requests.ts";

/** The rest of a page after its rendering number, by path. */
const TEXTS: Record<string, string> = {
	"/long": Array.from({ length: 5000 }, (_, i) => i % 97).join(" "),
};

let rendered = 0;

/** Renders a page with a number, for one viewer or for all. */
const server = createServer(async (req, res) => {
	if (cachedPage(req, res)) return;
	const ticket = startedAt(req);
	if (!ticket) return void res.end(`page ${++rendered}`);
	const courseId =
		Number(/^\/courses\/(\d+)$/.exec(req.url ?? "")?.[1]) || null;
	const context = makeContext({ isPersonal: req.url === "/own", courseId });
	const html = `page ${++rendered}${TEXTS[req.url ?? ""] ?? ""}`;
	const page = { html, body: Buffer.from(html), status: 200 };
	await keepPage(ticket, context, page, {}, res);
});

const site = { url: "" };
let deafen = async () => {};

beforeAll(async () => {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	deafen = hearOthers({ url: await workersDatabase() });
	await vi.waitFor(() => expect(hearsOthers()).toBe(true), 10_000);
});

afterAll(async () => {
	await deafen();
	server.close();
});

const visit = (path: string) =>
	send(site, path, { headers: { "Accept-Encoding": "gzip" } });

it("a page is kept for all, unless its render looked for a session", async () => {
	const pages: string[] = [];
	for (const path of ["/all", "/all", "/own", "/own"])
		pages.push((await visit(path)).text);
	expect(pages).toEqual(["page 1", "page 1", "page 2", "page 3"]);
});

it("nobody waits for the best compression, and later visitors get it", async () => {
	const first = await visit("/long");
	const later = await vi.waitFor(async () => {
		const later = await visit("/long");
		expect(later.bytes.length).toBeLessThan(first.bytes.length);
		return later;
	}, 10_000);
	expect(later.text).toBe(first.text);
	expect(later.headers["content-length"]).toBe(String(later.bytes.length));
});

it("a page is not kept under an address longer than any link", async () => {
	const before = rendered;
	const path = `/all?redirectTo=${"x".repeat(1000)}`;
	for (const _ of [1, 2]) await visit(path);
	expect(rendered - before).toBe(2);
});

describe("saving", () => {
	const choices = { language: null, theme: null, timeZone: null };
	let here: string;
	let elsewhere: string;
	let cast: Cast;

	beforeEach(async () => {
		await truncateAll();
		cast = await makeCast();
		const text = { slug: "other", title: "另一门课", description: "" };
		here = `/courses/${cast.course.id}`;
		elsewhere = `/courses/${(await createCourse(text)).id}`;
		// Earlier files' changes are announced by now.
		await changesSent();
	});

	/** The pages that are rendered again after `act`. */
	async function renewedBy(act: () => Promise<unknown>) {
		const paths = [here, elsewhere, "/people"];
		const all = async () => {
			const texts: string[] = [];
			for (const path of paths) texts.push((await visit(path)).text);
			return texts;
		};
		const before = await all();
		expect(await all()).toEqual(before);
		await act();
		const after = await all();
		return paths.filter((_, i) => before[i] !== after[i]);
	}

	it("an unchanged profile, or other preferences, keeps every page", async () => {
		const { id, name } = cast.learner;
		const own = { name, bio: "" };
		const save = (given: Partial<Parameters<typeof saveProfile>[1]>) =>
			renewedBy(() => saveProfile(id, { ...own, ...choices, ...given }));
		expect(await save({})).toEqual([]);
		expect(await save({ language: "en", theme: "dark" })).toEqual([]);
		expect(await save({ timeZone: "Asia/Tokyo" })).toEqual([]);
		expect(
			await renewedBy(() => savePreferences(id, { theme: "light" })),
		).toEqual([]);
		const passwords = { currentPassword: PASSWORD, newPassword: "another one" };
		expect(await renewedBy(() => changePassword(id, passwords, "a"))).toEqual(
			[],
		);
	});

	it("a profile renews the pages that show the change", async () => {
		const { id, name } = cast.instructor;
		const bio = "读书。";
		expect(
			await renewedBy(() => saveProfile(id, { name, bio, ...choices })),
		).toEqual(["/people"]);
		expect(
			await renewedBy(() =>
				saveProfile(id, { name: "顾先生", bio, ...choices }),
			),
		).toEqual([here, "/people"]);
		await nameOwner(cast.instructor.handle);
		expect(
			await renewedBy(() => saveProfile(id, { name, bio, ...choices })),
		).toEqual([here, elsewhere, "/people"]);
	});

	it("a course keeps the pages of others", async () => {
		const text = { title: "新名字", description: "" };
		expect(
			await renewedBy(() =>
				editCourse(text, { by: cast.instructor, course: cast.course }),
			),
		).toEqual([here, "/people"]);
	});
});
