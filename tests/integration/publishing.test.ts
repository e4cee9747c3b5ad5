import { describe, expect, it } from "vitest";
import { publishCourse } from "#app/courses/publishing.server.ts";
import { listCourses } from "#app/courses/queries.server.ts";
import type { PublishingAct } from "#app/courses/schema.ts";
import { createLesson } from "#app/lessons/commands.server.ts";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { loader as coursePage } from "#app/routes/courses/show.tsx";
import { loader as lessonPage } from "#app/routes/lessons/show.tsx";
import { loader as threadsPage } from "#app/routes/threads/index.tsx";
import { loader as threadPage } from "#app/routes/threads/show.tsx";
import {
	type Lesson,
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { ask, atLesson, atThread, inCourse } from "#tests/support/requests.ts";

const cast = useCast();

const publish = (lesson: { id: number }, wish: PublishingAct) => {
	const { instructor: by, course } = cast;
	return publishLesson(lesson, wish, { by, course });
};

const statusFor = async (by: Person | null, lesson: { number: number }) =>
	(await ask(lessonPage, { by, ...atLesson(lesson.number) })).status;

/** The titles of the course's contents, for a visitor. */
async function contents(by: Person | null = null) {
	const answer = await ask<{ lessons: { title: string }[] }>(coursePage, {
		by,
		...inCourse(),
	});
	return answer.data.lessons.map(({ title }) => title);
}

const places = async () =>
	(
		await sql<{ title: string; place: number | null }>`
			SELECT title, place FROM lessons ORDER BY position, id`
	).map(({ title, place }) => [title, place]);

async function threeLessons(): Promise<[Lesson, Lesson, Lesson]> {
	const make = (title: string) => makeLesson(cast.course, { title });
	return [await make("甲"), await make("乙"), await make("丙")];
}

describe("a lesson that is hidden or removed", () => {
	it.each(["hide", "remove"] as const)(
		"goes with its discussions for all but staff, and comes back with them: %s",
		async (wish) => {
			const { learner, instructor } = cast;
			const [, lesson] = await threeLessons();
			const reply = await makeReply(cast.course, lesson.threadId, learner);
			await publish(lesson, wish);
			expect(await contents()).toEqual(["甲", "丙"]);
			expect(await statusFor(null, lesson)).toBe(404);
			expect(await statusFor(learner, lesson)).toBe(404);
			expect(await statusFor(instructor, lesson)).toBe(200);
			const at = atThread(lesson.threadNumber);
			expect((await ask(threadPage, { by: learner, ...at })).status).toBe(404);
			await publish(lesson, wish === "hide" ? "show" : "restore");
			expect(await contents()).toEqual(["甲", "乙", "丙"]);
			expect(await statusFor(null, lesson)).toBe(200);
			const [kept] = await sql`
				SELECT 1 FROM replies r JOIN threads t ON t.id = r.thread_id
				WHERE r.id = ${reply.id} AND t.visibility = 'shown'`;
			expect(kept).toBeDefined();
		},
	);

	it("leaves a thread removed that was removed before", async () => {
		const { learner, course } = cast;
		const [lesson] = await threeLessons();
		const given = { kind: "topic" as const, lessonId: lesson.id };
		const thread = await makeThread(course, learner, given);
		await sql`UPDATE threads SET visibility = 'removed', hidden_at = now() WHERE id = ${thread.id}`;
		await publish(lesson, "hide");
		await publish(lesson, "show");
		const [{ visibility } = {}] = await sql<{ visibility: string }>`
			SELECT visibility FROM threads WHERE id = ${thread.id}`;
		expect(visibility).toBe("removed");
	});

	it("was a draft: it is one again when it is restored", async () => {
		const { instructor: by, course } = cast;
		const text = { title: "稿", source: "正文。", questions: ["想什么？"] };
		const { number } = await createLesson(
			{ ...text, isDraft: true },
			{ by, course },
		);
		const [lesson] = await sql<{
			id: number;
		}>`SELECT id FROM lessons ORDER BY id`;
		if (!lesson) throw new Error("The draft was not written");
		expect(await contents()).toEqual([]);
		expect(await statusFor(null, { number })).toBe(404);
		const list = await ask<{ isEmpty: boolean }>(threadsPage, {
			by: cast.learner,
			...inCourse("/threads"),
		});
		expect(list.data.isEmpty).toBe(true);
		await publish(lesson, "remove");
		await publish(lesson, "restore");
		expect(await statusFor(null, { number })).toBe(404);
		await publish(lesson, "show");
		expect(await statusFor(null, { number })).toBe(200);
	});

	it("is shown to staff below the contents, with what it is", async () => {
		const [first, second] = await threeLessons();
		await publish(first, "hide");
		await publish(second, "remove");
		const answer = await ask<{ notShown: unknown[] }>(coursePage, {
			by: cast.assistant,
			...inCourse(),
		});
		expect(answer.data.notShown).toMatchObject([
			{ title: "甲", state: "hidden", isRemoved: false },
			{ title: "乙", state: "shown", isRemoved: true },
		]);
	});

	it("gives the lessons after it its place, and keeps its address", async () => {
		const [first] = await threeLessons();
		await publish(first, "remove");
		expect(await places()).toEqual([
			["甲", null],
			["乙", 1],
			["丙", 2],
		]);
		expect(await statusFor(null, { number: 2 })).toBe(200);
	});
});

describe("a course that is hidden or removed", () => {
	it.each(["hide", "remove"] as const)("is for its staff: %s", async (wish) => {
		const { instructor, learner, course } = cast;
		await threeLessons();
		await publishCourse(course, wish, { by: instructor });
		const status = async (by: Person | null) =>
			(await ask(coursePage, { by, ...inCourse() })).status;
		expect(await status(null)).toBe(404);
		expect(await status(learner)).toBe(404);
		expect(await status(instructor)).toBe(200);
		expect(await contents(instructor)).toEqual(["甲", "乙", "丙"]);
		expect(await listCourses(null)).toEqual([]);
		await publishCourse(course, wish === "hide" ? "show" : "restore", {
			by: instructor,
		});
		expect(await status(null)).toBe(200);
	});
});
