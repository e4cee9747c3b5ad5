/** Beyond this, pages do not count exactly. */
export const COUNTED_MAX = 999;

export const counted = (n: number) =>
	n > COUNTED_MAX ? `${COUNTED_MAX}+` : String(n);
