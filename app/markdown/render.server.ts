import type { Rendered } from "#app/markdown/compose.ts";
import type { Flavour } from "#app/markdown/parser.ts";
import { plainText, textPieces } from "#app/markdown/plain-text.ts";
import { renderInWorker } from "#app/markdown/pool.server.ts";

export type { Rendered } from "#app/markdown/compose.ts";
export { renderPlain } from "#app/markdown/plain-html.ts";

/** Stored beside the HTML. Raise it whenever a source gives other HTML. */
export const RENDERER_VERSION = 5;

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
	let text = "";
	for (const piece of textPieces(html)) {
		const folded = piece.replace(/\s+/g, " ");
		text += text === "" || text.endsWith(" ") ? folded.trimStart() : folded;
		if (text.length > 2 * maxCharacters + 1) break;
	}
	const characters = [
		...text.trimEnd().replace(/(?<=[，。：；？！、」』”）]) /g, ""),
	];
	if (characters.length <= maxCharacters) return characters.join("");
	const kept = characters.slice(0, Math.max(0, maxCharacters - 1));
	return `${kept.join("").trimEnd()}…`;
}
