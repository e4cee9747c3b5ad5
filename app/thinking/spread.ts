/** How people stand to a question: its positions in order, each with how many hold it. */
export type Spread = { position: string; count: number }[];

/** The spread among these positions; what is no longer offered does not count. Null where there are none. */
export function spreadOf(
	positions: readonly string[],
	stated: Record<string, number> | null,
): Spread | null {
	if (positions.length === 0) return null;
	const counts = new Map(Object.entries(stated ?? {}));
	return positions.map((position) => ({
		position,
		count: counts.get(position) ?? 0,
	}));
}

/** How many have stated a position. */
export const peopleIn = (spread: Spread) =>
	spread.reduce((sum, { count }) => sum + count, 0);
