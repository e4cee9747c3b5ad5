import { Converter } from "opencc-js/t2cn";

// Words for PostgreSQL's tsvector, whose own parser takes a run of Han characters for one word. Han (kana, hangul) runs
// become overlapping pairs, at each character's place so that phrases can be asked for; the last character stands alone,
// so that a prefix finds every single one. Letters and digits are words of their own, so `GPT-3.5` and `GPT 3.5` are alike.

const RUNS =
	/(?=[\p{L}\p{N}])(?:([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|\p{L}[\p{L}\p{M}]*[+#]*|\p{N}+)/gu;
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

/** Of a Han run. */
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

/** As the text of a tsvector. */
export function wordsOf(text: string): string {
	const places = new Map<string, number[]>();
	let place = 0;
	const add = (word: string) => {
		place = Math.min(place + 1, PLACE_MAX);
		const known = places.get(word) ?? [];
		if (known.length < PLACES_MAX) known.push(place);
		places.set(word, known);
	};
	for (const run of runsOf(text)) {
		if (!run.isHan) add(run.text);
		else
			for (const word of [...pairsOf(run.text), [...run.text].at(-1) ?? ""])
				add(word);
	}
	return [...places]
		.map(([word, at]) => `${quoted(word)}:${[...new Set(at)].join()}`)
		.join(" ");
}
