import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { createCourse } from "#app/courses/commands.server.ts";
import { nameOwner, nameRole } from "#app/members/commands.server.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import * as editRoute from "#app/routes/courses/edit.tsx";
import * as members from "#app/routes/courses/members.tsx";
import * as newRoute from "#app/routes/courses/new.tsx";
import * as home from "#app/routes/home.tsx";
import { zh } from "#app/words/zh.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { courseAs, threadsIn } from "#tests/support/pages.ts";
import { ask, load } from "#tests/support/requests.ts";

const cast = useCast();

const send = (
	action: Parameters<typeof ask>[0],
	by: Person,
	form: Record<string, string>,
) =>
	ask<Failure>(action, { by, path: "/", params: { course: "course" }, form });

const NEW = { slug: "another", title: "另一门", description: "" };

describe("a course", () => {
	it("is made by a site owner, who then teaches it and may teach everywhere", async () => {
		expect(await send(newRoute.action, cast.instructor, NEW)).toMatchObject({
			status: 403,
		});
		await nameOwner(cast.other.handle);
		expect(await send(newRoute.action, cast.other, NEW)).toMatchObject({
			status: 303,
			location: "/courses/another",
		});
		expect(await courseAs(null, "another")).toMatchObject({
			staff: [{ handle: cast.other.handle, role: "instructor" }],
		});
		expect(await courseAs(cast.other)).toMatchObject({ canEdit: true });
	});

	it("is made once if its form is sent twenty times at once", async () => {
		await nameOwner(cast.other.handle);
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => send(newRoute.action, cast.other, NEW)),
		);
		expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
		for (const { data } of answers.filter(({ status }) => status === 422))
			expect(data.errors).toEqual({ slug: "slugTaken" });
	});

	it("gets a new title and description, and keeps its address", async () => {
		const form = { slug: "elsewhere", title: "新名", description: "新介绍" };
		expect(await send(editRoute.action, cast.instructor, form)).toMatchObject({
			location: "/courses/course",
		});
		expect((await courseAs(null)).course).toEqual({
			slug: "course",
			title: "新名",
			description: "新介绍",
		});
		expect(await send(editRoute.action, cast.assistant, form)).toMatchObject({
			status: 403,
		});
	});

	it("shows its lessons with their questions, replies and notes, and its teachers", async () => {
		const lesson = await makeLesson(cast.course);
		await makeReply(cast.course, lesson.threadId, cast.learner);
		const topic = await makeThread(cast.course, cast.other);
		await makeReply(cast.course, topic.id, cast.learner);
		const page = await courseAs(null);
		expect(page.lessons).toMatchObject([
			{
				...{ number: 1, title: "涌现", replyCount: 1, notes: [] },
				questions: [{ title: "台阶是真的吗？", replyCount: 0 }],
			},
		]);
		expect(page.staff.map(({ name, role }) => [name, role])).toEqual([
			[cast.instructor.name, "instructor"],
			[cast.assistant.name, "assistant"],
		]);
		expect(threadsIn(page.recent).map(({ number }) => number)).toEqual([
			topic.number,
			lesson.threadNumber,
		]);
		const { courses } = await load(home.loader, { by: null, path: "/" });
		expect(courses).toMatchObject([{ slug: "course", lessons: 1 }]);
	});
});

describe("the first page", () => {
	const cards = async (by: Person | null) =>
		(await load(home.loader, { by, path: "/" })).courses;

	it("leads staff to the questions that wait in each of their courses", async () => {
		const other = await createCourse(
			{ slug: "elsewhere", title: "别处", description: "" },
			{ by: cast.instructor },
		);
		for (const course of [cast.course, cast.course, other])
			await makeThread(course, cast.learner, { kind: "question" });
		await makeThread(cast.course, cast.learner, { kind: "topic" });
		expect(await cards(cast.assistant)).toMatchObject([
			{ slug: "elsewhere", desk: null },
			{ slug: "course", desk: { name: zh.courseBar.desk, count: "2" } },
		]);
		for (const by of [null, cast.learner])
			expect((await cards(by)).map(({ desk }) => desk)).toEqual([null, null]);
	});

	it("says no number where nothing waits", async () => {
		expect(await cards(cast.instructor)).toMatchObject([
			{ desk: { name: zh.courseBar.desk } },
		]);
		expect((await cards(cast.instructor))[0]?.desk).not.toHaveProperty("count");
	});

	it("asks about waiting questions for nobody but staff", async () => {
		const sent = vi.spyOn(pg.Client.prototype, "query");
		const asked = async (by: Person | null) => {
			sent.mockClear();
			await cards(by);
			return JSON.stringify(sent.mock.calls).includes("AS waiting");
		};
		expect(await asked(cast.assistant)).toBe(true);
		expect(await asked(cast.learner)).toBe(false);
		expect(await asked(null)).toBe(false);
		sent.mockRestore();
	});
});

describe("roles", () => {
	const name = (by: Person, handle: string, role: string) =>
		send(members.action, by, { handle, role });

	it("are named by instructors, and can change", async () => {
		for (const role of ["assistant", "assistant", "learner"])
			expect(
				await name(cast.instructor, cast.other.handle, role),
			).toMatchObject({
				status: 303,
				location: `/courses/course/members?named=${cast.other.handle}`,
			});
		expect(
			await name(cast.assistant, cast.other.handle, "assistant"),
		).toMatchObject({ status: 403 });
	});

	it("are also named by a handle in another spelling", async () => {
		const { handle } = cast.other;
		expect(
			await name(cast.instructor, ` @${handle.toUpperCase()} `, "assistant"),
		).toMatchObject({ status: 303 });
	});

	it("apply from the next request", async () => {
		await name(cast.instructor, cast.other.handle, "instructor");
		expect(await courseAs(cast.other)).toMatchObject({ canEdit: true });
		await name(cast.other, cast.instructor.handle, "learner");
		expect(await courseAs(cast.instructor)).toMatchObject({ canEdit: false });
	});

	it("never leave a course without an instructor", async () => {
		expect(
			await name(cast.instructor, cast.instructor.handle, "learner"),
		).toMatchObject({ status: 409, data: { refusal: "lastInstructor" } });
		expect(await courseAs(cast.instructor)).toMatchObject({ canEdit: true });
	});

	it("never leave a course without an instructor, even if two name each other learners", async () => {
		const { course, instructor, other } = cast;
		await nameRole(other.handle, {
			by: null,
			course: course,
			role: "instructor",
		});
		const outcomes = await Promise.allSettled(
			[instructor, other].map(({ handle }) =>
				nameRole(handle, { by: null, course: course, role: "learner" }),
			),
		);
		expect(outcomes.map(({ status }) => status).toSorted()).toEqual([
			"fulfilled",
			"rejected",
		]);
	});
});
