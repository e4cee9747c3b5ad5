import type { Query, Wanted } from "#app/search/query.ts";
import { soundsIn, typedSound } from "#app/search/sounds.ts";
import {
	fold,
	pairsOf,
	quoted,
	type Run,
	runsOf,
	stemOf,
} from "#app/search/tokens.ts";

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

/** A word of letters may be inflected, or say how something is read. */
const looselyOf = ({ text }: Run): string => {
	const words = [stemOf(text) ?? text, typedSound(text)];
	return `(${words.flatMap((word) => (word ? quoted(word) : [])).join(" | ")})`;
};

/** The parts of an identifier stand together; of a long Han word, all pairs must occur. */
function wordOf(runs: Run[]): string {
	const conditions: string[] = [];
	let letters: Run[] = [];
	const endLetters = () => {
		const [only, ...more] = letters;
		if (only)
			conditions.push(more.length > 0 ? phraseOf(letters) : looselyOf(only));
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

export type Others = ReadonlyMap<string, string[]>;

/** A tsquery for all that is wanted, with what counts as each word. */
export function matching({ wanted, unwanted }: Query, others: Others): string {
	const all = wanted.map((one) => {
		const those = (others.get(one.text) ?? [])
			.map(runsOf)
			.filter((runs) => runs.length > 0);
		return `(${[conditionOf(one), ...those.map(phraseOf)].join(" | ")})`;
	});
	const positive = inOneSound(wanted, all.join(" & "));
	return [positive, ...unwanted.map((one) => `!${conditionOf(one)}`)]
		.filter(Boolean)
		.join(" & ");
}

/** Syllables with blanks between them are wanted together as well. */
function inOneSound(wanted: Wanted[], words: string): string {
	const sound = typedSound(wanted.map(({ text }) => fold(text)).join(""));
	return wanted.length > 1 && sound ? `(${words} | ${quoted(sound)})` : words;
}

/** A tsquery for all that is wanted, word after word, or as it is written `instead`. */
export function exactly({ wanted }: Query, instead: Others): string {
	const phraseWith = (textOf: (text: string) => string) =>
		phraseOf(wanted.flatMap(({ text }) => runsOf(textOf(text))));
	const typed = phraseWith((text) => text);
	return instead.size > 0
		? `${typed} | ${phraseWith((text) => instead.get(text)?.[0] ?? text)}`
		: typed;
}

export const soundingLike = ({ wanted }: Query): string =>
	wanted
		.flatMap(({ text }) => soundsIn(text))
		.map(quoted)
		.join(" | ");

/** A tsquery for titles, headings and terms with the words typed so far, the last of which may go on. */
export function namesBeginning({ wanted }: Query): string {
	const runs = wanted.flatMap(({ text }) => runsOf(text));
	return runs
		.map((run, i) => {
			if (run.isHan)
				return wordsIn(run)
					.map((word) => (word.endsWith("*") ? `${word}A` : `${word}:A`))
					.join(" & ");
			const begun = i === runs.length - 1 ? "*" : "";
			const said = typedSound(run.text);
			const word = `${quoted(run.text)}:${begun}A`;
			if (!said) return word;
			return `(${word} | ${quoted(said)}${begun && ":*"})`;
		})
		.join(" & ");
}
