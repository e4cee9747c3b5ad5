export const PIECES = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|[^<]+/g;
export const BLOCKS =
	/^(p|h[1-6]|li|ul|ol|blockquote|pre|div|table|tr|th|td|br|hr|details|summary)$/;
const ENTITIES: Record<string, string> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
};

export function escapeHtml(text: string): string {
	if (!/[&<>"]/.test(text)) return text;
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

export const decoded = (text: string) =>
	text.replace(/&(\w+);/g, (all, it) => ENTITIES[it] ?? all);

/** Piece by piece, so that the reader can stop early. Formulas as TeX within `mark`s; a line end at block borders. */
export function* textPieces(html: string, mark = ""): Generator<string> {
	let isFormula = false;
	let isSource = false;
	for (const [piece, slash, name = ""] of html.matchAll(PIECES)) {
		if (name === "math") isFormula = !slash;
		else if (name === "annotation") isSource = !slash;
		else if (BLOCKS.test(name)) yield "\n";
		else if (!name && (!isFormula || isSource)) {
			const text = decoded(piece);
			yield isSource ? mark + text + mark : text;
		}
	}
}

export function plainText(html: string): string {
	return [...textPieces(html)]
		.join("")
		.replace(/\n{2,}/g, "\n")
		.trim();
}
