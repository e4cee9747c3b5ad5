// How alike two texts are: of the shingles (runs of neighbouring words, a Han character being a word) that either has,
// the share that both have. Case, spaces and punctuation do not count. Long texts are compared by a sample: their
// smallest hashes, so that the same shingles are in the sample of both.

const WORDS =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{N})+/gu;

const SAMPLE = 512;

/** Ascending hashes; `end`: larger ones were left out. */
export type Shingles = { hashes: readonly number[]; end: number };

function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++)
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** Runs of `length` words; of a shorter text, its words. */
export function shinglesOf(text: string, length: number): Shingles {
	const words = text.normalize("NFKC").toLowerCase().match(WORDS) ?? [];
	const run = Math.max(1, Math.min(length, words.length));
	const all = new Set<number>();
	for (let i = run; i <= words.length; i++)
		all.add(hashOf(words.slice(i - run, i).join(" ")));
	const sorted = Uint32Array.from(all).sort();
	return {
		hashes: Array.from(sorted.subarray(0, SAMPLE)),
		end: sorted.length > SAMPLE ? (sorted[SAMPLE - 1] ?? 0) : 0xffffffff,
	};
}

export function likeness(one: Shingles, other: Shingles): number {
	const end = Math.min(one.end, other.end);
	let [i, j, both, either] = [0, 0, 0, 0];
	for (; ; either++) {
		const a = one.hashes[i] ?? Number.POSITIVE_INFINITY;
		const b = other.hashes[j] ?? Number.POSITIVE_INFINITY;
		const next = Math.min(a, b);
		if (next > end) break;
		if (a === b) both++;
		if (a === next) i++;
		if (b === next) j++;
	}
	return either === 0 ? 0 : both / either;
}

/** Of all pairs that score above 0 the best ones, each member once; among equals those that stand first. */
export function bestPairs<Old, New>(
	old: readonly Old[],
	next: readonly New[],
	score: (old: Old, next: New) => number,
): Map<New, { old: Old; score: number }> {
	const paired = new Map<New, { old: Old; score: number }>();
	const pairs = next.flatMap((to) =>
		old.flatMap((from) => {
			const points = score(from, to);
			return points > 0 ? { from, to, points } : [];
		}),
	);
	const taken = new Set<Old>();
	for (const { from, to, points } of pairs.toSorted(
		(a, b) => b.points - a.points,
	)) {
		if (taken.has(from) || paired.has(to)) continue;
		taken.add(from);
		paired.set(to, { old: from, score: points });
	}
	return paired;
}
