/** How people stand to a question: its positions in order, each with how many hold it. */
export type Spread = { position: string; count: number }[];

/** The spread among these positions, of which each is held by so many as `stated` has in its place. Null where there are none. */
export function spreadOf(
	positions: readonly string[],
	stated: readonly number[],
): Spread | null {
	if (positions.length === 0) return null;
	return positions.map((position, i) => ({ position, count: stated[i] ?? 0 }));
}

/** How many have stated a position. */
export const peopleIn = (spread: Spread) =>
	spread.reduce((sum, { count }) => sum + count, 0);
