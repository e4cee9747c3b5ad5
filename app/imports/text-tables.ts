import { cellsOf } from "#app/imports/comment-fields.ts";
import { type Block, textAt } from "#app/imports/formula-lines.ts";
import { literalInline } from "#app/imports/literal-markdown.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

const DIVIDER = /^[\s|:-]{3,500}$/u;
const CELL = /^:?-+:?$/u;

/** A table as Markdown writes it: its head tells the number of its columns. */
export function readTextTable(
	lines: SourceLine[],
	start: number,
): Block | null {
	const [head, divider] = [lines[start], lines[start + 1]];
	if (!head?.text.includes("|") || !divider?.text.includes("|")) return null;
	const columns = cellsOf(head).length;
	const cells = DIVIDER.test(divider.text) ? cellsOf(divider) : [];
	if (cells.length !== columns || !cells.every((cell) => CELL.test(cell)))
		return null;
	const rows = [rowOf(head), `| ${cells.join(" | ")} |`];
	let next = start + 2;
	for (; textAt(lines, next).includes("|"); next++) {
		const line = lines[next];
		if (!line || cellsOf(line).length > columns) break;
		rows.push(rowOf(line));
	}
	return { markdown: rows.join("\n"), next };
}

const rowOf = (line: SourceLine): string =>
	`| ${cellsOf(line)
		.map((cell) => literalInline(cell).replaceAll("|", "\\|"))
		.join(" | ")} |`;
