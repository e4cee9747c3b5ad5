import { pinyin } from "pinyin-pro";
import { runsOf } from "#app/search/tokens.ts";

// How Han words are read, without tones. Titles, headings and terms have a word for the sound and one for the initials of
// each of their parts, so that whatever is typed on a keyboard is found without cutting it into syllables.

const SYLLABLES_MAX = 8;
const HAN = /^\p{Script=Han}+$/u;
/** Longer words are no slip of an input method. */
const WORD_MAX = 12;
const SOUND = /^[a-z]{2,48}$/;

type Part = { text: string; sound: string; initials: string };

function partsOf(han: string): Part[] {
	const characters = [...han];
	const read = pinyin(han, { toneType: "none", type: "array", v: true });
	if (!HAN.test(han) || read.length !== characters.length) return [];
	const parts: Part[] = [];
	for (let from = 0; from < characters.length; from++)
		for (
			let to = from + 2;
			to <= Math.min(characters.length, from + SYLLABLES_MAX);
			to++
		) {
			const syllables = read.slice(from, to);
			parts.push({
				text: characters.slice(from, to).join(""),
				sound: syllables.join(""),
				initials: syllables.map(([initial]) => initial).join(""),
			});
		}
	return parts;
}

const hanParts = (text: string): Part[] =>
	runsOf(text).flatMap(({ text, isHan }) => (isHan ? partsOf(text) : []));

/** No word of a text has this mark. */
const asWord = (sound: string) => `^${sound}`;

export const soundWordsOf = (text: string): string[] => [
	...new Set(
		hanParts(text).flatMap(({ sound, initials }) =>
			[sound, initials].filter((one) => SOUND.test(one)).map(asWord),
		),
	),
];

/** The word that finds a typed sound or typed initials, if it can be one. */
export const typedSound = (typed: string): string | null =>
	SOUND.test(typed) ? asWord(typed) : null;

export const readAs = (text: string, typed: string): string[] => [
	...new Set(
		hanParts(text)
			.filter(({ sound, initials }) => sound === typed || initials === typed)
			.map(({ text }) => text),
	),
];

export const soundsIn = (word: string): string[] => [
	...new Set(
		hanParts(word.slice(0, WORD_MAX))
			.filter(({ sound }) => SOUND.test(sound))
			.map(({ sound }) => asWord(sound)),
	),
];

/** `word` with its parts put as in the text that sounds the same; null where none is written otherwise. */
export function asWrittenIn(texts: string[], word: string): string | null {
	const counts = new Map<string, Map<string, number>>();
	for (const { text, sound } of texts.flatMap(hanParts)) {
		const same = counts.get(sound) ?? new Map<string, number>();
		same.set(text, (same.get(text) ?? 0) + 1);
		counts.set(sound, same);
	}
	let corrected = word;
	for (const part of hanParts(word).toSorted(
		(a, b) => b.text.length - a.text.length,
	)) {
		const same = counts.get(part.sound);
		if (!same || same.has(part.text)) continue;
		const [best] = [...same].toSorted(([, a], [, b]) => b - a);
		if (best) corrected = corrected.replace(part.text, best[0]);
	}
	return corrected === word ? null : corrected;
}
