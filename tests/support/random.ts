/** Repeatable random numbers (mulberry32): the same seed gives the same numbers. */
export function makeChance(seed: number) {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		/** A whole number from 0 to `n` - 1. */
		below: (n: number) => Math.floor(next() * n),
		/** One of the items. */
		one<Item>(items: readonly Item[]): Item {
			const item = items[Math.floor(next() * items.length)];
			if (item === undefined) throw new Error("Nothing to choose from");
			return item;
		},
	};
}
