import { escapeHtml, plainText } from "#app/markdown/plain-text.ts";
import { FORMULA } from "#app/markdown/unbroken.ts";

const MATH = new RegExp(FORMULA, "g");
/** Stands for a formula; private use, so no text has it. */
const MARK = "\uE0F0";

/** A formula that is cut becomes its source. Null: `text` is not the text of `html`. */
export function passageHtml(
	{ html, text }: { html: string; text: string },
	from: number,
	to: number,
): string | null {
	const formulas = html.match(MATH) ?? [];
	const between = plainText(html.replace(MATH, MARK)).split(MARK);
	if (between.length !== formulas.length + 1) return null;
	let at = 0;
	let all = "";
	let shown = "";
	const add = (piece: string, rendered?: string) => {
		const begin = Math.max(from - at, 0);
		const end = Math.min(to - at, piece.length);
		if (begin < end)
			shown +=
				rendered && begin === 0 && end === piece.length
					? rendered
					: escapeHtml(piece.slice(begin, end));
		at += piece.length;
		all += piece;
	};
	for (const [i, words] of between.entries()) {
		add(words);
		const formula = formulas[i];
		if (formula) add(plainText(formula), formula);
	}
	return all === text ? shown : null;
}
