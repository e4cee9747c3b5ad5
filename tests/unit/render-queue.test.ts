import { beforeAll, describe, expect, it, vi } from "vitest";
import { renderMarkdown } from "#app/markdown/render.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

/** Takes the full second that a text may take, even on a fast machine. */
const SLOW = "![".repeat(500_000);
const LONG = "字".repeat(30_000);
const SHORT = "**好**";

const render = (source: string, by: number | null) =>
	renderMarkdown(source, "reply", by);

/** The names of these texts in the order of their answers. */
async function order(texts: [string, number | null, string][]) {
	const back: string[] = [];
	await Promise.all(
		texts.map(([source, by, name]) =>
			render(source, by).then(() => back.push(name)),
		),
	);
	return back;
}

/** How many of `many` short texts are refused if all are sent at once. */
async function refusedOf(many: number, by: (i: number) => number) {
	const outcomes = await Promise.allSettled(
		Array.from({ length: many }, (_, i) => render(SHORT, by(i))),
	);
	const refused = outcomes.filter(({ status }) => status === "rejected");
	for (const outcome of refused)
		expect(outcome).toMatchObject({ reason: expect.any(Unavailable) });
	return refused.length;
}

// Two texts are in workers and 32 wait, once both workers have started; starting one takes an unknown time.
beforeAll(() =>
	vi.waitFor(async () => expect(await refusedOf(34, (i) => i)).toBe(0), 60_000),
);

describe("the queue of texts to render", { timeout: 20_000 }, () => {
	// This test comes first, while both workers run: a slow text costs one.
	it("holds twenty of one person's texts, and refuses more", async () => {
		expect(await refusedOf(20, () => 1)).toBe(0);
		// One of them is in a worker.
		expect(await refusedOf(24, () => 1)).toBe(3);
	});

	it("has 32 places, holds two for a person, and refuses more people", async () => {
		expect(await refusedOf(34, (i) => i)).toBe(0);
		expect(await refusedOf(40, (i) => i)).toBe(6);
		expect(await refusedOf(20, (i) => i % 2)).toBe(0);
	});

	it("renders one text of a person at a time", async () => {
		expect(
			await order([
				[SLOW, 1, "slow"],
				[SLOW, 1, "slow again"],
				[SHORT, 2, "another's"],
			]),
		).toEqual(["another's", "slow", "slow again"]);
	});

	it("takes short texts before long ones, and last those that nobody waits for", async () => {
		expect(
			await order([
				[SLOW, 1, "slow"],
				[SLOW, 2, "slow too"],
				[SLOW, null, "nobody's"],
				[LONG, 3, "long"],
				[SHORT, 4, "short"],
			]).then((back) => back.filter((name) => !name.startsWith("slow"))),
		).toEqual(["short", "long", "nobody's"]);
	});

	it("gives a text its second of a core, however long a busy machine takes", async () => {
		const used = [0, 900_000, 990_000, 2_000_000];
		const asked = vi
			.spyOn(process, "cpuUsage")
			.mockImplementation(() => ({ user: used.shift() ?? 0, system: 0 }));
		expect(await render(SLOW, 1)).toEqual({ ok: false, limit: "time" });
		expect(asked).toHaveBeenCalledTimes(4);
		asked.mockRestore();
	});
});
