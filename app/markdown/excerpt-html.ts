import {
	BLOCKS,
	decoded,
	escapeHtml,
	PIECES,
} from "#app/markdown/plain-text.ts";

const BEFORE_NO_BLANK = "，。：；？！、」』”）";

/** One line as HTML: formulas typeset and whole, all else as text, cut with "…". */
export function excerptHtml(html: string, maxCharacters: number): string {
	let said = "";
	let room = maxCharacters;
	let formula: string | null = null;
	let isSource = false;
	for (const [piece, slash, name = ""] of html.matchAll(PIECES)) {
		if (name === "math" && !slash) {
			formula = piece.replace(' display="block"', "");
		} else if (formula !== null) {
			formula += piece;
			if (name === "annotation") isSource = !slash;
			if (!name && !isSource) room -= piece.length;
			if (name !== "math") continue;
			if (room < 0) return `${said.trimEnd()}…`;
			said += formula;
			formula = null;
		} else if (!name || BLOCKS.test(name)) {
			const folded = name ? " " : decoded(piece).replace(/\s+/g, " ");
			const end = said.at(-1) ?? " ";
			const isEnded = end === " " || BEFORE_NO_BLANK.includes(end);
			const characters = [...(isEnded ? folded.trimStart() : folded)];
			if (folded.trim() && characters.length > room) {
				const kept = characters.slice(0, Math.max(0, room - 1)).join("");
				return `${(said + escapeHtml(kept)).trimEnd()}…`;
			}
			said += escapeHtml(characters.join(""));
			room -= characters.length;
		}
	}
	return said.trimEnd();
}
