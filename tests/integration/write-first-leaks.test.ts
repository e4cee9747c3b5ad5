import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pinReply } from "#app/notes/commands.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as root from "#app/root.tsx";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	makeCast,
	makeReply,
	type Person,
	person,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { answerOf, argsOf, cookieOf } from "#tests/support/requests.ts";
import { fill, listRoutes, type Route } from "#tests/support/site-map.ts";
import { makeThinking, STANDARD, THIRTY } from "#tests/support/thinking.ts";

/** In every reply that is closed; the names of those who wrote them; and what is pinned, and so open. */
const SECRET = "闭卷的字";
const NAMES = ["不露面甲", "不露面乙", "不露面丙"];
const PINNED = "置顶的字";

type Scene = Awaited<ReturnType<typeof makeClosed>>;
let scene: Scene;

/** A question where one writes first, with replies of every kind. */
async function makeClosed() {
	const cast = await makeCast();
	const question = await makeThinking(cast.course, {
		positions: STANDARD,
		writeFirst: true,
	});
	const [first, second, third] = await Promise.all([
		person("hidden-1", NAMES[0] ?? "", null),
		person("hidden-2", NAMES[1] ?? "", null),
		person("hidden-3", NAMES[2] ?? "", null),
	]);
	const reply = (by: Person, body: string, more = {}) =>
		makeReply(cast.course, question.id, by, { body, ...more });
	const secret = `${SECRET}，${"写满三十个字才看得到".repeat(4)}。`;
	const best = await reply(first, secret, { position: "yes" });
	await voteReply(best.id, { by: third, course: cast.course, voted: true });
	const under = await reply(second, secret, { parentId: best.id });
	const pinned = await reply(cast.other, PINNED, { parentId: under.id });
	await reply(second, secret, { position: "no" });
	await reply(third, "打卡");
	const removed = await reply(third, secret);
	await removeReply(
		{ id: removed.id, threadId: question.id, authorId: third.id },
		{ by: third, course: cast.course },
	);
	await pinReply(
		{ ...pinned, threadId: question.id },
		{
			by: cast.instructor,
			course: cast.course,
			kind: "answer",
			blockId: null,
			shortForm: "",
		},
	);
	return { ...cast, question, first, second, best, under, pinned, removed };
}

beforeEach(async () => {
	await truncateAll();
	scene = await makeClosed();
});

const write = (by: Person, body: string) =>
	makeReply(scene.course, scene.question.id, by, { body });
describe("no page gives a closed reply away", () => {
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

	/** All that a browser of this person's gets to see, address by address. */
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
		"to somebody who has written: %s",
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

	it("that is open to whoever has written enough, to staff, and its own to an author", async () => {
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
