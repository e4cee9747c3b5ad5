import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as root from "#app/root.tsx";
import { truncateAll } from "#tests/support/database.ts";
import { answerOf, argsOf, cookieOf } from "#tests/support/requests.ts";
import { makeScene, REMOVED, type Scene } from "#tests/support/scene.ts";
import { fill, listRoutes, type Route } from "#tests/support/site-map.ts";

/** Search parameters of some pages. `:name` is the id of one of the scene's replies. */
const QUERIES: Record<string, string[]> = {
	"/courses/:course/threads/:number": [
		"?under=:tombstone",
		"?sort=newest",
		"?sort=oldest",
		"?sort=source",
	],
	"/courses/:course/threads/:number/replies": [
		"?parent=:standing",
		"?parent=:tombstone",
		"?parent=:unlisted",
		"?parent=:under",
	],
	"/courses/:course/threads": ["?kind=topic", "?lesson=1"],
};

const routes = [
	{ path: "/", loader: root.loader as Route["loader"] },
	...(await listRoutes()),
];

let scene: Scene;

type Role = keyof Scene["people"];
const ROLES: Role[] = [
	"visitor",
	"learner",
	"other",
	"assistant",
	"instructor",
	"owner",
];

beforeAll(async () => {
	await truncateAll();
	scene = await makeScene();
});

/** Every address with a page, with each thread and reply of the scene. */
function listAddresses() {
	const { topic, hidden, lesson, replies } = scene;
	const ids = Object.entries(replies).map(([name, { id }]) => [name, id]);
	return routes.flatMap(({ path, loader }) =>
		[topic.number, hidden.number, lesson.threadNumber].flatMap((number) =>
			ids.flatMap(([, id]) =>
				["", ...(QUERIES[path] ?? [])].map((query) => ({
					loader,
					...fill(path, {
						"people/:handle": scene.people.learner.handle,
						"courses/:course": scene.course.slug,
						"lessons/:number": String(lesson.number),
						"glossary/:id": String(scene.term.id),
						"saved-replies/:id": String(scene.saved.id),
						"imports/:id": String(scene.imported.id),
						"threads/:number": String(number),
						"replies/:id": String(id),
					}),
					query: query.replace(/:(\w+)/, (_, name: keyof typeof replies) =>
						String(replies[name].id),
					),
				})),
			),
		),
	);
}

/** Everything that a browser in this role can see, by address. */
async function seenBy(role: Role, cookie: string) {
	const by = scene.people[role];
	const seen = new Map<string, string>();
	for (const { loader, path, params, query } of listAddresses()) {
		const address = path + query;
		if (!loader || seen.has(address)) continue;
		const args = await argsOf({ by, cookie, path: address, params });
		const { data, location } = await answerOf(() => loader(args));
		const { prose, cookies } = args.context;
		seen.set(address, JSON.stringify([data, location, [...prose], cookies]));
	}
	return seen;
}

describe.each(ROLES)("the data of all pages for the %s", (role) => {
	let cookie: string;
	let seen: Map<string, string>;
	beforeAll(async () => {
		cookie = await cookieOf(scene.people[role]);
		seen = await seenBy(role, cookie);
	});

	const placesOf = (secret: string) =>
		[...seen].filter(([, text]) => text.includes(secret)).map(([at]) => at);

	it("holds no e-mail, no password hash and no session", async () => {
		const rows = await sql<{ secret: string }>`
			SELECT email AS secret FROM users UNION ALL SELECT password_hash FROM users
			UNION ALL SELECT id FROM sessions UNION ALL SELECT key FROM site_key UNION ALL SELECT name_skeleton FROM users WHERE name_skeleton <> name`;
		expect(rows.length).toBeGreaterThan(9);
		for (const { secret } of rows) expect(placesOf(secret)).toEqual([]);
		if (cookie) expect(placesOf(cookie.slice("session=".length))).toEqual([]);
		for (const field of ["sessionId", "passwordHash", "email"])
			expect(placesOf(`"${field}"`)).toEqual([]);
	});

	it.each(Object.entries(REMOVED))(
		"holds the removed %s only for its author and for staff",
		(_, text) => {
			const places = placesOf(text);
			if (role === "visitor" || role === "other") expect(places).toEqual([]);
			else expect(places.length).toBeGreaterThan(0);
		},
	);

	it("holds texts that are not removed", () => {
		expect(placesOf("站着的回复")).toContain("/courses/course/threads/3");
	});
});
