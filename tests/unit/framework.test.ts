import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { checkFramework, installedVersion } from "#app/launch/framework.mjs";
import { routeFinder } from "#app/server/route-handlers.ts";

const REMIX = "@remix-run/react";

describe("the framework", () => {
	it("has the version that Seminar was written for", () => {
		expect(installedVersion(REMIX)).toMatch(/^2\.17\./);
		expect(() => checkFramework()).not.toThrow();
	});

	it.each([
		[REMIX, "2.18.0"],
		[REMIX, "3.0.0"],
		["react", "19.1.0"],
	])(
		"is refused with a sentence in another version: %s %s",
		(name, version) => {
			const versionOf = (asked: string) =>
				asked === name ? version : installedVersion(asked);
			expect(() => checkFramework(versionOf)).toThrow(
				new RegExp(
					`^Seminar was written for ${name} .* and finds ${version}: docs/upgrading\\.md `,
				),
			);
		},
	);

	it("is checked before anything starts", () => {
		const folder = mkdtempSync(join(tmpdir(), "seminar-framework-"));
		cpSync("app/launch", join(folder, "app/launch"), { recursive: true });
		for (const [path, text] of Object.entries({
			"package.json": '{"type":"module"}',
			"package-lock.json": '{"packages":{}}',
			"node_modules/.package-lock.json": '{"packages":{}}',
			"node_modules/react/package.json": '{"version":"19.1.0"}',
			"build/.made-from": "what the sources were",
			"build/server/index.js": "throw new Error('started');",
		})) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		for (const command of ["start", "build", "dev", "recount"]) {
			const { status, stderr } = spawnSync(
				process.execPath,
				[join(folder, "app/launch/launch.mjs"), command],
				{ encoding: "utf8" },
			);
			expect([command, status]).toEqual([command, 1]);
			expect(stderr).toContain("written for react 18.x and finds 19.1.0");
			expect(stderr).not.toContain("started");
		}
		rmSync(folder, { recursive: true });
	});
});

it("a page is found at the addresses of its layouts and its own, and a layout alone at none", () => {
	const routes = {
		root: { id: "root", module: {} },
		layout: { id: "layout", parentId: "root", path: "a", module: {} },
		first: { id: "first", parentId: "layout", module: { handle: "first" } },
		page: {
			...{ id: "page", parentId: "layout", path: "b" },
			module: { handle: "page" },
		},
		missing: {
			...{ id: "missing", parentId: "root", path: "*" },
			module: { handle: "missing" },
		},
	};
	const assets = { entry: {}, routes };
	const build = { routes, assets, entry: { module: {} }, future: {} };
	const find = routeFinder(build as unknown as ServerBuild);
	const found = (path: string) => find(new URL(path, "http://site")).handle;
	expect(["/a", "/a/b", "/b"].map(found)).toEqual(["first", "page", "missing"]);
});
