import type { SourceLine } from "#app/imports/source-lines.ts";

const OPEN = /<details\b[^<>]{0,200}>/iu;
const CLOSE = /<\/details>/iu;

/** Empties what `<details>` folds away, and keeps the lines. */
export function withoutDetails(lines: SourceLine[]): SourceLine[] {
	if (!lines.some(({ text }) => CLOSE.test(text))) return lines;
	let isFolded = false;
	return lines.map((line) => {
		let kept = "";
		for (let rest = line.text; rest !== ""; ) {
			const mark = (isFolded ? CLOSE : OPEN).exec(rest);
			const at = mark?.index ?? rest.length;
			if (!isFolded) kept += rest.slice(0, at);
			rest = mark ? rest.slice(at + mark[0].length) : "";
			if (mark) isFolded = !isFolded;
		}
		return { ...line, text: kept };
	});
}
