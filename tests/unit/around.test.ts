import { describe, expect, test } from "vitest";
import { lessonsAround } from "#app/lessons/around.ts";

const course = (count: number) =>
	Array.from({ length: count }, (_, i) => ({
		number: i + 1,
		title: `${i + 1}`,
	}));

const around = (count: number, present: number) =>
	lessonsAround(course(count), present).map(({ number }) => number);

describe("the lessons beside a lesson", () => {
	test("are all of a short course", () => {
		expect(around(3, 2)).toEqual([1, 2, 3]);
		expect(around(9, 9)).toHaveLength(9);
	});

	test("are the nearest nine of a long one", () => {
		expect(around(40, 1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(around(40, 20)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24]);
		expect(around(40, 39)).toEqual([32, 33, 34, 35, 36, 37, 38, 39, 40]);
	});

	test("say where they stand in the course", () => {
		const places = lessonsAround(course(40), 39).map(({ place }) => place);
		expect(places.slice(0, 2)).toEqual([32, 33]);
	});

	test("are none if it stands alone or in no list", () => {
		expect(around(1, 1)).toEqual([]);
		expect(around(5, 7)).toEqual([]);
	});
});
