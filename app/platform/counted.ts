/** Beyond this, pages do not count exactly. */
export const COUNTED_MAX = 999;
/** Nor what is new beyond this. */
export const NEWS_MAX = 99;

export const counted = (n: number, most = COUNTED_MAX) =>
	n > most ? `${most}+` : String(n);
