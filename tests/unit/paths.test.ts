import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as paths from "#app/paths.ts";
import { slugIn } from "#app/ui/slug-in.ts";
import { listed } from "#tests/support/site-map.ts";

/** A path with its children, as in `routes.ts`, with ":" for every parameter. */
const shapesOf = (path: unknown): unknown[] =>
	path instanceof Function
		? [path(":", ":"), ...Object.values(path).flatMap(shapesOf)]
		: [path];

/** No page links to these. */
const UNLINKED = ["/health", "/ready", "/robots.txt", "/*"];

const addresses = listed
	.filter(({ isLayout }) => !isLayout)
	.map(({ path }) => path);

it("every path leads to one route, and every route has one path", () => {
	const shapes = Object.values(paths).flatMap(shapesOf);
	const wanted = addresses
		.filter((address) => !UNLINKED.includes(address))
		.map((address) => address.replace(/:\w+/g, ":"));
	expect(shapes.toSorted()).toEqual(wanted.toSorted());
});

it("no address is written by hand", () => {
	const words = [...new Set(addresses.join("/").match(/[a-z][a-z-]+/g))];
	const spelled = RegExp(
		`["\`](?:\\^?\\\\?/)(?:${words.join("|")})(?=["\`/?#$\\\\])|\\}/(?:${words.join("|")})(?=["\`/?#])|endsWith\\("/`,
	);
	const files = readdirSync("app", { recursive: true, encoding: "utf8" })
		.filter((file) => /\.tsx?$/.test(file))
		.filter((file) => !/^(?:paths|routes)\.ts$|^platform\/prisma/.test(file));
	const found = files.flatMap((file) =>
		readFileSync(join("app", file), "utf8")
			.split("\n")
			.filter((line) => spelled.test(line))
			.map((line) => `${file}: ${line.trim()}`),
	);
	expect(found).toEqual([]);
});

it("an address is recognised by its path, also with a query", () => {
	const vote = paths.reply.vote("llm", 7);
	expect(slugIn(vote, paths.reply.vote)).toBe("llm");
	expect(slugIn(`${vote}?index`, paths.reply.vote)).toBe("llm");
	expect(slugIn(vote, paths.thread.vote)).toBeUndefined();
	expect(slugIn(`${vote}/more`, paths.reply.vote)).toBeUndefined();
	expect(slugIn(`/else${vote}`, paths.reply.vote)).toBeUndefined();
	expect(slugIn(paths.threads.new("a-b"), paths.threads.new)).toBe("a-b");
});
