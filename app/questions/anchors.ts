/** In UTF-16 units, as in the browser. */
export type Passage = { start: number; quote: string };

const QUOTE_MAX = 500;
const AROUND = 32;

/** Never splits a surrogate pair. */
const cut = (text: string, length: number) =>
	text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");

/** The nearest same words, else the block's beginning: what is kept is always an exact quote. */
export function passageIn(text: string, asked: Passage | null): Passage {
	const wholeBlock = { start: 0, quote: cut(text, QUOTE_MAX) };
	const quote = asked && cut(asked.quote, QUOTE_MAX);
	if (!asked || !quote?.trim()) return wholeBlock;
	const [before, after] = [
		text.lastIndexOf(quote, asked.start),
		text.indexOf(quote, asked.start),
	];
	if (before < 0 && after < 0) return wholeBlock;
	const isBefore =
		after < 0 || (before >= 0 && asked.start - before <= after - asked.start);
	return { start: isBefore ? before : after, quote };
}

export const contextOf = (text: string, { start, quote }: Passage) => ({
	before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
	after: cut(text.slice(start + quote.length), AROUND),
});

/** At full length, more stood there as a rule. */
export const isCut = (kept: string) => kept.length >= AROUND - 1;

/** Nearest to where it stood; null: gone. */
export function placeOf(text: string, { start, quote }: Passage) {
	const found = passageIn(text, { start, quote });
	return found.quote === cut(quote, QUOTE_MAX) ? found.start : null;
}

const OPENING = 12;

/** Tells paragraphs apart in a list of their links. */
export const openingOf = (text: string) => {
	const line = text.replace(/\s+/g, " ").trim();
	const opening = cut(line, OPENING);
	return opening === line ? line : `${opening}…`;
};
