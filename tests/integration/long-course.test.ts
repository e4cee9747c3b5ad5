import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as coursePage from "#app/routes/courses/show.tsx";
import * as orderRoute from "#app/routes/lessons/order.tsx";
import { makeLesson, useCast } from "#tests/support/cast.ts";
import { courseAs } from "#tests/support/pages.ts";
import { ask, inCourse, load } from "#tests/support/requests.ts";

const cast = useCast();

/** Adds lessons without a text until there are `count`. */
async function addLessons(count: number) {
	await sql`
		INSERT INTO lessons (course_id, number, position, title)
		SELECT c.id, n, n, '第 ' || n || ' 讲' FROM courses c, generate_series(c.last_lesson_number + 1, ${count}) n`;
	await sql`
		INSERT INTO threads (course_id, number, kind, lesson_id, title)
		SELECT course_id, 1000 + number, 'lesson', id, title FROM lessons l
		WHERE NOT EXISTS (SELECT FROM threads WHERE lesson_id = l.id)`;
	await sql`UPDATE courses SET last_lesson_number = ${count}, last_thread_number = ${1000 + count}`;
}

const partAs = async (by: { id: number } | null, page?: number) => {
	const { lessons, part } = await load(coursePage.loader, {
		by,
		...inCourse(page ? `?page=${page}` : ""),
	});
	expect(lessons).toEqual([]);
	if (!part) throw new Error("The course is shown as a whole");
	const { titles, ...rest } = part;
	return { ...rest, numbers: titles.map(({ number }) => number) };
};

const read = (by: { id: number }, number: number, at: string) =>
	sql`INSERT INTO lesson_reads (lesson_id, user_id, read_at) SELECT id, ${by.id}, ${at}::timestamptz FROM lessons WHERE number = ${number}`;

const oneTo = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, i) => first + i);

beforeEach(() => makeLesson(cast.course));

it("a course of thirty lessons shows each with its questions", async () => {
	await addLessons(30);
	const { lessons, part, lessonCount } = await courseAs(null);
	expect([lessonCount, lessons.length, part]).toEqual([30, 30, null]);
	expect(lessons[0]?.questions).toHaveLength(1);
});

describe("a longer course", () => {
	it("lists its titles in parts, the first for visitors", async () => {
		await addLessons(120);
		const parts = [
			[1, 50],
			[51, 100],
			[101, 120],
		];
		const first = {
			...{ parts, next: null, page: 1, start: 0, before: null, after: 51 },
			numbers: oneTo(1, 50),
		};
		expect(await partAs(null)).toEqual(first);
		expect(await partAs(null, 9)).toEqual(first);
		expect(await partAs(null, 3)).toEqual({
			...{ parts, next: null, page: 3, start: 100, before: 100, after: null },
			numbers: oneTo(101, 120),
		});
	});

	it("opens at the first unread lesson after the last one marked as read", async () => {
		await addLessons(120);
		const { learner } = cast;
		await read(learner, 100, "2026-01-01");
		await read(learner, 70, "2026-01-03");
		await read(learner, 71, "2026-01-02");
		expect(await partAs(learner)).toMatchObject({
			page: 2,
			next: { number: 72, title: "第 72 讲" },
		});
		expect(await partAs(learner, 1)).toMatchObject({
			...{ page: 1, next: { number: 72 } },
		});
		expect(await partAs(cast.other)).toMatchObject({ page: 1, next: null });
		await read(learner, 120, "2026-01-04");
		expect(await partAs(learner)).toMatchObject({ page: 1, next: null });
	});

	it("says which lessons its reader has read", async () => {
		await addLessons(40);
		await read(cast.learner, 2, "2026-01-01");
		const { part } = await courseAs(cast.learner);
		expect(part?.titles.filter(({ isRead }) => isRead)).toEqual([
			{ number: 2, title: "第 2 讲", isRead: true, news: null },
		]);
	});

	it("lets a lesson move from one part into another", async () => {
		await addLessons(60);
		const { before } = await partAs(cast.instructor, 2);
		expect(before).toBe(50);
		const { status } = await ask(orderRoute.action, {
			by: cast.instructor,
			...inCourse("/lessons/order"),
			form: { order: `51,${before}` },
		});
		expect(status).toBe(303);
		expect((await partAs(null)).numbers).toEqual([...oneTo(1, 49), 51]);
		expect((await partAs(null, 2)).numbers).toEqual([50, ...oneTo(52, 60)]);
	});
});
