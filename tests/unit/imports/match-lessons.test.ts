import { describe, expect, it } from "vitest";
import { matchLessons } from "#app/imports/match-lessons.ts";

const known = (title: string, importedNumber: number | null = null) => ({
	title,
	importedNumber,
});
const source = (title: string, position: number | null = null) => ({
	title,
	position,
});

describe("a source matches", () => {
	it("the lesson with its number, whatever the titles", () => {
		const one = known("复习", 1);
		const two = known("涌现", 2);
		expect(matchLessons([one, two], [source("涌现", 1)])).toEqual([one]);
	});

	it("else the lesson with its title", () => {
		const lesson = known("复习", 3);
		expect(matchLessons([lesson], [source("复习", 5)])).toEqual([lesson]);
		expect(matchLessons([lesson], [source("复习")])).toEqual([lesson]);
		expect(matchLessons([lesson], [source("涌现")])).toEqual([null]);
	});

	it("no lesson that another source matches by number", () => {
		const one = known("复习", 1);
		const sources = [source("复习", 2), source("复习", 1)];
		expect(matchLessons([one], sources)).toEqual([null, one]);
		expect(matchLessons([], sources)).toEqual([null, null]);
	});

	it("nothing certain if two lessons have its title", () => {
		const two = [known("复习", 1), known("复习")];
		expect(matchLessons(two, [source("复习")])).toEqual(["unclear"]);
		expect(matchLessons(two, [source("复习", 1)])).toEqual([two[0]]);
	});

	it("nothing certain if an earlier source has its title and neither has a number", () => {
		const sources = [source("复习"), source("复习")];
		expect(matchLessons([], sources)).toEqual([null, "unclear"]);
	});
});
