import { beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "#app/platform/refusal.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import {
	makeCast,
	makeReply,
	makeThread,
	type Person,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { makeChance } from "#tests/support/random.ts";
import { shapeOf } from "#tests/support/recount.ts";

let cast: Awaited<ReturnType<typeof makeCast>>;
let thread: { id: number; number: number };

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	thread = await makeThread(cast.course, cast.learner);
});

const reply = (by: Person, parentId: number | null = null, body = "看法。") =>
	makeReply(cast.course, thread.id, by, { parentId, body });

const whole = ({ id }: { id: number }, author: Person | null) => ({
	id,
	threadId: thread.id,
	authorId: author?.id ?? null,
});

const remove = (one: { id: number }, author: Person, by: Person = author) =>
	removeReply(whole(one, author), { by, course: cast.course });
const restore = (one: { id: number }) =>
	restoreReply(whole(one, null), { course: cast.course });

describe("what a thread counts", () => {
	/** Someone posts, answers, removes or restores, whatever chance says. */
	async function act(chance: ReturnType<typeof makeChance>, ids: number[]) {
		const by = chance.one([cast.learner, cast.other, cast.assistant]);
		const id = ids.length ? chance.one(ids) : null;
		const kind = chance.below(10);
		if (id === null || kind < 5) {
			const parentId = kind < 3 ? id : null;
			try {
				const posted = await reply(by, parentId);
				ids.push(posted.id);
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
			}
		} else if (kind < 8) await remove({ id }, by);
		else await restore({ id });
	}

	it.each([1, 2, 3])(
		"is what can be recounted, after 200 acts in a row (chance %i)",
		async (seed) => {
			const chance = makeChance(seed);
			const ids: number[] = [];
			for (let i = 1; i <= 200; i++) {
				await act(chance, ids);
				if (i % 20 > 0) continue;
				const { stored, recounted } = await shapeOf(thread.id);
				expect(stored, `after ${i} acts`).toEqual(recounted);
			}
		},
	);

	it("is what can be recounted, after acts that came ten at a time", async () => {
		const chance = makeChance(4);
		const ids: number[] = [];
		for (let round = 1; round <= 20; round++) {
			await Promise.all(Array.from({ length: 10 }, () => act(chance, ids)));
			const { stored, recounted } = await shapeOf(thread.id);
			expect(stored, `after round ${round}`).toEqual(recounted);
		}
	});
});
