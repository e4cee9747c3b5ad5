import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";

const TIGHT = /^(#{2,6})(?=[\p{L}\p{N}])/u;
/** May be a topic, as 「#标签」 is. */
const TIGHT_TITLE = /^#(?=\p{Script=Han})(?!.*#)/u;

/** Puts in the blank that `##标题` lacks; `#标题` gets it where it stands alone, in a text that writes its headings so. */
export function withHeadingBlanks(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): SourceLine[] {
	const isTight = (line: SourceLine) => TIGHT.test(line.text) && !isCode(line);
	if (!lines.some(isTight)) return lines;
	const isAlone = (index: number) =>
		[lines[index - 1], lines[index + 1]].every(
			(line) => !line || isBlank(line),
		);
	return lines.map((line, index) => {
		const { text } = line;
		if (isTight(line)) return { ...line, text: text.replace(TIGHT, "$1 ") };
		return TIGHT_TITLE.test(text) && isAlone(index) && !isCode(line)
			? { ...line, text: `# ${text.slice(1)}` }
			: line;
	});
}
