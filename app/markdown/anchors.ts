import type { Token } from "markdown-it";

// Headings get ids, and links like [小结](#小结) lead to them.

/** So that no heading takes an id of the page's own. */
const PREFIX = "h-";
const GIVEN = /\s{0,9}\{#([\p{L}\p{N}_-]{1,100})\}\s{0,9}$/u;
const CONTENTS = /^(?:\[toc\]|\[\[_?toc_?\]\]|@\[toc\].{0,100})$/i;
const OUTSIDE = /^(?:[/#?]|[a-z][a-z0-9+.-]*:)/i;

type Heading = { id: string; text: string };

const slugOf = (text: string) =>
	text
		.trim()
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
		.replaceAll(" ", "-");

/** Other tools treat signs and blanks in other ways. */
const lettersOf = (text: string) =>
	text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "");

function decode(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}

/** Finds the id of the heading that `#fragment` means, by its id, its text or its letters. */
export function anchorFinder(
	headings: readonly Heading[],
): (fragment: string) => string | undefined {
	const found = new Map<string, string>();
	const add = (key: string, id: string) => {
		if (key !== "" && !found.has(key)) found.set(key, id);
	};
	for (const { id } of headings) add(id, id);
	for (const { id } of headings) add(id.slice(PREFIX.length), id);
	for (const { id, text } of headings) add(slugOf(text), id);
	for (const { id, text } of headings) add(lettersOf(text), id);
	return (fragment) => {
		const text = decode(fragment);
		return (
			found.get(text) ?? found.get(slugOf(text)) ?? found.get(lettersOf(text))
		);
	};
}

/** For lessons. A link beside the file, of which this site has nothing, is its text. */
export function withAnchors(all: Token[]): Token[] {
	const tokens = withoutContents(all);
	const find = anchorFinder(nameHeadings(tokens));
	for (const token of tokens)
		if (token.children?.some(({ type }) => type === "link_open"))
			token.children = linked(token.children, find);
	return tokens;
}

const withoutContents = (tokens: Token[]): Token[] =>
	tokens.filter((_, at) =>
		[at - 1, at, at + 1].every((i) => !isContents(tokens, i)),
	);

const isContents = (tokens: Token[], at: number) =>
	tokens[at]?.type === "inline" &&
	tokens[at - 1]?.type === "paragraph_open" &&
	CONTENTS.test(tokens[at].content);

function nameHeadings(tokens: Token[]): Heading[] {
	const headings: Heading[] = [];
	const taken = new Map<string, number>();
	for (const [at, token] of tokens.entries()) {
		const inline = tokens[at + 1];
		if (token.type !== "heading_open" || !inline?.children) continue;
		const given = takeGiven(inline.children);
		const text = inline.children.map(({ content }) => content).join("");
		const id = unused(given ?? slugOf(text), taken);
		if (!id) continue;
		token.attrSet("id", PREFIX + id);
		headings.push({ id: PREFIX + id, text });
	}
	return headings;
}

/** Of `## 小结 {#summary}`. */
function takeGiven(children: Token[]): string | undefined {
	const last = children.at(-1);
	const given = last?.type === "text" && GIVEN.exec(last.content);
	if (!given || !last) return undefined;
	last.content = last.content.slice(0, given.index);
	return given[1];
}

/** The second 小结 is 小结-1. */
function unused(slug: string, taken: Map<string, number>): string {
	let id = slug;
	while (taken.has(id)) {
		const times = (taken.get(slug) ?? 0) + 1;
		taken.set(slug, times);
		id = `${slug}-${times}`;
	}
	taken.set(id, 0);
	return id;
}

function linked(
	children: Token[],
	find: (fragment: string) => string | undefined,
): Token[] {
	let isText = false;
	return children.filter((token) => {
		if (token.type === "link_close") return !isText;
		if (token.type !== "link_open") return true;
		const href = String(token.attrGet("href") ?? "");
		isText = !OUTSIDE.test(href);
		const id = href.startsWith("#") && find(href.slice(1));
		if (id) token.attrSet("href", `#${encodeURIComponent(id)}`);
		return !isText;
	});
}
