import { BLOCKS, decoded, PIECES } from "#app/markdown/plain-text.ts";

const SENTENCES = new Intl.Segmenter("zh", { granularity: "sentence" });

/** What a short formula looks like can be read in a line; of a longer one nothing can. */
const FORMULA_MAX = 12;

/** Formulas as they look, never as TeX; a line end at block borders. */
function* spokenPieces(html: string): Generator<string> {
	let formula: string | null = null;
	let isSource = false;
	for (const [piece, slash, name = ""] of html.matchAll(PIECES)) {
		if (name === "math" && !slash) formula = "";
		else if (name === "math" && formula !== null) {
			yield formula.length > FORMULA_MAX ? "…" : formula;
			formula = null;
		} else if (name === "annotation") isSource = !slash;
		else if (BLOCKS.test(name)) yield "\n";
		else if (!name && !isSource) {
			if (formula === null) yield decoded(piece);
			else formula += decoded(piece).trim();
		}
	}
}

/** The sentences a text begins with, as many as fit; a first one that is too long is cut with "…". */
export function openingSentences(html: string, maxCharacters: number): string {
	let text = "";
	for (const piece of spokenPieces(html)) {
		text += piece;
		if (text.length > 4 * maxCharacters) break;
	}
	let said = "";
	for (const line of text.split("\n"))
		for (const { segment } of SENTENCES.segment(line)) {
			const sentence = segment.replace(/\s+/g, " ").trim();
			if (!sentence) continue;
			const isJoined = /[\p{Script=Han}，。：；？！、」』”）]$/u.test(said);
			const longer =
				said && !isJoined ? `${said} ${sentence}` : said + sentence;
			if ([...longer].length > maxCharacters)
				return said || cut(longer, maxCharacters);
			said = longer;
		}
	return said;
}

const cut = (text: string, length: number) =>
	`${[...text]
		.slice(0, length - 1)
		.join("")
		.trimEnd()}…`;
