import { Converter } from "opencc-js/t2cn";
import { stemmer } from "stemmer";

// Words for PostgreSQL's tsvector, whose own parser takes a run of Han characters for one word. Han (kana, hangul) runs
// become overlapping pairs, at each character's place so that phrases can be asked for; the last character stands alone,
// so that a prefix finds every single one. Letters and digits are words of their own, so `GPT-3.5` and `GPT 3.5` are alike;
// an English word also has its stem, with a mark, in the same place.

const RUNS =
	/(?=[\p{L}\p{N}])(?:([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|\p{L}(?:[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{M})*[+#]*|\p{N}+)/gu;
const HAN = /\p{Script=Han}/u;
const LETTERS_MAX = 100;

const simplified = Converter({ from: "t", to: "cn" });
const folded = new Map<string, string>();

/** One by one, so that a character is the same in every company. */
function foldedHan(character: string): string {
	const known = folded.get(character);
	if (known !== undefined) return known;
	const result = simplified(character);
	folded.set(character, result);
	return result;
}

/** What counts as the same: full and half width, capitals, traditional characters. */
export const fold = (text: string): string =>
	[...text.normalize("NFKC").toLowerCase()]
		.map((one) => (HAN.test(one) ? foldedHan(one) : one))
		.join("");

export type Run = { text: string; isHan: boolean };

export const runsOf = (text: string): Run[] =>
	[...fold(text).matchAll(RUNS)].map(([run, han]) =>
		han
			? { text: run, isHan: true }
			: { text: [...run].slice(0, LETTERS_MAX).join(""), isHan: false },
	);

export function pairsOf(text: string): string[] {
	const characters = [...text];
	return characters
		.slice(1)
		.map((character, i) => `${characters[i]}${character}`);
}

export const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`;

/** PostgreSQL keeps no higher place and no more places of one word. */
const PLACE_MAX = 16_383;
const PLACES_MAX = 255;

const ENGLISH = /^[a-z]{3,}$/;

/** Of an English word, as no word of a text is written. */
export const stemOf = (word: string): string | null =>
	ENGLISH.test(word) ? `${stemmer(word)}~` : null;

/** As the text of a tsvector. What the title says weighs more; `extra` are words without a place. */
export function wordsOf(
	text: string,
	title = "",
	extra: string[] = [],
): string {
	const places = new Map<string, { at: Set<number>; weight: string }>();
	let place = 0;
	const put = (word: string, weight: string) => {
		const known = places.get(word) ?? { at: new Set(), weight };
		if (known.at.size < PLACES_MAX) known.at.add(place);
		places.set(word, known);
	};
	const add = (word: string, weight: string) => {
		place = Math.min(place + 1, PLACE_MAX);
		put(word, weight);
	};
	const addAll = (text: string, weight: string) => {
		for (const run of runsOf(text)) {
			if (run.isHan)
				for (const word of [...pairsOf(run.text), [...run.text].at(-1) ?? ""])
					add(word, weight);
			else {
				add(run.text, weight);
				const stem = stemOf(run.text);
				if (stem) put(stem, weight);
			}
		}
	};
	addAll(title, "A");
	// No phrase goes over the end of a title.
	if (title) place += 1;
	addAll(text, "");
	return [
		...[...places].map(
			([word, { at, weight }]) =>
				`${quoted(word)}:${[...at].map((one) => one + weight).join()}`,
		),
		...extra.filter((word) => !places.has(word)).map(quoted),
	].join(" ");
}
