import { fold, pairsOf, runsOf, stemOf } from "#app/search/tokens.ts";

export type Marked = [text: string, isHit: boolean];

const LENGTH = 140;
const BEFORE = 60;
const SENTENCE_ENDS = /[。！？!?；;\n]|\.\s/g;
const CLAUSE_ENDS = /[，,、：:\s]/g;

const LETTERS = /[a-z]{3,}/g;

type Folded = { text: string; origins: number[] };

/** The folded text, and for each of its code units the character that it comes from. */
function foldedWithOrigins(characters: string[]): Folded {
	const origins: number[] = [];
	let text = "";
	for (const [i, character] of characters.entries()) {
		const folded = fold(character);
		text += folded;
		for (let unit = 0; unit < folded.length; unit++) origins.push(i);
	}
	return { text, origins };
}

/** Where a whole word stands, in any inflection; of a Han word that nowhere stands whole, its pairs. */
function hitsOf(folded: Folded, words: string[]): boolean[] {
	const hits: boolean[] = [];
	const markAt = (at: number, length: number) => {
		for (let unit = at; unit < at + length; unit++)
			hits[folded.origins[unit] ?? 0] = true;
	};
	const mark = (part: string): boolean => {
		let at = folded.text.indexOf(part);
		const isFound = at >= 0;
		for (; at >= 0; at = folded.text.indexOf(part, at + part.length))
			markAt(at, part.length);
		return isFound;
	};
	const stems = new Set<string>();
	for (const run of words.flatMap(runsOf)) {
		const stem = stemOf(run.text);
		if (stem) stems.add(stem);
		else if (!mark(run.text) && run.isHan)
			for (const pair of pairsOf(run.text)) mark(pair);
	}
	if (stems.size > 0)
		for (const { 0: word, index } of folded.text.matchAll(LETTERS))
			if (stems.has(stemOf(word) ?? "")) markAt(index, word.length);
	return hits;
}

function pieces(characters: string[], hits: boolean[]): Marked[] {
	const marked: Marked[] = [];
	for (const [i, character] of characters.entries()) {
		const last = marked.at(-1);
		const isHit = hits[i] ?? false;
		if (last && last[1] === isHit) last[0] += character;
		else marked.push([character, isHit]);
	}
	return marked;
}

const lastEnd = (text: string, ends: RegExp) => [...text.matchAll(ends)].at(-1);

/** Where the sentence of a character begins; far away, where its clause does. */
function beginningOf(characters: string[], hit: number): number {
	const from = Math.max(0, hit - BEFORE);
	const before = characters.slice(from, hit).join("");
	const end = lastEnd(before, SENTENCE_ENDS);
	if (!end && from === 0) return 0;
	const cut = end ?? lastEnd(before, CLAUSE_ENDS);
	if (!cut) return from;
	return from + [...before.slice(0, cut.index + cut[0].length)].length;
}

export function markedText(text: string, words: string[]): Marked[] {
	const characters = [...text];
	return pieces(characters, hitsOf(foldedWithOrigins(characters), words));
}

export function excerptOf(text: string, words: string[]): Marked[] {
	const characters = [...text.replace(/\s+/g, " ").trim()];
	const hits = hitsOf(foldedWithOrigins(characters), words);
	const first = hits.indexOf(true);
	const from = first < 0 ? 0 : beginningOf(characters, first);
	const to = from + LENGTH;
	const marked = pieces(characters.slice(from, to), hits.slice(from, to));
	if (from > 0) marked.unshift(["…", false]);
	if (to < characters.length) marked.push(["…", false]);
	return marked;
}
