import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { pool } from "#app/platform/db.server.ts";
import { cursorText } from "#app/platform/keyset.ts";
import { UNDER_SHOWN } from "#app/replies/queries.server.ts";
import { SORTS } from "#app/replies/ranking.ts";
import * as root from "#app/root.tsx";
import { truncateAll } from "#tests/support/database.ts";
import { fillThread } from "#tests/support/long-thread.ts";
import { answerOf, argsOf } from "#tests/support/requests.ts";
import { makeScene, type Scene } from "#tests/support/scene.ts";
import { fill, listRoutes } from "#tests/support/site-map.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

type Statement = { text: string; values?: unknown[] };
type Plan = {
	"Node Type": string;
	"Relation Name"?: string;
	"Index Cond"?: string;
	Plans?: Plan[];
};

const STATEMENTS_MAX = 8;
const LAST_PAGE = 5;
const SINCE = cursorText({ time: new Date(), id: 1_000_000 });

/** Beside the bare address of each page, what its search parameters make it ask. */
const QUERIES: Record<string, string[]> = {
	"/courses/:course/threads": [
		...["?kind=topic", "?lesson=1"],
		`?before=${SINCE}`,
	],
	"/courses/:course/threads/:number": [
		...SORTS.flatMap((sort) => [
			`?sort=${sort}`,
			`?sort=${sort}&page=${LAST_PAGE}`,
		]),
		"?under=BRANCH",
	],
	"/courses/:course/saved-replies/offered": ["?thread=1", "?thread=3&parent=1"],
	"/people/:handle": [`?before=${SINCE}`],
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

let scene: Scene;
/** The reply with most others under it. */
let branch: number;
let thinking: Awaited<ReturnType<typeof makeThinking>>;

beforeAll(async () => {
	await truncateAll();
	scene = await makeScene();
	const { learner, other } = scene.people;
	await fillThread(scene.course, scene.topic, [learner, other]);
	thinking = await makeThinking(scene.course, {
		positions: STANDARD,
		writeFirst: true,
	});
	await fillThread(scene.course, thinking, [learner]);
	await pool.query(
		"UPDATE replies SET position = 'yes', source = repeat('字', 30) WHERE thread_id = $1 AND root_id IS NULL",
		[thinking.id],
	);
	// So many of another course that reading an index from end to end is no choice.
	await pool.query(`
		WITH course AS (
			INSERT INTO courses (slug, title) VALUES ('another', 'Another') RETURNING id
		), lesson AS (
			INSERT INTO lessons (course_id, number, position, title)
			SELECT id, n, n, 'A lesson' FROM course, generate_series(1, 300) n RETURNING *
		)
		INSERT INTO threads (course_id, number, kind, lesson_id, title)
		SELECT course_id, number, 'lesson', id, title FROM lesson`);
	await pool.query("ANALYZE");
	const { rows } = await pool.query(
		"SELECT id, under_count FROM replies ORDER BY under_count DESC LIMIT 1",
	);
	expect(rows[0].under_count).toBeGreaterThan(UNDER_SHOWN);
	branch = rows[0].id;
});

/** The statements that a page sends, and the status it answers with. */
async function ask(
	page: (typeof pages)[number],
	by: { id: number } | null,
	thread = scene.topic.number,
) {
	const { path, params } = fill(page.path, {
		"people/:handle": scene.people.learner.handle,
		"courses/:course": scene.course.slug,
		"lessons/:number": String(scene.lesson.number),
		"threads/:number": String(thread),
		"replies/:id": String(scene.replies.standing.id),
		"glossary/:id": String(scene.term.id),
		"saved-replies/:id": String(scene.saved.id),
	});
	const query = page.query.replace("BRANCH", String(branch));
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

/** The scans of replies and threads in a statement's plan that read more than an index finds for a condition. */
async function wideScans({ text, values = [] }: Statement): Promise<string[]> {
	const client = await pool.connect();
	try {
		// A small table is read as a whole by choice: so it is only where no index serves.
		await client.query(
			"SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off",
		);
		// The plan that the embedded database makes, and keeps, for whatever values come.
		await client.query("SET plan_cache_mode = force_generic_plan");
		await client.query(`PREPARE statement AS ${text}`);
		const given = values.map(() => "NULL").join();
		const { rows } = await client.query(
			`EXPLAIN (FORMAT JSON) EXECUTE statement${given && `(${given})`}`,
		);
		return nodesOf(rows[0]["QUERY PLAN"][0].Plan)
			.filter(
				(node) =>
					/^(replies|threads)$/.test(node["Relation Name"] ?? "") &&
					/^(Seq|Index|Index Only) Scan$/.test(node["Node Type"]) &&
					!node["Index Cond"],
			)
			.map((node) => `${node["Node Type"]} on ${node["Relation Name"]}`);
	} finally {
		client.release(true);
	}
}

const nodesOf = (plan: Plan): Plan[] => [
	plan,
	...(plan.Plans ?? []).flatMap(nodesOf),
];

describe.each(["visitor", "learner", "instructor"] as const)(
	"asked by the %s",
	(who) => {
		it.each(pages)(
			"$name reads replies and threads by index, in at most 8 statements",
			async (page) => {
				const { status, statements } = await ask(page, scene.people[who]);
				expect(status).not.toBe(500);
				expect(statements.length).toBeLessThanOrEqual(STATEMENTS_MAX);
				for (const statement of statements)
					if (/\b(replies|threads)\b/.test(statement.text))
						expect(await wideScans(statement), statement.text).toEqual([]);
			},
		);
	},
);

describe("a thinking question with positions, where one writes first", () => {
	const page = pages.find(
		({ name }) => name === "/courses/:course/threads/:number",
	);

	it.each(["visitor", "learner", "other", "instructor"] as const)(
		"asks no more, and by index: %s",
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
			for (const statement of statements)
				if (/\b(replies|threads)\b/.test(statement.text))
					expect(await wideScans(statement), statement.text).toEqual([]);
		},
	);
});

it("finds a scan that no index serves", async () => {
	const text = "SELECT id FROM replies WHERE source = $1";
	expect(await wideScans({ text, values: ["x"] })).toEqual([
		"Seq Scan on replies",
	]);
});
