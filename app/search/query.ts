import { pairsOf, quoted, type Run, runsOf } from "#app/search/tokens.ts";

// What somebody typed, in PostgreSQL's terms. Nothing typed is an error.

type Wanted = { text: string; isPhrase: boolean };
export type Query = { wanted: Wanted[]; unwanted: Wanted[] };

export const QUERY_MAX = 200;
const WORDS_MAX = 16;

const PARTS =
	/([-－]?)(?:["“”＂「」『』]([^"“”＂「」『』]*)["“”＂「」『』]?|([^\s"“”＂「」『』]+))/g;

/** Words are all wanted; quotes, also Chinese and full-width ones, make a phrase; `-` leaves out. */
export function readQuery(typed: string): Query {
	const query: Query = { wanted: [], unwanted: [] };
	for (const [, minus, phrase, word] of typed
		.slice(0, QUERY_MAX)
		.replace(/\p{Cc}/gu, " ")
		.matchAll(PARTS)) {
		const text = phrase ?? word ?? "";
		if (runsOf(text).length === 0) continue;
		const part = { text, isPhrase: phrase !== undefined };
		(minus ? query.unwanted : query.wanted).push(part);
	}
	return {
		wanted: query.wanted.slice(0, WORDS_MAX),
		unwanted: query.unwanted.slice(0, WORDS_MAX),
	};
}

/** A single Han character is the beginning of a pair. */
const wordsIn = ({ text, isHan }: Run): string[] => {
	if (!isHan) return [quoted(text)];
	const pairs = pairsOf(text);
	return pairs.length > 0 ? pairs.map(quoted) : [`${quoted(text)}:*`];
};

function phraseOf(runs: Run[]): string {
	let phrase = "";
	let place = 0;
	let last = 0;
	for (const run of runs) {
		for (const [i, word] of wordsIn(run).entries()) {
			phrase += phrase ? ` <${place + i - last}> ${word}` : word;
			last = place + i;
		}
		place += run.isHan ? [...run.text].length : 1;
	}
	return `(${phrase})`;
}

/** The parts of an identifier stand together; of a long Han word, all pairs must occur. */
function wordOf(runs: Run[]): string {
	const conditions: string[] = [];
	let letters: Run[] = [];
	const endLetters = () => {
		if (letters.length > 0) conditions.push(phraseOf(letters));
		letters = [];
	};
	for (const run of runs) {
		if (!run.isHan) {
			letters.push(run);
			continue;
		}
		endLetters();
		conditions.push(...wordsIn(run));
	}
	endLetters();
	return `(${conditions.join(" & ")})`;
}

const conditionOf = ({ text, isPhrase }: Wanted) =>
	isPhrase ? phraseOf(runsOf(text)) : wordOf(runsOf(text));

/** A tsquery, with what counts as each wanted word. */
export function matching(
	{ wanted, unwanted }: Query,
	synonymsOf: (text: string) => string[],
): string {
	const all = wanted.map((one) => {
		const synonyms = synonymsOf(one.text)
			.map(runsOf)
			.filter((runs) => runs.length > 0);
		return `(${[conditionOf(one), ...synonyms.map(phraseOf)].join(" | ")})`;
	});
	return [...all, ...unwanted.map((one) => `!${conditionOf(one)}`)].join(" & ");
}

/** A tsquery for all that is wanted, word after word. */
export const exactly = ({ wanted }: Query): string =>
	phraseOf(wanted.flatMap(({ text }) => runsOf(text)));
