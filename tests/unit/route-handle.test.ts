import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listed } from "#tests/support/site-map.ts";

const textsIn = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
		.map((path) => ({
			file: join(folder, path),
			text: readFileSync(join(folder, path), "utf8"),
		}));

it("a route's handle, and never its address, tells the server what to do", () => {
	const words = listed.flatMap(({ path }) =>
		path.split("/").filter((word) => /^[a-z-]+$/.test(word)),
	);
	expect(words.length).toBeGreaterThan(100);
	// "</title>" is no address, and paths.ts knows them all.
	const address = RegExp(
		`(?<!<)/(?:${[...new Set(words)].join("|")})\\b|"#app/paths.ts"`,
	);
	const naming = textsIn("app/server")
		.filter(({ text }) =>
			address.test(text.replace(/ from "(?!#app\/paths).*";/g, "")),
		)
		.map(({ file }) => file);
	expect(naming).toEqual([]);
});

it("a route's handle has the type that the server reads", () => {
	const lines = textsIn("app/routes").flatMap(
		({ text }) => text.match(/^export .*\bhandle\b.*$/gm) ?? [],
	);
	expect(lines.length).toBeGreaterThan(10);
	for (const line of lines)
		expect(line).toMatch(/^export const handle: RouteHandle = \{/);
});
