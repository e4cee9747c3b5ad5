/** A passage of a block's text: where it begins, and what it says. Characters are UTF-16 units, as in the browser. */
export type Passage = { start: number; quote: string };

/** Characters of a quote, and of what is kept from around it. */
const QUOTE_MAX = 500;
const AROUND = 32;

/** The beginning of a text, never half a character. */
const cut = (text: string, length: number) =>
	text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");

/**
 * The passage that a form brought, if the block's text has it there, else the nearest same words in it, else the
 * block's beginning: what is kept is always an exact quote.
 */
export function passageIn(text: string, asked: Passage | null): Passage {
	const whole = { start: 0, quote: cut(text, QUOTE_MAX) };
	const quote = asked && cut(asked.quote, QUOTE_MAX);
	if (!asked || !quote?.trim()) return whole;
	const [before, after] = [
		text.lastIndexOf(quote, asked.start),
		text.indexOf(quote, asked.start),
	];
	if (before < 0 && after < 0) return whole;
	const isBefore =
		after < 0 || (before >= 0 && asked.start - before <= after - asked.start);
	return { start: isBefore ? before : after, quote };
}

/** A little of what stands before and after a passage. */
export const around = (text: string, { start, quote }: Passage) => ({
	before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
	after: cut(text.slice(start + quote.length), AROUND),
});

/** Whether what was kept from around a quote is as long as it may be: more stood there, as a rule. */
export const isCut = (kept: string) => kept.length >= AROUND - 1;

/** Where the quote now stands in the block's text, nearest to where it stood; null: nowhere. */
export function placeOf(text: string, { start, quote }: Passage) {
	const found = passageIn(text, { start, quote });
	return found.quote === cut(quote, QUOTE_MAX) ? found.start : null;
}
