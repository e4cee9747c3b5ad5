import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";

/** Prisma generates it. */
const GENERATED = "app/platform/prisma";

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
	.map((path) => join("app", path))
	.filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
	.filter((path) => !path.startsWith(GENERATED));

/** The addresses: all code that links imports them, and they import nothing. */
const PATHS = "app/paths.ts";

/** The file's folder in app/; "app" for a file directly in it. */
const folderOf = (path: string) => path.match(/^app\/([^/]+)\//)?.[1] ?? "app";

type Import = { from: string; to: string };

const imports = files.flatMap((from): Import[] =>
	[...readFileSync(from, "utf8").matchAll(/"#(app\/[^"?]+)"/g)].map(
		([, to = ""]) => ({ from, to }),
	),
);

const AROUND = [
	"app",
	"routes",
	"server",
	"launch",
	"words",
	"markdown",
	"ui",
	"platform",
];
const folders = [...new Set(files.map(folderOf))];
const domains = folders.filter((folder) => !AROUND.includes(folder));

/** Whether a file of the folder may import `to`, which is in another one. */
function mayImport(folder: string, to: string): boolean {
	if (to === PATHS) return folder !== "platform";
	const target = folderOf(to);
	const isDomain = domains.includes(target);
	switch (folder) {
		case "platform":
			return false;
		case "words":
		case "markdown":
			return target === "platform";
		case "ui":
			return ["platform", "words", "markdown"].includes(target);
		case "routes":
		case "server":
		case "app":
			return target !== "routes" && (target !== "server" || folder === "app");
		default:
			return (
				isDomain ||
				["platform", "words", "markdown", "ui", "styles"].includes(target)
			);
	}
}

describe("the folders of app/", () => {
	it("import in one direction: routes, domain, platform", () => {
		const wrong = imports.filter(
			({ from, to }) =>
				folderOf(from) !== folderOf(to) && !mayImport(folderOf(from), to),
		);
		expect(wrong).toEqual([]);
		expect(imports.filter(({ from }) => from === PATHS)).toEqual([]);
	});

	it("of the domain do not import each other in a circle", () => {
		const needs = new Map(
			domains.map((domain) => [
				domain,
				new Set(
					imports
						.filter(({ from }) => folderOf(from) === domain)
						.map(({ to }) => folderOf(to))
						.filter((to) => to !== domain && domains.includes(to)),
				),
			]),
		);
		// Removes folders that need no remaining folder, until none can be removed.
		let left = domains;
		for (let count = -1; count !== left.length; ) {
			count = left.length;
			left = left.filter((domain) =>
				left.some((other) => needs.get(domain)?.has(other)),
			);
		}
		expect(left).toEqual([]);
	});

	it("are those that this test knows", () => {
		expect(domains.toSorted()).toEqual([
			...["accounts", "backup", "counters", "courses", "desk", "events"],
			...["glossary", "imports", "lessons", "members", "notes"],
			"notifications",
			...[
				"progress",
				"questions",
				"replies",
				"saved-replies",
				"search",
				"sharing",
				"thinking",
				"threads",
			],
			...["visibility", "votes"],
		]);
		expect(imports.length).toBeGreaterThan(500);
	});
});

describe("the forms of routes", () => {
	it("go through formAction, but where nobody has to be signed in or files come along", () => {
		const others = files
			.filter((path) => folderOf(path) === "routes")
			.filter((path) => /\battempt\(/.test(readFileSync(path, "utf8")))
			.map((path) => path.slice("app/routes/".length));
		expect(others.toSorted()).toEqual([
			...["accounts/sign-in.tsx", "accounts/sign-up.tsx"],
			...["imports/new.tsx", "notifications/index.tsx", "preferences.tsx"],
		]);
	});
});

// The build itself rejects policies that routes would send to the browser (vite.config.ts).
describe("the policies", () => {
	/** Type imports import no code. */
	const asks = (path: string) =>
		/^import (?!type )[^;]*\/policy\.ts";/m.test(readFileSync(path, "utf8"));

	it("are imported by no component: the server says what the viewer may do", () => {
		const components = files.filter(
			(path) =>
				path.endsWith(".tsx") &&
				!path.endsWith(".server.tsx") &&
				!path.startsWith("app/routes/"),
		);
		expect(components.length).toBeGreaterThan(50);
		expect(components.filter(asks)).toEqual([]);
		expect(files.filter(asks)).toContain("app/threads/rights.ts");
	});
});

describe("the files of app/", () => {
	it("import each other by their full path", () => {
		const relative = files.filter((path) =>
			/(?:from|import\()\s*"\.\.?\/[^"?]+"/.test(readFileSync(path, "utf8")),
		);
		expect(relative.filter((path) => path.endsWith(".ts"))).toEqual([]);
	});

	it("are named after their content: no barrels, no leftovers", () => {
		const vague = /^(?:index|utils?|helpers?|misc|types|constants|common)\./;
		const pages = /^app\/routes\/[\w-]+\/index\.tsx$/;
		expect(
			files.filter((path) => vague.test(basename(path)) && !pages.test(path)),
		).toEqual([]);
	});
});

describe("the routes", () => {
	const routes = files
		.filter((path) => folderOf(path) === "routes")
		.map((path) => ({ path, text: readFileSync(path, "utf8") }));
	const exporting = (name: string) =>
		routes
			.filter(({ text }) => RegExp(`^export .*\\b${name}\\b`, "m").test(text))
			.map(({ path }) => path);

	it("with an action keep a form that did not arrive", () => {
		expect(exporting("action").length).toBeGreaterThan(40);
		expect(exporting("clientAction")).toEqual(exporting("action"));
	});

	it("have no clientLoader, which would cost a second request, unless nobody navigates there", () => {
		expect(exporting("clientLoader").toSorted()).toEqual([
			"app/routes/missing.tsx",
			"app/routes/questions/similar.ts",
			"app/routes/replies/source.ts",
			"app/routes/saved-replies/offered.ts",
			"app/routes/search/quick-in-course.ts",
			"app/routes/search/quick.ts",
		]);
	});
});
