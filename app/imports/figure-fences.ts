import type { SourceLine } from "#app/imports/source-lines.ts";

const OPEN =
	/^ {0,3}(`{3,9}|:{3,9})\s?\{(?:figure|image)\}\s{1,9}(\S{1,500})\s*$/u;
/** A caption is short. */
const LINES = 50;
const OPTION = /^\s{0,9}:(\w{1,20}):\s{0,9}(.*)$/u;

/** Pictures as Jupyter Book and MyST have them: the caption becomes text. */
export function withoutFigureFences(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): SourceLine[] {
	if (!lines.some(({ text }) => OPEN.test(text))) return lines;
	let fence = "";
	return lines.map((line, i) => {
		const { text } = line;
		const blank = { ...line, text: "" };
		if (fence === "") {
			const before = lines[i - 1];
			if (before && isCode(before)) return line;
			const [, mark = "", address] = OPEN.exec(text) ?? [];
			if (!address) return line;
			const below = lines.slice(i + 1, i + LINES);
			const close = below.findIndex(({ text }) => text.trim() === mark);
			if (close < 0) return line;
			fence = mark;
			const alt = below.slice(0, close).flatMap((one) => {
				const [, name, value] = OPTION.exec(one.text) ?? [];
				return name === "alt" && value ? value : [];
			});
			return { ...line, text: `![${alt[0] ?? ""}](${address})` };
		}
		if (text.trim() === fence) fence = "";
		else if (!OPTION.test(text)) return line;
		return blank;
	});
}
