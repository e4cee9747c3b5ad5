/** As far as a page counts what it would have to read for that. */
export const COUNTED_MAX = 999;

/** A count that may have stopped there. */
export const counted = (n: number) =>
	n > COUNTED_MAX ? `${COUNTED_MAX}+` : String(n);
