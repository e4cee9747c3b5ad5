import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as desk from "#app/routes/desk/show.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import { seedCourse } from "#prisma/seed/seed.server.ts";
import { PASSWORD } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { drifted } from "#tests/support/recount.ts";
import { load } from "#tests/support/requests.ts";

let instructor: { id: number };

beforeAll(async () => {
	await truncateAll();
	await seedCourse(() => PASSWORD);
	const [found] = await sql<{ id: number }>`
		SELECT id FROM users WHERE handle = 'guxing'`;
	if (!found) throw new Error("Nobody teaches the demo course");
	instructor = found;
});

it("the demo course's counters equal their rows", async () => {
	expect(await drifted()).toEqual([]);
});

describe("the demo course", () => {
	it("has enough questions about current passages to map the confusion of a class", async () => {
		const anchors = await sql<{ says: boolean }>`
			SELECT strpos(b.text, a.quote) > 0 AND a.quote <> left(b.text, 500) AS says
			FROM anchors a JOIN blocks b ON b.id = a.block_id`;
		expect(anchors.length).toBeGreaterThanOrEqual(5);
		expect(anchors.every(({ says }) => says)).toBe(true);
		const { confusion } = await load(lessonPage.loader, {
			by: instructor,
			path: "/courses/llm/lessons/2",
			params: { course: "llm", number: "2" },
		});
		expect(Object.keys(confusion?.blocks ?? {})).not.toEqual([]);
		expect(Object.keys(confusion?.sections ?? {})).not.toEqual([]);
	});

	it("has a private and an anonymous question, a follow-up and a staff word", async () => {
		const { waiting } = await load(desk.loader, {
			by: instructor,
			path: "/courses/llm/desk",
			params: { course: "llm" },
		});
		expect(waiting.some(({ isPrivate }) => isPrivate)).toBe(true);
		expect(waiting.map(({ state }) => state)).toEqual(
			expect.arrayContaining(["waiting", "discussed", "follow_up"]),
		);
		expect(
			await sql`
				SELECT (SELECT count(*)::int FROM threads WHERE is_anonymous) AS hidden,
					(SELECT count(*)::int FROM replies WHERE staff_word IS NOT NULL) AS words`,
		).toEqual([{ hidden: 1, words: 1 }]);
	});
});
