import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as root from "#app/root.tsx";
import { makeReply, type Person } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { answerOf, argsOf, cookieOf } from "#tests/support/requests.ts";
import { fill, listRoutes, type Route } from "#tests/support/site-map.ts";
import { THIRTY } from "#tests/support/thinking.ts";
import {
	type Closed,
	makeClosed,
	NAMES,
	PINNED,
	SECRET,
} from "#tests/support/write-first.ts";

let scene: Closed;

beforeEach(async () => {
	await truncateAll();
	scene = await makeClosed();
});

const write = (by: Person, body: string) =>
	makeReply(scene.course, scene.question.id, by, { body });

describe("the pages of a write-first thread", () => {
	const QUERIES: Record<string, string[]> = {
		"/courses/:course/threads/:number": [
			...["?under=BEST", "?page=2", "?sort=newest", "?sort=oldest"],
			"?sort=source",
		],
		"/courses/:course/threads/:number/replies": [
			...["?parent=BEST", "?parent=UNDER", "?parent=REMOVED"],
			"?parent=PINNED",
		],
		"/courses/:course/threads": ["?kind=thinking", "?lesson=1"],
	};
	let routes: Route[];
	beforeAll(async () => {
		const { loader } = root;
		routes = [
			{ path: "/", loader, action: undefined },
			...(await listRoutes()),
		];
	});

	/** Everything that this person's browser can see, by address. */
	async function seenBy(by: Person | null) {
		const cookie = await cookieOf(by);
		const { question, best, under, removed, pinned } = scene;
		const seen = new Map<string, string>();
		for (const { path: pattern, loader } of routes)
			for (const query of ["", ...(QUERIES[pattern] ?? [])])
				for (const { id } of [best, under, removed])
					for (const handle of ["hidden-1", "hidden-2"]) {
						const { path, params } = fill(pattern, {
							"people/:handle": handle,
							"courses/:course": "course",
							"lessons/:number": String(question.lesson.number),
							"threads/:number": String(question.number),
							"replies/:id": String(id),
							"glossary/:id": "1",
						});
						const address = `${path}${query}`
							.replace("BEST", String(best.id))
							.replace("UNDER", String(under.id))
							.replace("REMOVED", String(removed.id))
							.replace("PINNED", String(pinned.id));
						if (!loader || seen.has(address)) continue;
						const args = await argsOf({ by, cookie, path: address, params });
						const { data, location } = await answerOf(() => loader(args));
						const { prose } = args.context;
						seen.set(address, JSON.stringify([data, location, [...prose]]));
					}
		return seen;
	}

	const places = (seen: Map<string, string>, what: string) =>
		[...seen]
			.filter(([, text]) => text.includes(what))
			.map(([address]) => address);

	it.each(["visitor", "nothing", "too little"])(
		"show no closed reply to somebody who has written: %s",
		async (written) => {
			const by = written === "visitor" ? null : scene.learner;
			if (written === "too little") await write(scene.learner, "太短。");
			const seen = await seenBy(by);
			expect(seen.size).toBeGreaterThan(30);
			expect(places(seen, SECRET)).toEqual([]);
			for (const name of NAMES)
				expect(
					places(seen, name).filter((path) => !path.startsWith("/people/")),
				).toEqual([]);
			expect(places(seen, PINNED).length).toBeGreaterThan(0);
		},
	);

	it("show one to people who have written enough, to staff, and to its author", async () => {
		await write(scene.learner, THIRTY);
		const everywhere = [
			...[
				`/courses/course/threads/${scene.question.number}`,
				"/people/hidden-1",
			],
			`/courses/course/lessons/${scene.question.lesson.number}`,
		];
		for (const by of [scene.learner, scene.assistant, scene.instructor])
			expect(places(await seenBy(by), SECRET)).toEqual(
				expect.arrayContaining(everywhere),
			);
		expect(places(await seenBy(scene.second), SECRET)).toContain(
			"/people/hidden-2",
		);
	});
});
