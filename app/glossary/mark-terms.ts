import { LRUCache } from "lru-cache";
import type { Glossary, Term } from "#app/glossary/glossary.ts";
import { escapeHtml } from "#app/markdown/plain-text.ts";

/** What stays as it is in one piece: links, code and formulas; other tags; text. */
const PIECES = /<(a|code|math|pre)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g;

/** Calls `found` for each term at its first appearance in the blocks of a lesson; what it returns takes the word's place. */
function firstAppearances(
	{ pattern, terms, termOf }: Glossary,
	found: (term: Term, word: string) => string,
): (html: string) => string {
	const left = new Set(terms);
	return (html) => {
		if (!pattern || left.size === 0) return html;
		return html.replace(PIECES, (piece) =>
			piece.startsWith("<")
				? piece
				: piece.replace(pattern, (word) => {
						const term = termOf(word);
						return term && left.delete(term) ? found(term, word) : word;
					}),
		);
	};
}

const link = (glossaryPath: string, term: Term, word: string) => {
	const [preferred = ""] = term.renderings;
	const attributes = Object.entries({
		class: "term",
		href: `${glossaryPath}#term-${term.id}`,
		title: term.meaning,
		"data-term": preferred,
		"data-source": term.source,
		"data-reply": String(term.replyId ?? ""),
	})
		.filter(([, value]) => value)
		.map(([name, value]) => `${name}="${escapeHtml(value)}"`);
	return `<a ${attributes.join(" ")}>${word}</a>`;
};

// A lesson is read far more often than it or its glossary changes.
const kept = new LRUCache<string, { by: Glossary; blocks: string[] }>({
	maxSize: 4_000_000,
	sizeCalculation: ({ blocks }, key) => 2 * key.length + blocks.length,
});

/**
 * The blocks of a lesson with the glossary's terms marked in them: each once, at the first appearance of any of its
 * words, as a link to its place in the glossary.
 */
export function markTerms(
	glossary: Glossary,
	glossaryPath: string,
	blocks: string[],
): string[] {
	if (!glossary.pattern) return blocks;
	const key = [glossaryPath, ...blocks].join("\n");
	const had = kept.get(key);
	if (had?.by === glossary) return had.blocks;
	const mark = firstAppearances(glossary, (term, word) =>
		link(glossaryPath, term, word),
	);
	const marked = blocks.map(mark);
	kept.set(key, { by: glossary, blocks: marked });
	return marked;
}

/** The terms that would be marked in these blocks of a lesson. */
export function termsIn(glossary: Glossary, blocks: string[]): Set<number> {
	const ids = new Set<number>();
	const look = firstAppearances(glossary, ({ id }, word) => {
		ids.add(id);
		return word;
	});
	for (const html of blocks) look(html);
	return ids;
}
