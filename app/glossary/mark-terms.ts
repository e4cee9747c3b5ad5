import { LRUCache } from "lru-cache";
import type { Glossary, Term } from "#app/glossary/glossary.ts";
import { escapeHtml } from "#app/markdown/plain-text.ts";

const PIECES = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|[^<]+/g;
const OPAQUE = /^(?:a|code|math|pre)$/;

/** What `found` returns replaces the word at a term's first appearance. */
function firstAppearances(
	{ find, terms }: Glossary,
	found: (term: Term, word: string) => string,
): (html: string) => string {
	const left = new Set(terms);
	const inText = (text: string) => {
		let marked = "";
		let from = 0;
		for (const { value: term, start, end } of find(text)) {
			if (!left.delete(term)) continue;
			marked += text.slice(from, start) + found(term, text.slice(start, end));
			from = end;
		}
		return marked + text.slice(from);
	};
	return (html) => {
		let depth = 0;
		return html.replace(PIECES, (piece, slash, name) => {
			if (name && OPAQUE.test(name)) depth += slash ? -1 : 1;
			return name || depth > 0 || left.size === 0 ? piece : inText(piece);
		});
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

type Marked = { by: WeakRef<Glossary>; blocks: string[] };

// Lessons are read far more often than they or the glossary change.
const kept = new LRUCache<string, Marked>({
	maxSize: 4_000_000,
	sizeCalculation: ({ blocks }, key) => key.length + blocks.join("").length,
});

/** Each term once, at the first appearance of any of its words, as a link to the glossary. */
export function markTerms(
	glossary: Glossary,
	glossaryPath: string,
	blocks: string[],
): string[] {
	if (glossary.terms.length === 0) return blocks;
	const key = [glossaryPath, ...blocks].join("\n");
	const had = kept.get(key);
	if (had?.by.deref() === glossary) return had.blocks;
	const mark = firstAppearances(glossary, (term, word) =>
		link(glossaryPath, term, word),
	);
	const marked = blocks.map(mark);
	kept.set(key, { by: new WeakRef(glossary), blocks: marked });
	return marked;
}

/** Feed it the blocks of a lesson in order. */
export function termCollector(glossary: Glossary) {
	const ids = new Set<number>();
	const read = firstAppearances(glossary, ({ id }, word) => {
		ids.add(id);
		return word;
	});
	return { ids, read };
}
