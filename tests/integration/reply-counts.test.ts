import { beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import {
	makeReply,
	makeThread,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import { makeChance } from "#tests/support/random.ts";
import { drifted } from "#tests/support/recount.ts";

const cast = useCast();
let thread: Thread;

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.learner);
});

describe("a thread's counters", () => {
	/** Posts, answers, removes or restores at random. */
	async function act(chance: ReturnType<typeof makeChance>, ids: number[]) {
		const { course } = cast;
		const by = chance.one([cast.learner, cast.other, cast.assistant]);
		const id = ids.length ? chance.one(ids) : null;
		const kind = chance.below(10);
		if (id === null || kind < 5) {
			const parentId = kind < 3 ? id : null;
			try {
				const posted = await makeReply(course, thread.id, by, { parentId });
				ids.push(posted.id);
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
			}
		} else if (kind < 8) {
			const own = { id, threadId: thread.id, authorId: by.id };
			await removeReply(own, { by, course });
		} else await restoreReply({ id }, { by: cast.instructor, course });
	}

	it.each([1, 2, 3])(
		"equal a recount after 200 acts in a row (seed %i)",
		async (seed) => {
			const chance = makeChance(seed);
			const ids: number[] = [];
			for (let i = 1; i <= 200; i++) {
				await act(chance, ids);
				if (i % 20 > 0) continue;
				expect(await drifted(), `after ${i} acts`).toEqual([]);
			}
		},
	);

	it("equal a recount after acts that came ten at a time", async () => {
		const chance = makeChance(4);
		const ids: number[] = [];
		for (let round = 1; round <= 20; round++) {
			await Promise.all(Array.from({ length: 10 }, () => act(chance, ids)));
			expect(await drifted(), `after round ${round}`).toEqual([]);
		}
	});
});
