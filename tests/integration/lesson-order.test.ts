import { beforeEach, describe, expect, it } from "vitest";
import type { Failure } from "#app/platform/forms/failure.ts";
import * as orderRoute from "#app/routes/lessons/order.tsx";
import { type Person, useCast } from "#tests/support/cast.ts";
import { sendNewLesson } from "#tests/support/lesson-forms.ts";
import { courseAs, lessonAs } from "#tests/support/pages.ts";
import { ask, inCourse } from "#tests/support/requests.ts";

const cast = useCast();

const order = (numbers: string, by: Person = cast.instructor) =>
	ask<Failure>(orderRoute.action, {
		by,
		...inCourse("/lessons/order"),
		form: { order: numbers },
	});

const numbersInOrder = async () =>
	(await courseAs(null)).lessons.map(({ number }) => number);

describe("the order of the lessons", () => {
	beforeEach(async () => {
		for (const title of ["一", "二", "三"])
			await sendNewLesson(cast.instructor, { title });
	});

	it("is the instructor's choice; numbers and addresses stay", async () => {
		expect(await order("3,1,2")).toMatchObject({
			status: 303,
			location: "/courses/course#lessons",
		});
		expect(await numbersInOrder()).toEqual([3, 1, 2]);
		const { lesson } = await lessonAs(null, 1);
		expect(lesson).toMatchObject({
			title: "一",
			before: { number: 3, title: "三" },
			after: { number: 2, title: "二" },
		});
		await sendNewLesson(cast.instructor, { title: "四" });
		expect(await numbersInOrder()).toEqual([3, 1, 2, 4]);
	});

	it("is only for instructors", async () => {
		expect(await order("3,1,2", cast.assistant)).toMatchObject({ status: 403 });
	});

	it("swaps neighbours if the form names only them", async () => {
		for (const [named, all] of [
			["3,2", [1, 3, 2]],
			["3,1", [3, 1, 2]],
			["2", [3, 1, 2]],
		] as const) {
			expect(await order(named)).toMatchObject({ status: 303 });
			expect(await numbersInOrder()).toEqual(all);
		}
	});

	it.each(["1,3", "1,2,2", "1,2,4", "1,2,3,4"])(
		"is refused as %s: not neighbours, or not once each",
		async (numbers) => {
			expect(await order(numbers)).toMatchObject({
				status: 409,
				data: { refusal: "lessonsChanged" },
			});
			expect(await numbersInOrder()).toEqual([1, 2, 3]);
		},
	);

	it("is one of two orders that are sent at once, many times", async () => {
		for (let i = 0; i < 10; i++) {
			await Promise.all([order("3,2,1"), order("2,3,1")]);
			expect([
				[3, 2, 1],
				[2, 3, 1],
			]).toContainEqual(await numbersInOrder());
		}
	});
});
