import { expect, it } from "vitest";
import { Line } from "#app/platform/line.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

/** A line whose work ends on command, and the order in which work began. */
function makeLine(places: number) {
	const line = new Line({ atOnce: 2, places, retryAfter: 3 });
	const begun: string[] = [];
	const ends: (() => void)[] = [];
	const bring = (from: string | null, count = 1) =>
		Array.from({ length: count }, () =>
			line
				.run(from, () => {
					begun.push(String(from));
					return new Promise<void>((resolve) => ends.push(resolve));
				})
				.then(
					() => "done",
					(error) => error,
				),
		);
	const end = async (count: number) => {
		for (let i = 0; i < count; i++) {
			ends.shift()?.();
			await new Promise(setImmediate);
		}
	};
	return { begun, bring, end };
}

it("a line runs two things at once and then the next", async () => {
	const { begun, bring, end } = makeLine(10);
	const all = bring("a", 5);
	await end(0);
	expect(begun).toHaveLength(2);
	await end(3);
	expect(begun).toHaveLength(5);
	await end(2);
	expect(await Promise.all(all)).toEqual(Array(5).fill("done"));
});

it("a line gives people turns, however much each brought", async () => {
	const { begun, bring, end } = makeLine(20);
	bring("a", 8);
	bring("b", 3);
	bring("c", 1);
	await end(12);
	expect(begun.join("")).toBe("aaabcababaaa");
});

it("a full line refuses more, and drops the last place of whoever has most for a newcomer", async () => {
	const { begun, bring, end } = makeLine(4);
	const a = bring("a", 8);
	const refused = await Promise.all(a.slice(6));
	for (const error of refused) {
		expect(error).toBeInstanceOf(Unavailable);
		expect(error).toMatchObject({ reason: "busy", retryAfter: 3 });
	}
	const b = bring("b", 3);
	// Both have two by now: nobody has more.
	expect(await b[2]).toBeInstanceOf(Unavailable);
	expect(await a[5]).toBeInstanceOf(Unavailable);
	expect(await a[4]).toBeInstanceOf(Unavailable);
	await end(6);
	expect(begun.toSorted()).toEqual(["a", "a", "a", "a", "b", "b"]);
	expect(await Promise.all([...a.slice(0, 4), ...b.slice(0, 2)])).toEqual(
		Array(6).fill("done"),
	);
});

it("a line refuses nothing that nobody waits for", async () => {
	const { begun, bring, end } = makeLine(2);
	bring(null, 20);
	const [one] = bring("a");
	await end(21);
	expect(begun).toHaveLength(21);
	expect(await one).toBe("done");
});

it("a line goes on after failed work", async () => {
	const line = new Line({ atOnce: 1, places: 2, retryAfter: 3 });
	const fails = line.run("a", () => Promise.reject(new Error("no")));
	const next = line.run("a", async () => "next");
	await expect(fails).rejects.toThrow("no");
	expect(await next).toBe("next");
});
