import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { COUNTERS } from "#app/counters/counters.ts";
import { findDrift } from "#app/counters/recount.server.ts";
import { lookThrough } from "#app/glossary/lesson-terms.server.ts";
import { COUNTED_MAX } from "#app/platform/counted.ts";
import { changesSent } from "#app/platform/postgres/changes.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import {
	cursorText,
	placeCursorText,
	rankedCursorText,
} from "#app/platform/postgres/keyset.ts";
import { SORTS } from "#app/replies/ranking.ts";
import * as root from "#app/root.tsx";
import { renderAgainTask } from "#app/server/render-again.ts";
import { ACTS } from "#tests/support/acts.ts";
import { blocksOf } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { emptyLarge, fillLarge } from "#tests/support/large-set.ts";
import { faultsOf, faultsWhile, type Statement } from "#tests/support/plans.ts";
import type { makeChance } from "#tests/support/random.ts";
import { answerOf, argsOf } from "#tests/support/requests.ts";
import { makeScene, type Scene } from "#tests/support/scene.ts";
import type { Seen } from "#tests/support/seen.ts";
import { fill, listRoutes } from "#tests/support/site-map.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

const STATEMENTS_MAX = 8;
/** Rows that one scan may read for a page: as many as "999+" counts, and some more. */
const READ_MAX = COUNTED_MAX + 301;
/** Rows that it may read for nothing. */
const WASTED_MAX = 250;

const time = new Date(Date.now() - 100 * 3_600_000);
const PLACE = placeCursorText({ lesson: 1, block: 1, start: 0, number: 1 });
const BEFORE = cursorText({ time, id: 1_000_000 });
const AFTER = rankedCursorText({ rank: 3, time, id: 1 });

/** Search parameters to test beside each page's bare address. */
const QUERIES: Record<string, string[]> = {
	"/courses/:course": ["?page=2"],
	"/courses/:course/lessons/:number/note": ["?block=BLOCK"],
	"/courses/:course/threads/new": ["?lesson=1&block=BLOCK"],
	"/courses/:course/threads": ["", "&lesson=1", `&before=${BEFORE}`].flatMap(
		(rest) =>
			["question", "announcement", "removed", ""].map(
				(kind) => `?kind=${kind}${rest}`,
			),
	),
	"/courses/:course/questions": [
		...["", "&lesson=1", `&after=${AFTER}`],
		...["&order=place", "&order=place&lesson=1", `&order=place&after=${PLACE}`],
	].flatMap((rest) =>
		["waiting", "unanswered", "follow_up", "mine", ""].map(
			(filter) => `?filter=${filter}${rest}`,
		),
	),
	"/courses/:course/questions/similar": ["?title=word7+number3+word9"],
	"/courses/:course/desk": ["?order=most"],
	"/courses/:course/answers": [`?before=${BEFORE}`],
	"/courses/:course/members": [
		"?start=member",
		"?start=zhou",
		`?after=${AFTER}`,
	],
	"/courses/:course/threads/:number": [
		...SORTS.flatMap((sort) => [`?sort=${sort}`, `?sort=${sort}&page=LAST`]),
		...["?under=BRANCH", "?from=BRANCH"],
		...["?by=staff", "?by=staff&from=BRANCH"],
	],
	"/courses/:course/replies/:id": SORTS.map((sort) => `?sort=${sort}`),
	"/courses/:course/saved-replies/offered": ["?thread=1", "?thread=3&parent=1"],
	"/people/:handle": [`?before=${BEFORE}`],
	"/notifications": [`?before=${BEFORE}`],
};

const pages = (await listRoutes()).flatMap(({ path, loader }) =>
	loader
		? ["", ...(QUERIES[path] ?? [])].map((query) => ({
				name: path + query,
				path,
				query,
				loader,
			}))
		: [],
);
type Page = (typeof pages)[number];

