import type { SourceLine } from "#app/imports/source-lines.ts";

const OPEN =
	/^ {0,3}(`{3,9}|:{3,9})\s?\{(?:figure|image)\}\s{1,9}(\S{1,500})\s*$/u;
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
			const close = lines.findIndex(
				(one, at) => at > i && one.text.trim() === mark,
			);
			if (close < 0) return line;
			fence = mark;
			const alt = lines.slice(i, close).flatMap((one) => {
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
