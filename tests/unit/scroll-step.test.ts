import { expect, it } from "vitest";
import { inStep } from "#app/lessons/scroll-step.ts";

const field = [0, 0, 100, 300, 400];
const page = [0, 40, 140, 940, 1000];

it.each([
	[0, 40],
	[50, 90],
	[100, 140],
	[200, 540],
	[350, 970],
	[400, 1000],
	[999, 1000],
])("a field scrolled to %i stands beside a page scrolled to %i", (at, to) => {
	expect(inStep(at, field, page)).toBe(to);
});
