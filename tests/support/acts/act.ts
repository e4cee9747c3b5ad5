import type { Cast } from "#tests/support/cast.ts";
import type { makeChance } from "#tests/support/random.ts";
import type { Seen } from "#tests/support/seen.ts";

type Given = [
	seen: Seen,
	chance: ReturnType<typeof makeChance>,
	course: Cast["course"],
];

export type Act = (...given: Given) => Promise<unknown>;

/** One of the people does it. */
export const someone = (...[{ people }, chance, course]: Given) => ({
	by: chance.one(people),
	course,
});
