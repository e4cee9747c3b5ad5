import { beforeEach, expect, it } from "vitest";
import { Invalid, Refusal } from "#app/platform/forms/refusal.ts";
import { transaction } from "#app/platform/postgres/db.server.ts";
import { ACTS, OFTEN } from "#tests/support/acts.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { countDeadlocks } from "#tests/support/deadlocks.ts";
import { untilWaiting } from "#tests/support/meeting.ts";
import { makeChance } from "#tests/support/random.ts";
import { drifted } from "#tests/support/recount.ts";
import { lookAt } from "#tests/support/seen.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

const AT_ONCE = 8;
const ROUNDS = 40;

const cast = useCast();

/** A course so small that concurrent acts meet. */
beforeEach(async () => {
	const { course, learner, other, assistant } = cast;
	await people(2);
	const lesson = await makeLesson(course);
	const questions = await Promise.all(
		[learner, other, learner].map((by, n) =>
			makeThread(course, by, { kind: "question", isPrivate: n === 2 }),
		),
	);
	const thinking = await makeThinking(course, { positions: STANDARD });
	for (const { id } of [...questions, { id: lesson.threadId }, thinking])
		for (const by of [other, assistant]) {
			const first = await makeReply(course, id, by);
			const under = { parentId: first.id };
			const second = await makeReply(course, id, learner, under);
			await makeReply(course, id, by, { parentId: second.id });
		}
});

/** Resolves when each promise is done or waits for a lock. */
async function untilStopped(work: Promise<unknown>[]) {
	let running = work.length;
	for (const one of work)
		one.finally(() => {
			running -= 1;
		});
	await untilWaiting(() => running);
}

it.each([1, 2])(
	"after any concurrent acts every counter equals its rows, without a deadlock (seed %i)",
	async (seed) => {
		const chance = makeChance(seed);
		const deadlocks = await countDeadlocks();
		const bugs: unknown[] = [];
		const names = [...Object.keys(ACTS), ...OFTEN, ...OFTEN];
		for (let round = 1; round <= ROUNDS; round += 1) {
			const seen = await lookAt(cast.course, chance);
			const act = async (name: string) => {
				try {
					await ACTS[name]?.(seen, chance, cast.course);
				} catch (error) {
					if (error instanceof Refusal || error instanceof Invalid) return;
					bugs.push([name, error]);
				}
			};
			// All get as far as the threads, and go on together.
			const { acts } = await transaction(async (held) => {
				await held`SELECT 1 FROM threads FOR UPDATE`;
				const acts = Array.from({ length: AT_ONCE }, () =>
					act(chance.one(names)),
				);
				await untilStopped(acts);
				return { acts };
			});
			await Promise.all(acts);
			expect(bugs).toEqual([]);
			expect(await drifted(), `after round ${round}`).toEqual([]);
		}
		expect(await countDeadlocks()).toBe(deadlocks);
	},
);
