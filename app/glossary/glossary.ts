import { escapeHtml } from "#app/markdown/plain-text.ts";

/** A term as lessons and questions need it; the preferred rendering comes first. */
export type Term = {
	id: number;
	source: string;
	renderings: string[];
	meaning: string;
	/** The reply that decided it. */
	replyId: number | null;
};

/** The terms of a course, and how their words are found in HTML. */
export type Glossary = {
	terms: Term[];
	/** Matches the longest word at a place, and entities, lest a word be found inside one. Null: there is no term. */
	pattern: RegExp | null;
	/** The term of a match; undefined for an entity. */
	termOf: (match: string) => Term | undefined;
};

/** How a word is known: without regard to case and to the width of its blanks. */
export const wordKey = (word: string) =>
	word.toLowerCase().replace(/\s+/g, " ");

/** Every word that means a term. */
export const wordsOf = ({
	source,
	renderings,
}: Pick<Term, "source" | "renderings">) => [
	...new Set([source, ...renderings].map(wordKey)),
];

// A Latin word or a number ends where its letters do; a Han character may stand right beside it.
const LETTER = "[\\p{Script=Latin}\\p{M}\\p{N}]";
const STARTS = new RegExp(`^${LETTER}`, "u");
const ENDS = new RegExp(`${LETTER}$`, "u");
const ENTITY = "&#?\\w+;";

function patternOf(word: string): string {
	const text = escapeHtml(word)
		.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
		.replaceAll(" ", "\\s+");
	const before = STARTS.test(word) ? `(?<!${LETTER})` : "";
	const after = ENDS.test(word) ? `(?!${LETTER})` : "";
	return before + text + after;
}

/** Makes a glossary of terms. */
export function glossaryOf(terms: Term[]): Glossary {
	const byWord = new Map<string, Term>();
	for (const term of terms)
		for (const word of wordsOf(term)) byWord.set(escapeHtml(word), term);
	const words = terms
		.flatMap(wordsOf)
		.toSorted((a, b) => b.length - a.length)
		.map(patternOf);
	return {
		terms,
		pattern: terms.length
			? new RegExp([...words, ENTITY].join("|"), "giu")
			: null,
		termOf: (match) => byWord.get(wordKey(match)),
	};
}

/** The other words of the terms that a text speaks of: who asks about one may have meant them. */
export function synonymsIn(glossary: Glossary, text: string): string[] {
	if (!glossary.pattern) return [];
	const matches = escapeHtml(text).matchAll(glossary.pattern);
	const terms = [...matches].flatMap(([word]) => glossary.termOf(word) ?? []);
	return [...new Set(terms.flatMap(wordsOf))];
}
