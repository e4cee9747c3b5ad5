import type { Cast } from "#tests/support/cast.ts";
import type { makeChance } from "#tests/support/random.ts";
import type { Seen } from "#tests/support/seen.ts";

export type Act = (
	seen: Seen,
	chance: ReturnType<typeof makeChance>,
	course: Cast["course"],
) => Promise<unknown>;