let scene: Scene;
/** A reply of the long thread with many under it, far from both ends of most orders. */
let branch: number;
let last: number;
let thinking: Awaited<ReturnType<typeof makeThinking>>;

beforeAll(async () => {
	await truncateAll();
	scene = await makeScene();
	thinking = await makeThinking(scene.course, {
		positions: STANDARD,
		writeFirst: true,
	});
	// What came since is told of what one has read.
	await sql`INSERT INTO lesson_reads (lesson_id, user_id) VALUES (${scene.lesson.id}, ${scene.people.learner.id})`;
	({ branch, last } = await fillLarge(scene, thinking));
	// Else the first view of the glossary would add its background statements to later pages.
	await lookThrough(scene.course);
	await changesSent();
});

afterAll(emptyLarge);

/** A page's statements and status. */
async function ask(
	page: Page,
	by: { id: number } | null,
	thread = scene.topic.number,
) {
	const { path, params } = fill(page.path, {
		"people/:handle": scene.people.learner.handle,
		"courses/:course": scene.course.slug,
		"lessons/:number": String(scene.lesson.number),
		"threads/:number": String(thread),
		"replies/:id": String(branch),
		"glossary/:id": String(scene.term.id),
		"saved-replies/:id": String(scene.saved.id),
		"imports/:id": String(scene.imported.id),
	});
	const query = page.query
		.replace("BRANCH", String(branch))
		.replace("BLOCK", String((await blocksOf(scene.lesson))[1]?.id))
		.replace("LAST", String(last));
	const args = await argsOf({ by, path: path + query, params });
	const sent = vi.spyOn(pg.Client.prototype, "query");
	try {
		const [, { status }] = await Promise.all([
			root.loader(args),
			answerOf(() => page.loader(args)),
		]);
		const calls: unknown[][] = sent.mock.calls;
		const statements = calls.map(([given]) =>
			typeof given === "string" ? { text: given } : (given as Statement),
		);
		return { status, statements };
	} finally {
		sent.mockRestore();
	}
}

const BOUNDS = { read: READ_MAX, wasted: WASTED_MAX };
/** The order by place sorts the questions of one lesson, which here has most of the course's. */
const A_LESSON = { read: 4500, wasted: 600 };

async function faultsIn(
	statements: Statement[],
	bounds = BOUNDS,
): Promise<string[]> {
	const faults = [];
	for (const statement of statements)
		for (const fault of await faultsOf(statement, bounds))
			faults.push(`${fault}: ${statement.text.replaceAll(/\s+/g, " ")}`);
	return faults;
}

describe.each(["visitor", "learner", "instructor"] as const)(
	"for the %s",
	(who) => {
		it.each(pages)(
			"$name reads what it shows by index, in at most 8 statements",
			async (page) => {
				const { status, statements } = await ask(page, scene.people[who]);
				expect(status).not.toBe(500);
				expect(statements.length).toBeLessThanOrEqual(STATEMENTS_MAX);
				const bounds = page.query.includes("order=place") ? A_LESSON : BOUNDS;
				expect(await faultsIn(statements, bounds)).toEqual([]);
			},
		);
	},
);

describe("a write-first thinking question with positions", () => {
	const page = pages.find(
		({ name }) => name === "/courses/:course/threads/:number",
	);

	it.each(["visitor", "learner", "other", "instructor"] as const)(
		"needs no more statements, all by index: %s",
		async (who) => {
			if (!page) throw new Error("There is no page of a thread");
			const by = scene.people[who];
			const { status, statements } = await ask(page, by, thinking.number);
			expect(status).toBe(200);
			expect(statements.length).toBeLessThanOrEqual(STATEMENTS_MAX);
			const opens = who === "learner" || who === "instructor";
			expect(statements.some(({ text }) => text.includes("besideId"))).toBe(
				opens,
			);
			expect(await faultsIn(statements)).toEqual([]);
		},
	);
});

