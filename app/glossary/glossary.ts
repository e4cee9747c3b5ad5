import { wordFinder } from "#app/glossary/word-finder.ts";
import { escapeHtml } from "#app/markdown/plain-text.ts";

/** The preferred rendering comes first. */
export type Term = {
	id: number;
	source: string;
	renderings: string[];
	meaning: string;
	replyId: number | null;
};

export type Glossary = {
	terms: Term[];
	find: ReturnType<typeof wordFinder<Term>>;
};

const withSingleBlanks = (word: string) => word.replace(/\s+/g, " ");

/** Ignores case and the width of blanks. */
export const wordKey = (word: string) => withSingleBlanks(word.toLowerCase());

export const wordsOf = ({
	source,
	renderings,
}: Pick<Term, "source" | "renderings">) => [
	...new Set([source, ...renderings].map(wordKey)),
];

export const glossaryOf = (terms: Term[]): Glossary => ({
	terms,
	find: wordFinder(
		terms.flatMap((term) =>
			[term.source, ...term.renderings].map((word): [string, Term] => [
				escapeHtml(withSingleBlanks(word)),
				term,
			]),
		),
	),
});

/** For searches: one word of a term stands for the others. */
export function synonymsIn(glossary: Glossary, text: string): string[] {
	const found = [...glossary.find(escapeHtml(text))];
	const terms = new Set(found.map(({ value }) => value));
	return [...new Set([...terms].flatMap(wordsOf))];
}
