import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as progress from "#app/routes/lessons/progress.tsx";
import {
	type Lesson,
	makeLesson,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { courseAs, lessonAs } from "#tests/support/pages.ts";
import { ask, atLesson } from "#tests/support/requests.ts";

const cast = useCast();
let lesson: Lesson;

beforeEach(async () => {
	lesson = await makeLesson(cast.course);
	await makeLesson(cast.course, { title: "下一课" });
});

const mark = (by: Person | null, read: boolean) =>
	ask(progress.action, {
		by,
		...atLesson(lesson.number, "/progress"),
		form: { read: String(read) },
		context: { isDocument: false },
	});

/** Whether the lesson's and the course's pages show the lesson as read. */
async function isRead(by: Person | null) {
	const page = await lessonAs(by, lesson.number);
	const course = await courseAs(by);
	expect(course.lessons.map((entry) => entry.isRead)).toEqual([
		page.lesson.isRead,
		false,
	]);
	return page.lesson.isRead;
}

describe("marking a lesson as read", () => {
	it("works twice, and can be undone twice", async () => {
		for (const read of [true, true, false, false, true]) {
			const { status } = await mark(cast.learner, read);
			expect(status).toBe(200);
			expect(await isRead(cast.learner)).toBe(read);
		}
	});

	it("keeps the time of the first", async () => {
		const times = () => sql`SELECT read_at FROM lesson_reads`;
		await mark(cast.learner, true);
		const first = await times();
		await mark(cast.learner, true);
		expect(await times()).toEqual(first);
	});

	it("happens once if pressed many times at once", async () => {
		const answers = await Promise.all(
			Array.from({ length: 8 }, () => mark(cast.learner, true)),
		);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(await sql`SELECT 1 FROM lesson_reads`).toHaveLength(1);
	});

	it("is visible to nobody else", async () => {
		await mark(cast.learner, true);
		for (const by of [null, cast.other, cast.assistant, cast.instructor])
			expect(await isRead(by)).toBe(false);
	});

	it("needs a sign-in", async () => {
		const { status, location } = await mark(null, true);
		expect(status).toBe(302);
		expect(location).toMatch(/^\/sign-in/);
		expect(await sql`SELECT 1 FROM lesson_reads`).toEqual([]);
	});
});
