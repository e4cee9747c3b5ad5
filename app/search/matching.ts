import type { Query, Wanted } from "#app/search/query.ts";
import { pairsOf, quoted, type Run, runsOf } from "#app/search/tokens.ts";

// The words of a query in PostgreSQL's terms.

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
	return phrase && `(${phrase})`;
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
