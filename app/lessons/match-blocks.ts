import { diffArrays } from "diff";

/**
 * For each new block the old one it continues, or null. Equal sources keep their id (longest common subsequence), and
 * so does a single changed block between the same neighbours; splits, merges and doubts get none.
 */
export function matchBlocks<Old extends { source: string }>(
	old: readonly Old[],
	next: readonly { source: string }[],
): (Old | null)[] {
	const runs = diffArrays(
		old.map(({ source }) => source),
		next.map(({ source }) => source),
	);
	const matched: (Old | null)[] = [];
	let at = 0;
	let gone: Old[] = [];
	let come = 0;
	const closeGap = () => {
		const only = gone.length === 1 && come === 1 ? (gone[0] ?? null) : null;
		for (let i = 0; i < come; i++) matched.push(only);
		gone = [];
		come = 0;
	};
	for (const run of runs) {
		if (run.added) come += run.count;
		else if (run.removed) {
			gone.push(...old.slice(at, at + run.count));
			at += run.count;
		} else {
			closeGap();
			matched.push(...old.slice(at, at + run.count));
			at += run.count;
		}
	}
	closeGap();
	return matched;
}
