import type { SourceLine } from "#app/imports/source-lines.ts";

export type Block = { markdown: string; next: number };

// So that an unclosed mark does not swallow the rest of the lesson.
const FORMULA_LINES = 40;
const TEX = [
	{ opens: /^\\\[(?!.*\\\])/u, closes: /\\\]$/u },
	{
		opens: /^\\begin\{(?:equation|align|gather|alignat)\*?\}(?!.*\\end\{)/u,
		closes: /\\end\{(?:equation|align|gather|alignat)\*?\}$/u,
	},
];

export function textAt(lines: SourceLine[], index: number): string {
	return lines[index]?.text.trim() ?? "";
}

export function opensFormula(text: string): boolean {
	return text.startsWith("$$") && !text.includes("$$", 2);
}

export function readFormula(lines: SourceLine[], start: number): Block | null {
	const opening = textAt(lines, start);
	if (/^\$\$[^$]+\$\$$/u.test(opening))
		return { markdown: opening, next: start + 1 };
	if (!opensFormula(opening)) return null;
	const rows = [opening.slice(2)];
	for (let end = start + 1; end <= start + FORMULA_LINES; end++) {
		const text = textAt(lines, end);
		const mark = text.indexOf("$$");
		if (mark >= 0 && mark < text.length - 2) return null;
		rows.push(mark < 0 ? text : text.slice(0, mark));
		if (mark < 0) continue;
		const formula = rows.filter((row) => row.trim() !== "");
		return { markdown: ["$$", ...formula, "$$"].join("\n"), next: end + 1 };
	}
	return null;
}

/** `\\[ … \\]` and `\\begin{equation} … \\end{equation}`. */
export function readTex(lines: SourceLine[], start: number): Block | null {
	const tex = TEX.find(({ opens }) => opens.test(textAt(lines, start)));
	if (!tex) return null;
	const inside = lines.slice(start + 1, start + 1 + FORMULA_LINES);
	const length = inside.findIndex(({ text }) => tex.closes.test(text.trim()));
	if (length < 0) return null;
	const rows = lines
		.slice(start, start + length + 2)
		.map(({ text }) => text.trim())
		.filter((row) => row !== "");
	return { markdown: rows.join("\n"), next: start + length + 2 };
}