it("a start finds by index whether any text must be rendered again", async () => {
	const sent = vi.spyOn(pg.Client.prototype, "query");
	await renderAgainTask.run({ renderer: 0 }, AbortSignal.abort());
	const calls: unknown[][] = sent.mock.calls;
	const statements = calls.map(([given]) => given as Statement);
	sent.mockRestore();
	expect(statements).toHaveLength(1);
	expect(await faultsIn(statements)).toEqual([]);
});

it("comparing counters reads no other members, and not what other threads settle", async () => {
	const sent = vi.spyOn(pg.Client.prototype, "query");
	let compared = 0;
	for await (const _ of findDrift(sql, "threads", 10))
		if (++compared === Object.keys(COUNTERS.threads).length) break;
	const calls: unknown[][] = sent.mock.calls;
	const statements = calls.map(([given]) => given as Statement);
	sent.mockRestore();
	expect(statements).toHaveLength(1 + compared);
	const longThread = { read: 25_000, wasted: 2000 };
	expect(await faultsIn(statements, longThread)).toEqual([]);
});

describe("the check of plans", () => {
	const faults = (text: string, ...values: unknown[]) =>
		faultsOf({ text, values }, BOUNDS);

	it("finds a full scan", async () => {
		expect(
			await faults("SELECT id FROM replies WHERE source = $1", "x"),
		).toContainEqual(expect.stringMatching(/^Seq Scan on replies/));
	});

	it("finds a filter on something not asked for", async () => {
		expect(
			await faults(
				"SELECT id FROM threads WHERE id = 1 AND ($1::int IS NULL OR lesson_id = $1)",
				null,
			),
		).toContainEqual(expect.stringMatching(/^Asks whether \$1::int IS NULL/));
	});

	it("finds rows read for nothing, and too many of them", async () => {
		const text =
			"SELECT id FROM replies WHERE thread_id = $1 AND root_id IS NULL AND listed AND characters > 100 ORDER BY created_at, id LIMIT 20";
		expect(await faults(text, scene.topic.id)).toEqual([
			expect.stringMatching(/reads 1\d{4} rows/),
			expect.stringMatching(/1\d{4} of them for nothing/),
		]);
	});
});

describe("in a thread of thousands", () => {
	/** Faults in the plans of an act on a reply of the long thread. */
	async function faultsOfAct(name: string) {
		const { course, lesson, people, replies, topic } = scene;
		const [reply] = await sql<{
			id: number;
			threadId: number;
			authorId: number;
		}>`
			SELECT id, thread_id AS "threadId", author_id AS "authorId" FROM replies WHERE id = ${replies.standing.id}`;
		const seen = {
			people: [{ ...people.instructor, handle: "", role: "instructor" }],
			replies: [reply],
			threads: [topic],
			blocks:
				await sql`SELECT id, lesson_id AS "lessonId" FROM blocks WHERE lesson_id = ${lesson.id}`,
		} as unknown as Seen;
		const below = () => (name === "edit" ? 0 : 1);
		const first = { one: ([item]: unknown[]) => item, below };
		const act = async () =>
			ACTS[name]?.(seen, first as ReturnType<typeof makeChance>, course);
		return faultsWhile(act, BOUNDS);
	}

	it.each(["parent_id", "root_id"])(
		"removing a reply finds references to it by index: %s",
		async (column) => {
			const text = `SELECT 1 FROM replies WHERE thread_id = $1 AND ${column} = $2 FOR KEY SHARE`;
			const values = [scene.topic.id, scene.replies.standing.id];
			expect(await faultsOf({ text, values }, BOUNDS)).toEqual([]);
		},
	);

	it.each([
		...(["post", "answer", "edit", "remove", "restore"] as const),
		...(["vote", "accept", "endorse", "say", "asks", "promote"] as const),
	])("the act %s reads by index what it changes", async (name) => {
		expect(await faultsOfAct(name)).toEqual([]);
	});
});
