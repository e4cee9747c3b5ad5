import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as members from "#app/routes/courses/members.tsx";
import { person, useCast } from "#tests/support/cast.ts";
import { inCourse, load } from "#tests/support/requests.ts";

const cast = useCast();
const COUNT = 120;

beforeEach(async () => {
	await sql`
		WITH crowd AS (
			INSERT INTO users (handle, name, name_skeleton, email, password_hash)
			SELECT 'reader-' || i, '读者 ' || i, 'reader-' || i, 'reader-' || i || '@example.com', 'none'
			FROM generate_series(1, ${COUNT}::int) i RETURNING id
		)
		INSERT INTO memberships (course_id, user_id, role, created_at)
		SELECT ${cast.course.id}, id, 'learner', '2026-01-01' FROM crowd`;
});

const list = (query = "") =>
	load(members.loader, {
		by: cast.instructor,
		...inCourse(`/members${query}`),
	});
const found = async (start: string) =>
	(await list(`?${new URLSearchParams({ start })}`)).members.map(
		({ handle }) => handle,
	);

describe("the members of a course", () => {
	it("are all listed, page after page, staff first", async () => {
		const handles: string[] = [];
		let next: string | undefined = "";
		do {
			const page: Awaited<ReturnType<typeof list>> = await list(
				next && `?after=${next}`,
			);
			expect(page.members.length).toBeLessThanOrEqual(50);
			handles.push(...page.members.map(({ handle }) => handle));
			next = page.next;
		} while (next);
		expect(handles.slice(0, 2)).toEqual([
			cast.instructor.handle,
			cast.assistant.handle,
		]);
		const rows = await sql<{ handle: string }>`
			SELECT handle FROM users JOIN memberships ON user_id = id`;
		expect(handles.toSorted()).toEqual(
			rows.map(({ handle }) => handle).toSorted(),
		);
	});

	it("are found by the start of handle or name, in any case", async () => {
		expect(await found("READER-11")).toEqual([
			"reader-11",
			...Array.from({ length: 10 }, (_, i) => `reader-11${i}`),
		]);
		expect(await found(" @guxing")).toEqual([cast.instructor.handle]);
		expect(await found("顾")).toEqual([cast.instructor.handle]);
		expect(await found("老师")).toEqual([]);
		expect(await found("100%")).toEqual([]);
	});

	it("do not include anybody else", async () => {
		await person("stranger", "读者", null);
		expect(await found("stranger")).toEqual([]);
	});

	it("say that more follow if one page does not hold all", async () => {
		const page = await list("?start=reader");
		expect([page.members.length, page.hasMore]).toEqual([50, true]);
		expect((await list("?start=reader-1")).hasMore).toBe(false);
	});

	it.each(["start=%00", `start=${"x".repeat(5000)}`, "after=7_0_x"])(
		"are all listed for ?%s",
		async (query) => {
			expect((await list(`?${query}`)).members).toHaveLength(50);
		},
	);

	it("are confirmed by name when they get a role, wherever they are in the list", async () => {
		expect((await list("?named=reader-120")).named).toMatchObject({
			name: "读者 120",
		});
		expect((await list("?named=nobody")).named).toBeNull();
	});
});
