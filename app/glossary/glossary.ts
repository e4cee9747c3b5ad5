import { wordFinder } from "#app/glossary/word-finder.ts";
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

/** The terms of a course, and how their words are found in the text of HTML. */
export type Glossary = {
	terms: Term[];
	find: ReturnType<typeof wordFinder<Term>>;
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

/** Makes a glossary of terms. */
export const glossaryOf = (terms: Term[]): Glossary => ({
	terms,
	find: wordFinder(
		terms.flatMap((term) =>
			wordsOf(term).map((word): [string, Term] => [escapeHtml(word), term]),
		),
	),
});

/** The other words of the terms that a text speaks of: who asks about one may have meant them. */
export function synonymsIn(glossary: Glossary, text: string): string[] {
	const found = [...glossary.find(escapeHtml(text))];
	const terms = new Set(found.map(({ value }) => value));
	return [...new Set([...terms].flatMap(wordsOf))];
}
