import type { Rendered } from "#app/markdown/compose.ts";
import type { Flavour } from "#app/markdown/parser.ts";
import { plainText, textPieces } from "#app/markdown/plain-text.ts";
import { renderInWorker } from "#app/markdown/pool.server.ts";

export type { Rendered } from "#app/markdown/compose.ts";
export { renderPlain } from "#app/markdown/plain-html.ts";

/** Stored beside the HTML. Raise it whenever a source gives other HTML. */
export const RENDERER_VERSION = 10;

export function renderMarkdown(
	source: string,
	flavour: Flavour,
	by: number | null = null,
): Promise<Rendered> {
	return renderInWorker({ kind: "text", source, flavour }, by);
}

/** For earlier wordings, of which only the source is kept. */
export async function textOf(
	source: string,
	flavour: Flavour,
	by: number | null,
): Promise<string> {
	const rendered = await renderMarkdown(source, flavour, by);
	return rendered.ok ? plainText(rendered.html) : source;
}

/** One line of at most `maxCharacters` code points with its "…", formulas as TeX. */
export function excerpt(html: string, maxCharacters: number): string {
	const line = lineOf(html, maxCharacters, "");
	return line.isWhole ? line.text : `${line.text.trimEnd()}…`;
}

/** The same as Markdown: formulas keep their marks, and none is cut. */
export function excerptSource(html: string, maxCharacters: number): string {
	const line = lineOf(html, maxCharacters, FORMULA_MARK);
	if (line.isWhole) return line.text;
	const isCut = line.text.split(FORMULA_MARK).length % 2 === 0;
	const end = isCut ? line.text.lastIndexOf(FORMULA_MARK) : undefined;
	return `${line.text.slice(0, end).trimEnd()}…`;
}

const FORMULA_MARK = "$";

function lineOf(html: string, maxCharacters: number, mark: string) {
	let text = "";
	for (const piece of textPieces(html, mark)) {
		const folded = piece.replace(/\s+/g, " ");
		text += text === "" || text.endsWith(" ") ? folded.trimStart() : folded;
		if (text.length > 2 * maxCharacters + 1) break;
	}
	const characters = [
		...text.trimEnd().replace(/(?<=[，。：；？！、」』”）]) /g, ""),
	];
	const isWhole = characters.length <= maxCharacters;
	const kept = isWhole
		? characters
		: characters.slice(0, Math.max(0, maxCharacters - 1));
	return { text: kept.join(""), isWhole };
}
