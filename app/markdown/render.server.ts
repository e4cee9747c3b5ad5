import type { Rendered } from "#app/markdown/compose.ts";
import type { Flavour } from "#app/markdown/parser.ts";
import { escapeHtml, plainText, textPieces } from "#app/markdown/plain-text.ts";
import { renderInWorker } from "#app/markdown/pool.server.ts";

export type { Rendered } from "#app/markdown/compose.ts";

/** Stored beside the HTML; raised whenever the same source gives other HTML. */
export const RENDERER_VERSION = 2;

/** Renders Markdown for the account `by`, within the limits of `limits.ts`; beyond one, says which. */
export function renderMarkdown(
	source: string,
	flavour: Flavour,
	by: number | null = null,
): Promise<Rendered> {
	return renderInWorker({ kind: "text", source, flavour }, by);
}

/** What Markdown says, as text: of an earlier wording only its source is kept. */
export async function textOf(
	source: string,
	flavour: Flavour,
	by: number | null,
): Promise<string> {
	const rendered = await renderMarkdown(source, flavour, by);
	return rendered.ok ? plainText(rendered.html) : source;
}

/** A text taken literally: paragraphs at blank lines, line ends kept, nothing linked. */
export function renderPlain(text: string): string {
	return text
		.replace(/\r\n?/g, "\n")
		.split(/\n[ \t]*\n/)
		.map((paragraph) => escapeHtml(paragraph.trim()))
		.filter((paragraph) => paragraph !== "")
		.map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>\n")}</p>\n`)
		.join("");
}

/**
 * The beginning of rendered HTML as one line of text, formulas as their TeX
 * source. At most `maxCharacters` code points, the "…" of a cut included. Full-width punctuation brings its own space.
 */
export function excerpt(html: string, maxCharacters: number): string {
	let text = "";
	for (const piece of textPieces(html)) {
		const folded = piece.replace(/\s+/g, " ");
		text += text === "" || text.endsWith(" ") ? folded.trimStart() : folded;
		// Enough for every code point to take two units.
		if (text.length > 2 * maxCharacters + 1) break;
	}
	const characters = [
		...text.trimEnd().replace(/(?<=[，。：；？！、」』”）]) /g, ""),
	];
	if (characters.length <= maxCharacters) return characters.join("");
	const kept = characters.slice(0, Math.max(0, maxCharacters - 1));
	return `${kept.join("").trimEnd()}…`;
}
