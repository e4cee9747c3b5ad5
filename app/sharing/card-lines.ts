import LineBreaker from "linebreak";

type Piece = { text: string; width: number };

/** Where lines may end by Unicode's rules (UAX #14): no line begins with a comma, none ends with an opening bracket. */
function piecesOf(text: string, widthOf: (text: string) => number): Piece[] {
	const breaker = new LineBreaker(text);
	const pieces: Piece[] = [];
	let from = 0;
	for (let end = breaker.nextBreak(); end; end = breaker.nextBreak()) {
		const piece = text.slice(from, end.position);
		pieces.push({ text: piece, width: widthOf(piece) });
		from = end.position;
	}
	return pieces;
}

function filled(pieces: Piece[], most: number): string[] {
	const lines: string[] = [];
	let line = "";
	let width = 0;
	for (const piece of pieces) {
		if (line && width + piece.width > most) {
			lines.push(line);
			[line, width] = ["", 0];
		}
		line += piece.text;
		width += piece.width;
	}
	return [...lines, line].map((one) => one.trim()).filter(Boolean);
}

function inPieces(
	text: string,
	widthOf: (text: string) => number,
	most: number,
): Piece[] {
	return piecesOf(text, widthOf).flatMap((piece) =>
		piece.width <= most
			? [piece]
			: Array.from(piece.text, (character) => ({
					text: character,
					width: widthOf(character),
				})),
	);
}

const SHORTER = 0.97;

/** About equally long lines; null: it needs more than `lines`. */
export function wrapped(
	text: string,
	widthOf: (text: string) => number,
	{ width, lines }: { width: number; lines: number },
): string[] | null {
	const pieces = inPieces(text, widthOf, width);
	let best = filled(pieces, width);
	if (best.length > lines) return null;
	const count = best.length;
	if (count < 2) return best;
	const widest = Math.max(...pieces.map((piece) => piece.width));
	for (let most = width * SHORTER; most >= widest; most *= SHORTER) {
		const next = filled(pieces, most);
		if (next.length > count) break;
		best = next;
	}
	return best;
}

const LOOSE = /[\s\p{P}]/u;

function withEllipsis(text: string): string {
	const characters = [...text];
	while (LOOSE.test(characters.at(-1) ?? "")) characters.pop();
	return `${characters.join("")}…`;
}

/** The lines that have room; the last ends with "…" where text is left out. */
export function cut(
	text: string,
	widthOf: (text: string) => number,
	{ width, lines }: { width: number; lines: number },
): string[] {
	const pieces = inPieces(text, widthOf, width);
	const all = filled(pieces, width);
	if (all.length <= lines) return all;
	const shown = all.slice(0, lines);
	const last = inPieces(shown.pop() ?? "", widthOf, width).map(
		(one) => one.text,
	);
	const ended = () => withEllipsis(last.join(""));
	while (last.length > 1 && widthOf(ended()) > width) last.pop();
	return [...shown, ended()];
}
