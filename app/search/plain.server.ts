import { textPieces } from "#app/markdown/plain-text.ts";
import { renderShort } from "#app/markdown/short.server.ts";

const FORMULA = "\u0000";

/** Without formulas: their source is no text. */
export const searchedText = (html: string): string =>
	[...textPieces(html, FORMULA)]
		.map((piece) => (piece.startsWith(FORMULA) ? " " : piece))
		.join("");

/** Of a title or a short form, as typed. */
export const searchedTitle = async (title: string): Promise<string> =>
	searchedText(await renderShort(title));
