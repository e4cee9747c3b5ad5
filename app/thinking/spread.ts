/** Positions in order, with how many hold each. */
export type Spread = { position: string; count: number }[];

/** `stated` counts by position. Null where there are none. */
export function spreadOf(
	positions: readonly string[],
	stated: readonly number[],
): Spread | null {
	if (positions.length === 0) return null;
	return positions.map((position, i) => ({ position, count: stated[i] ?? 0 }));
}

export const peopleIn = (spread: Spread) =>
	spread.reduce((sum, { count }) => sum + count, 0);
