import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { REPLIES_PER_PAGE } from "#app/replies/queries.server.ts";
import { SORTS, type Sort } from "#app/replies/ranking.ts";
import * as permalink from "#app/routes/replies/show.ts";
import * as threadPage from "#app/routes/threads/show.tsx";
import { zh } from "#app/words/zh.ts";
import { type Cast, makeCast, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { fillThread } from "#tests/support/long-thread.ts";
import { saidOf, threadAs } from "#tests/support/pages.ts";
import { ask, atReply, atThread } from "#tests/support/requests.ts";

type Row = {
	id: number;
	parentId: number | null;
	rootId: number | null;
	votes: number;
	endorsed: boolean;
	time: number;
	source: number | null;
	name: string;
};

let cast: Cast;
let thread: { id: number; number: number };
let rows: Row[];
let top: Row[];

beforeAll(async () => {
	await truncateAll();
	cast = await makeCast();
	thread = await makeThread(cast.course, cast.learner);
	await fillThread(cast.course, thread, [cast.learner, cast.other]);
	rows = await sql<Row>`
		SELECT r.id, parent_id AS "parentId", root_id AS "rootId", votes, endorsed_at IS NOT NULL AS endorsed,
			extract(epoch FROM r.created_at)::int AS time, source_position AS source, u.name
		FROM replies r JOIN users u ON u.id = r.author_id WHERE listed ORDER BY r.created_at, r.id`;
	top = rows.filter(({ rootId }) => rootId === null);
});

/** The sort keys of each order, computed without the database. */
const KEYS: Record<Sort, (row: Row) => number[]> = {
	best: (row) => [row.endorsed ? 0 : 1, -row.votes, row.time, row.id],
	newest: (row) => [-row.time, -row.id],
	oldest: (row) => [row.time, row.id],
	source: (row) => [row.source ?? Number.POSITIVE_INFINITY, row.time, row.id],
};

function inOrder(sort: Sort): number[] {
	const compare = (a: Row, b: Row) => {
		const [one, other] = [KEYS[sort](a), KEYS[sort](b)];
		const i = one.findIndex((key, at) => key !== other[at]);
		return (one[i] ?? 0) < (other[i] ?? 0) ? -1 : 1;
	};
	return top.toSorted(compare).map(({ id }) => id);
}

const under = (id: number) => rows.filter(({ rootId }) => rootId === id);

const asked = (query: string) => ({
	by: null,
	...atThread(thread.number, query),
});

const page = (query: string) => threadAs(null, thread.number, query);

const idsOf = (data: Awaited<ReturnType<typeof page>>) =>
	data.branches.map(({ reply }) => reply.id);

describe("the pages of a thread", () => {
	it.each(SORTS)(
		"hold twenty top-level replies each, by %s, first page to last",
		async (sort) => {
			const expected = inOrder(sort);
			const pages = Math.ceil(expected.length / REPLIES_PER_PAGE);
			expect(pages).toBe(5);
			for (let number = 1; number <= pages; number++) {
				const data = await page(`?sort=${sort}&page=${number}`);
				const from = (number - 1) * REPLIES_PER_PAGE;
				expect(data.pages).toBe(pages);
				expect(idsOf(data), `page ${number}`).toEqual(
					expected.slice(from, from + REPLIES_PER_PAGE),
				);
			}
		},
	);

	it("show under each reply the first ten, oldest first, and their number", async () => {
		for (let number = 1; number <= 5; number++)
			for (const branch of (await page(`?page=${number}`)).branches) {
				const all = under(branch.reply.id);
				expect(branch.reply.underCount).toBe(all.length);
				expect(branch.under.map(({ id }) => id)).toEqual(
					all.slice(0, 10).map(({ id }) => id),
				);
			}
	});

	it("name whom a reply answers, if not the reply above it", async () => {
		const root = top.find(({ id }) => under(id).length > 50);
		const [branch] = (await page(`?under=${root?.id}`)).branches;
		const names = new Set(rows.map(({ name }) => name));
		const named = branch?.under.map(
			(reply) =>
				[...names].find((name) =>
					saidOf(reply).includes(zh.threads.inReplyTo(name)),
				) ?? null,
		);
		const expected = under(root?.id ?? 0).map(({ parentId, rootId }) =>
			parentId === rootId ? null : rows.find(({ id }) => id === parentId)?.name,
		);
		expect(named).toEqual(expected.slice(0, 50));
		expect(new Set(named).size).toBe(3);
	});

	it("list the replies under one reply by fifty", async () => {
		const root = top.find(({ id }) => under(id).length > 50);
		const all = under(root?.id ?? 0).map(({ id }) => id);
		for (const [number, from] of [
			[1, 0],
			[2, 50],
		] as const) {
			const data = await page(`?under=${root?.id}&page=${number}`);
			expect(data.pages).toBe(2);
			expect(idsOf(data)).toEqual([root?.id]);
			expect(data.branches[0]?.under.map(({ id }) => id)).toEqual(
				all.slice(from, from + 50),
			);
		}
	});

	it.each([
		["under=999999999", 404],
		["page=0", 200],
		["page=-1", 200],
		["page=1e3", 200],
		["page=x&sort=worst", 200],
		["under=x", 200],
	])("answer ?%s with %i", async (query, status) => {
		expect(await ask(threadPage.loader, asked(`?${query}`))).toMatchObject({
			status,
		});
		if (status === 200)
			expect(idsOf(await page(`?${query}`))).toEqual(
				inOrder("best").slice(0, REPLIES_PER_PAGE),
			);
	});

	it.each([
		["page=6", "page=5"],
		["sort=newest&page=999999999", "sort=newest&page=5"],
	])("beyond the last redirect ?%s to ?%s", async (query, last) => {
		const { path } = atThread(thread.number, `?${last}`);
		expect(await ask(threadPage.loader, asked(`?${query}`))).toMatchObject({
			status: 302,
			location: path,
		});
	});

	it("do not exist under a reply of another thread, or one that is not top-level", async () => {
		const elsewhere = await makeThread(cast.course, cast.learner);
		const nested = rows.find(({ rootId }) => rootId !== null);
		const params = { course: "course", number: String(elsewhere.number) };
		const path = `/courses/course/threads/${elsewhere.number}?under=${top[0]?.id}`;
		expect(
			await ask(threadPage.loader, { by: null, path, params }),
		).toMatchObject({ status: 404 });
		expect(
			await ask(threadPage.loader, asked(`?under=${nested?.id}`)),
		).toMatchObject({ status: 404 });
	});
});

describe("a permalink", () => {
	it.each(SORTS)(
		"leads to the page of its reply, for every reply by %s",
		async (sort) => {
			const kept = new Map<string, Promise<number[]>>();
			const shownAt = (query: string) => {
				let ids = kept.get(query);
				if (!ids) {
					ids = page(query).then(({ branches }) =>
						branches.flatMap(({ reply, under }) =>
							[reply, ...under].map(({ id }) => id),
						),
					);
					kept.set(query, ids);
				}
				return ids;
			};
			for (const { id } of rows) {
				const { status, location } = await ask(permalink.loader, {
					by: null,
					...atReply(id, `?sort=${sort}`),
				});
				expect(status).toBe(302);
				const url = new URL(location ?? "", "http://localhost");
				expect(url.pathname).toBe(`/courses/course/threads/${thread.number}`);
				expect(url.hash).toBe(`#reply-${id}`);
				expect(await shownAt(url.search), `${id} at ${url.search}`).toContain(
					id,
				);
			}
		},
	);

	it("keeps defaults out of the address", async () => {
		const [first] = inOrder("best");
		const { location } = await ask(permalink.loader, {
			by: null,
			...atReply(first ?? 0, "?sort=nonsense"),
		});
		expect(location).toBe(
			`/courses/course/threads/${thread.number}#reply-${first}`,
		);
	});
});
