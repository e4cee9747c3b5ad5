import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { hearOthers, hearsOthers } from "#app/platform/changes.server.ts";
import { cachedPage, keepPage, startedAt } from "#app/server/page-cache.ts";
import { workersDatabase } from "#tests/support/database.ts";
import { send } from "#tests/support/http.ts";
import { makeContext } from "#tests/support/requests.ts";

const HTML = { headers: { "Content-Type": "text/html" } };

let rendered = 0;

/** Renders a page by number, for the one who asks or for all. */
const server = createServer(async (req, res) => {
	if (cachedPage(req, res)) return;
	const ticket = startedAt(req);
	if (!ticket) return void res.end(`page ${++rendered}`);
	const context = makeContext({ isPersonal: req.url === "/own" });
	const body = Buffer.from(`page ${++rendered}`);
	await keepPage(ticket, context, new Response(null, HTML), body, res);
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

it("keeps a page for all, and none for which a session was looked up", async () => {
	const pages: string[] = [];
	for (const path of ["/all", "/all", "/own", "/own"])
		pages.push((await visit(path)).text);
	expect(pages).toEqual(["page 1", "page 1", "page 2", "page 3"]);
});

it("keeps no page under an address that is longer than any link", async () => {
	const before = rendered;
	const path = `/all?redirectTo=${"x".repeat(1000)}`;
	for (const _ of [1, 2]) await visit(path);
	expect(rendered - before).toBe(2);
});
