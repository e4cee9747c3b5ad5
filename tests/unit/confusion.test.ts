import { describe, expect, it } from "vitest";
import { confusionOf, levelOf, PEOPLE_MIN } from "#app/lessons/confusion.ts";

const people = (from: number, count: number) =>
	Array.from({ length: count }, (_, i) => from + i);

const block = (
	id: number,
	kind: "heading" | "paragraph",
	asked: number[] = [],
	importedMeToo = 0,
) => ({
	id,
	kind,
	people: asked,
	importedMeToo,
	open: { questions: asked.length ? 1 : 0, meToo: asked.length },
});

describe("the confusion map", () => {
	it("sums each section from its heading to the next, and leaves out what is above the first", () => {
		const { sections } = confusionOf([
			block(1, "paragraph", people(1, 9)),
			block(2, "heading"),
			block(3, "paragraph", people(1, 3)),
			block(4, "paragraph", people(4, 3)),
			block(5, "heading"),
			block(6, "paragraph", people(1, 7)),
		]);
		expect(sections).toEqual({
			2: { questions: 2, meToo: 6, first: 3 },
			5: { questions: 1, meToo: 7, first: 6 },
		});
	});

	it.each([
		[PEOPLE_MIN - 1, false],
		[PEOPLE_MIN, true],
	])("with %i people shows a number: %s", (count, isShown) => {
		const { sections, blocks } = confusionOf([
			block(1, "heading"),
			block(2, "paragraph", people(1, count)),
		]);
		expect(1 in sections).toBe(isShown);
		expect(2 in blocks).toBe(isShown);
	});

	it("counts a person once, however much they ask", () => {
		const { sections } = confusionOf([
			block(1, "heading"),
			block(2, "paragraph", people(1, 4)),
			block(3, "paragraph", people(1, 4)),
		]);
		expect(sections).toEqual({});
	});

	it("counts imported votes as the people of the question with most", () => {
		const map = (imported: number) =>
			confusionOf([
				block(1, "heading"),
				block(2, "paragraph", people(1, 1), imported),
				block(3, "paragraph", people(2, 1), imported),
			]).sections;
		expect(map(2)).toEqual({});
		expect(Object.keys(map(3))).toEqual(["1"]);
	});

	it("grades a place relative to the one with most open questions", () => {
		const open = (questions: number) => ({ questions, meToo: 0 });
		const all = [1, 5, 10].map(open);
		expect(all.map((one) => levelOf(one, all))).toEqual([1, 2, 4]);
	});
});
