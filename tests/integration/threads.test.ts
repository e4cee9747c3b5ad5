import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Failure } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as lock from "#app/routes/threads/lock.tsx";
import * as newRoute from "#app/routes/threads/new.tsx";
import * as removal from "#app/routes/threads/removal.tsx";
import { removeThread, startThread } from "#app/threads/commands.server.ts";
import {
	makeLesson,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { threadAs, threadsAs } from "#tests/support/pages.ts";
import { ask, inCourse, onThread } from "#tests/support/requests.ts";

const cast = useCast();

const start = (by: Person, form: Record<string, string> = {}) =>
	ask<Failure>(newRoute.action, {
		by,
		...inCourse("/threads/new"),
		form: {
			...{ kind: "topic", lesson: "", title: "一个话题", body: "说说看。" },
			...{ submissionId: randomUUID(), ...form },
		},
	});

describe("starting a thread", () => {
	it("gives it the course's next number and redirects there", async () => {
		await makeLesson(cast.course);
		expect(await start(cast.learner, { lesson: "1" })).toMatchObject({
			status: 302,
			location: "/courses/course/threads/3",
		});
		expect((await threadAs(null, 3)).thread).toMatchObject({
			kind: "topic",
			title: "一个话题",
			html: "<p>说说看。</p>\n",
			lessonNumber: 1,
			author: { handle: cast.learner.handle },
		});
	});

	it("happens once if one form is sent twenty times at once, and wastes no number", async () => {
		const form = {
			...{ by: cast.learner, course: cast.course, kind: "topic" as const },
			...{ lessonId: null, title: "一次", body: "一次。" },
			submissionId: randomUUID(),
		};
		const sent = await Promise.all(
			Array.from({ length: 20 }, () => startThread(form)),
		);
		expect(sent).toEqual(Array(20).fill({ number: 1 }));
		expect(await makeThread(cast.course, cast.learner)).toMatchObject({
			number: 2,
		});
	});

	it("keeps what changed in a form before it was sent again", async () => {
		const submissionId = randomUUID();
		await start(cast.learner, { submissionId });
		await start(cast.learner, { submissionId, title: "换个说法" });
		await start(cast.learner, { submissionId, title: "换个说法" });
		expect((await threadAs(null, 2)).thread.title).toBe("换个说法");
		expect(await sql`SELECT number FROM threads`).toHaveLength(2);
	});

	it("as an announcement is for staff, and keeps the text", async () => {
		const form = { kind: "announcement" };
		expect(await start(cast.assistant, form)).toMatchObject({ status: 302 });
		expect(await start(cast.learner, form)).toMatchObject({
			status: 403,
			data: { errors: { kind: "kindForbidden" }, values: { body: "说说看。" } },
		});
	});
});

describe("a thread", () => {
	beforeEach(() => makeThread(cast.course, cast.learner));

	it("is locked and unlocked by staff, any number of times", async () => {
		for (const locked of ["true", "true", "false", "false"]) {
			expect(await onThread(lock, cast.assistant, 1, { locked })).toMatchObject(
				{ status: 303 },
			);
			const { thread } = await threadAs(null, 1);
			expect(thread.isLocked).toBe(locked === "true");
		}
		expect(
			await onThread(lock, cast.learner, 1, { locked: "true" }),
		).toMatchObject({ status: 403 });
	});

	it("is seen and restored only by its author and staff once removed", async () => {
		const wish = (by: Person, removed: boolean) =>
			onThread(removal, by, 1, { removed: String(removed) });
		expect(await wish(cast.other, true)).toMatchObject({ status: 403 });
		expect(await wish(cast.learner, true)).toMatchObject({ status: 303 });
		await expect(threadAs(cast.other, 1)).rejects.toMatchObject({
			status: 404,
		});
		for (const by of [cast.learner, cast.assistant])
			expect((await threadAs(by, 1)).thread.isHidden).toBe(true);
		expect(await wish(cast.learner, false)).toMatchObject({ status: 303 });
		await wish(cast.assistant, true);
		expect(await wish(cast.learner, false)).toMatchObject({ status: 403 });
		await wish(cast.assistant, false);
		expect((await threadAs(null, 1)).thread.isHidden).toBe(false);
	});

	it("cannot be removed if it belongs to a lesson", async () => {
		const lesson = await makeLesson(cast.course);
		for (const number of [lesson.threadNumber, lesson.threadNumber + 1])
			expect(
				await onThread(removal, cast.instructor, number, { removed: "true" }),
			).toMatchObject({ status: 403 });
	});
});

describe("the list of threads", () => {
	const listed = async (query: string, by: Person | null = null) => {
		const { threads, older } = await threadsAs(by, query);
		return { numbers: threads.map(({ number }) => number), older };
	};

	it("includes removed ones for people who may restore them", async () => {
		const { course, learner, other, assistant } = cast;
		const made = await makeThread(course, learner, { kind: "question" });
		await removeThread(
			{ ...made, authorId: learner.id },
			{ by: other, course },
		);
		await makeThread(course, learner);
		const removed = async (by: Person | null) =>
			(await listed("?kind=removed", by)).numbers;
		expect(await removed(learner)).toEqual([made.number]);
		expect(await removed(assistant)).toEqual([made.number]);
		expect(await removed(other)).toEqual([]);
		expect(await removed(null)).not.toContain(made.number);
		expect((await listed("", assistant)).numbers).not.toContain(made.number);
	});

	it("goes on by thirty, last activity first, also through threads of the same moment", async () => {
		for (let i = 0; i < 65; i++) await makeThread(cast.course, cast.learner);
		await sql`UPDATE threads SET last_activity_at = '2026-01-01' WHERE id > 10`;
		const rows = await sql<{ number: number }>`
			SELECT number FROM threads ORDER BY last_activity_at DESC, id DESC`;
		const seen: number[] = [];
		let query = "";
		for (let pages = 0; pages < 3; pages++) {
			const { numbers, older } = await listed(query);
			seen.push(...numbers);
			expect(older === null).toBe(pages === 2);
			query = `?before=${older}`;
		}
		expect(seen).toEqual(rows.map(({ number }) => number));
	});

	it("filters by kind and by lesson, and ignores a wrong filter", async () => {
		await makeLesson(cast.course);
		await start(cast.learner, { lesson: "1", kind: "question" });
		await start(cast.learner);
		expect((await listed("")).numbers).toEqual([4, 3, 2, 1]);
		expect((await listed("?kind=question")).numbers).toEqual([3]);
		expect((await listed("?lesson=1")).numbers).toEqual([3, 2, 1]);
		expect((await listed("?lesson=1&kind=thinking")).numbers).toEqual([2]);
		expect((await listed("?kind=gossip&lesson=x")).numbers).toHaveLength(4);
	});
});
