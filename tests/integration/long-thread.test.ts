import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as permalink from "#app/routes/replies/show.ts";
import * as threadPage from "#app/routes/threads/show.tsx";
import { type Cast, makeCast, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { threadAs } from "#tests/support/pages.ts";
import { ask, atReply, atThread } from "#tests/support/requests.ts";

const COUNT = 2100;

let cast: Cast;
let thread: { id: number; number: number };
/** Oldest first. */
let ids: number[];

beforeAll(async () => {
	await truncateAll();
	cast = await makeCast();
	thread = await makeThread(cast.course, cast.learner);
	// Three at a time, all with the same votes: the best are the oldest.
	await sql`
		INSERT INTO replies (thread_id, author_id, source, html, renderer, created_at)
		SELECT ${thread.id}, ${cast.learner.id}, 'x', '<p>x</p>', 1, timestamptz '2026-01-01' + i / 3 * interval '1 minute'
		FROM generate_series(1, ${COUNT}::int) i`;
	await sql`UPDATE threads SET reply_count = ${COUNT}, top_count = ${COUNT} WHERE id = ${thread.id}`;
	const rows = await sql<{ id: number }>`
		SELECT id FROM replies WHERE thread_id = ${thread.id} ORDER BY created_at, id`;
	ids = rows.map(({ id }) => id);
});

const page = (query: string) => threadAs(null, thread.number, query);
const shownAt = async (query: string) =>
	(await page(query)).branches.map(({ reply }) => reply.id);

async function placeOf(id: number, query = "") {
	const { location } = await ask(permalink.loader, {
		by: null,
		...atReply(id, query),
	});
	const url = new URL(location ?? "", "http://localhost");
	expect(url.hash).toBe(`#reply-${id}`);
	return url.search;
}
const nth = (n: number) => ids.at(n) ?? 0;

describe("a reply in a very long thread", () => {
	it.each([
		["", 0, ""],
		["", 999, "?page=50"],
		["?sort=oldest", -1000, "?sort=oldest&page=56"],
		["", -1, "?page=105"],
		["?sort=newest", -1, "?sort=newest"],
		["?sort=source", 25, "?sort=source&page=2"],
	])(
		"has a numbered page near either end: ?%s, the %ith, at %s",
		async (query, n, place) => {
			expect(await placeOf(nth(n), query)).toBe(place);
			expect(await shownAt(place)).toContain(nth(n));
		},
	);

	it.each(["", "?sort=newest", "?sort=source"])(
		"far from both ends starts its own page: %s",
		async (query) => {
			const place = await placeOf(nth(1050), query);
			expect(place).toBe(`?from=${nth(1050)}`);
			expect(await shownAt(place)).toEqual(ids.slice(1050, 1070));
		},
	);
});

describe("a page between the numbered ones", () => {
	const leadsTo = async (query: string) => {
		const { location } = await ask(threadPage.loader, {
			by: null,
			...atThread(thread.number, query),
		});
		return location;
	};
	const path = () => `/courses/course/threads/${thread.number}`;

	it.each([
		["oldest", 51, 1000],
		["oldest", 54, 1060],
		["newest", 51, 1080],
		["newest", 54, 1020],
	])("is read by time: %s, page %i, from the %ith", async (sort, n, first) => {
		expect(await leadsTo(`?sort=${sort}&page=${n}`)).toBe(
			`${path()}?from=${nth(first)}#replies`,
		);
	});

	it("is read by oldest if its order is not by time", async () => {
		for (const sort of ["best", "source"])
			expect(await leadsTo(`?sort=${sort}&page=51`)).toBe(
				`${path()}?sort=oldest#replies`,
			);
	});
});

describe("pages from a reply on", () => {
	it("lead to the end and to the beginning, and leave none out", async () => {
		const seen: number[] = [];
		for (let from: number | null = nth(2010); from; ) {
			const data: Awaited<ReturnType<typeof page>> = await page(
				`?from=${from}`,
			);
			seen.push(...data.branches.map(({ reply }) => reply.id));
			from = data.later;
		}
		expect(seen).toEqual(ids.slice(2010));
		const back = new Set<number>();
		for (let from: number | null = nth(70); from; ) {
			const data: Awaited<ReturnType<typeof page>> = await page(
				`?from=${from}`,
			);
			for (const { reply } of data.branches) back.add(reply.id);
			from = data.earlier;
		}
		expect([...back].toSorted((a, b) => a - b)).toEqual(ids.slice(0, 90));
	});

	it("show what a later page shows, and no pins", async () => {
		const data = await page(`?from=${nth(1050)}`);
		expect(data).toMatchObject({ sort: "oldest", pins: [], checkIns: [] });
		expect(data.pages).toBeLessThan(2);
	});

	it("go on from a removed reply", async () => {
		const gone = nth(1050);
		await sql`UPDATE replies SET visibility = 'removed', hidden_at = now(), listed = false WHERE id = ${gone}`;
		expect((await shownAt(`?from=${gone}`))[0]).toBe(nth(1051));
		await sql`UPDATE replies SET visibility = 'shown', hidden_at = NULL, listed = true WHERE id = ${gone}`;
	});

	it("do not exist for a reply of another thread", async () => {
		const elsewhere = await makeThread(cast.course, cast.learner);
		const params = { course: "course", number: String(elsewhere.number) };
		const path = `/courses/course/threads/${elsewhere.number}?from=${nth(0)}`;
		expect(
			await ask(threadPage.loader, { by: null, path, params }),
		).toMatchObject({ status: 404 });
		expect(
			await ask(threadPage.loader, {
				by: null,
				...atThread(thread.number, "?from=999999999"),
			}),
		).toMatchObject({ status: 404 });
	});
});
