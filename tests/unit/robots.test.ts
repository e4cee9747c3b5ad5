import { describe, expect, it } from "vitest";
import { siteUrl } from "#app/platform/env.server.ts";
import { robots } from "#app/sharing/robots.server.ts";
import { fill, listPages } from "#tests/support/site-map.ts";

const lines = robots().split("\n");

/** RFC 9309: `*` is anything, `$` the end, and of all lines that fit the longest decides. */
const mayRead = (path: string) =>
	!lines
		.flatMap((line) => line.match(/^Disallow: (.+)/)?.[1] ?? [])
		.some((rule) =>
			RegExp(
				`^${rule.replace(/[.+?^{}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}`,
			).test(path),
		);

/** The pages that everybody may look for something in. */
const OPEN = [
	...["/", "/people/:handle", "/courses/:course", "/*"],
	"/courses/:course/lessons/:number",
	"/courses/:course/glossary",
	"/courses/:course/questions",
	"/courses/:course/threads",
	"/courses/:course/threads/:number",
];

describe("robots.txt", () => {
	it.each(listPages())(
		"keeps robots out of $path unless it is a page to read",
		({ path }) => {
			// Names that begin like an address which is closed.
			const values = {
				"courses/:course": "new-edit",
				"people/:handle": "search",
			};
			const at = fill(path, {
				...values,
				...{
					"lessons/:number": "1",
					"threads/:number": "1",
					"replies/:id": "1",
				},
				...{
					"glossary/:id": "1",
					"saved-replies/:id": "1",
					"imports/:id": "1",
				},
			}).path;
			expect(mayRead(at)).toBe(OPEN.includes(path));
		},
	);

	it("keeps robots out of the search", () => {
		for (const path of ["/search?q=a", "/courses/course/search?q=a"])
			expect([path, mayRead(path)]).toEqual([path, false]);
	});

	it("lets a robot follow a link to a reply, and no act on it", () => {
		expect(mayRead("/courses/course/replies/1")).toBe(true);
		expect(mayRead("/courses/course/replies/1/edit")).toBe(false);
	});

	it("names the site map by its whole address", () => {
		expect(lines).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
	});
});
