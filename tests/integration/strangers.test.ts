import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contents, truncateAll } from "#tests/support/database.ts";
import { ask, cookieOf } from "#tests/support/requests.ts";
import {
	makeScene,
	placeIn,
	plausibleForm,
	type Scene,
} from "#tests/support/scene.ts";
import { listRoutes, routeFiles } from "#tests/support/site-map.ts";

/** Handlers that answer everybody. All others require a sign-in. */
const PUBLIC = [
	"loader of /",
	"loader of /health",
	"loader of /ready",
	"loader of /robots.txt",
	"loader of /sitemap.xml",
	"loader of /card.png",
	"loader of /preferences",
	"action of /preferences",
	"loader of /search",
	"loader of /search/quick",
	"loader of /sign-up",
	"action of /sign-up",
	"loader of /sign-in",
	"action of /sign-in",
	"loader of /sign-out",
	"action of /sign-out",
	"loader of /people/:handle",
	"loader of /courses/:course",
	"loader of /courses/:course/feed.atom",
	"loader of /courses/:course/card.png",
	"loader of /courses/:course/share",
	"loader of /courses/:course/lessons/:number",
	"loader of /courses/:course/lessons/:number/feed.atom",
	"loader of /courses/:course/glossary",
	"loader of /courses/:course/answers",
	"loader of /courses/:course/search",
	"loader of /courses/:course/search/quick",
	"loader of /courses/:course/questions",
	"loader of /courses/:course/threads",
	"loader of /courses/:course/threads/:number",
	"loader of /courses/:course/threads/:number/feed.atom",
	"loader of /courses/:course/replies/:id",
];

/** Handlers that also answer a learner about others' threads and replies. Loaders of verbs only redirect. */
const FOR_LEARNERS = [
	...PUBLIC,
	"loader of /preview",
	"action of /preview",
	"loader of /notifications",
	"action of /notifications",
	"loader of /settings",
	"action of /settings",
	"loader of /settings/password",
	"action of /settings/password",
	"loader of /courses/:course/publishing",
	"loader of /courses/:course/lessons/:number/publishing",
	"loader of /courses/:course/glossary/:id/removal",
	"loader of /courses/:course/lessons/:number/progress",
	"action of /courses/:course/lessons/:number/progress",
	"loader of /courses/:course/questions/similar",
	"loader of /courses/:course/saved-replies/:id/removal",
	"loader of /courses/:course/since",
	"loader of /courses/:course/threads/new",
	"action of /courses/:course/threads/new",
	"loader of /courses/:course/threads/:number/replies",
	"action of /courses/:course/threads/:number/replies",
	"loader of /courses/:course/threads/:number/vote",
	"action of /courses/:course/threads/:number/vote",
	"loader of /courses/:course/threads/:number/lock",
	"loader of /courses/:course/threads/:number/removal",
	"loader of /courses/:course/threads/:number/demotion",
	"loader of /courses/:course/threads/:number/solution",
	"loader of /courses/:course/threads/:number/claim",
	"loader of /courses/:course/threads/:number/settlement",
	"loader of /courses/:course/threads/:number/proposal",
	"loader of /courses/:course/threads/:number/publication",
	"loader of /courses/:course/replies/:id/vote",
	"action of /courses/:course/replies/:id/vote",
	"loader of /courses/:course/replies/:id/removal",
	"loader of /courses/:course/replies/:id/note",
	"loader of /courses/:course/replies/:id/place",
	"loader of /courses/:course/replies/:id/acceptance",
	"loader of /courses/:course/replies/:id/asking",
	"loader of /courses/:course/replies/:id/endorsement",
];

const routes = await listRoutes();
const handlers = routes.flatMap(({ path, loader, action }) => [
	...(loader ? [{ name: `loader of ${path}`, path, handler: loader }] : []),
	...(action ? [{ name: `action of ${path}`, path, handler: action }] : []),
]);
type Handler = (typeof handlers)[number];

let scene: Scene;

const call = (one: Handler, cookie: string, isDocument: boolean) =>
	ask(one.handler, {
		by: null,
		cookie,
		...placeIn(scene, one.path),
		...(one.name.startsWith("action") && { form: plausibleForm(scene) }),
		context: { isDocument },
	});

beforeAll(async () => {
	await truncateAll();
	scene = await makeScene();
});

it("the walk covers every route file, and each has its place in routes.ts", () => {
	expect(routes.map(({ file }) => file).toSorted()).toEqual(
		routeFiles.toSorted(),
	);
});

it.each([PUBLIC, FOR_LEARNERS])(
	"the lists name only existing routes",
	(...list) => {
		const names = handlers.map(({ name }) => name);
		expect(list.filter((name) => !names.includes(name))).toEqual([]);
	},
);

describe("a stranger", () => {
	const closed = handlers.filter(({ name }) => !PUBLIC.includes(name));

	it.each(closed)("is refused by the $name", async (one) => {
		const before = await contents();
		for (const isDocument of [true, false]) {
			const { status, location } = await call(one, "", isDocument);
			expect([302, 401, 403, 404]).toContain(status);
			if (status === 302) expect(location).toMatch(/^\/sign-in\?redirectTo=/);
		}
		expect(await contents()).toEqual(before);
	});

	it.each(handlers.filter(({ name }) => PUBLIC.includes(name)))(
		"is answered by the $name",
		async (one) => {
			const { status } = await call(one, "", true);
			expect([200, 302, 303, 422]).toContain(status);
		},
	);
});

describe("a learner", () => {
	const closed = handlers.filter(({ name }) => !FOR_LEARNERS.includes(name));
	let cookie = "";
	beforeEach(async () => {
		cookie = await cookieOf(scene.people.other);
	});

	it.each(closed)("is refused by the $name", async (one) => {
		const before = await contents();
		const { status } = await call(one, cookie, true);
		expect([403, 404]).toContain(status);
		expect(await contents()).toEqual(before);
	});
});
