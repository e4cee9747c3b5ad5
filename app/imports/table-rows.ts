import { cellsOf } from "#app/imports/comment-fields.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

const ROW = /^\s{0,8}\|.{1,2000}\|\s{0,8}$/u;
const DIVIDER = /^[\s>|:-]{3,500}$/u;

/** The first of rows that are no table, as the line below their head is missing or has other columns. */
export function rowsAlone(lines: SourceLine[]): Problem[] {
	const isRow = (at: number, number: number) =>
		lines[at]?.number === number && ROW.test(lines[at].text);
	return lines.flatMap((line, at) => {
		const { number, text } = line;
		const isFirst = isRow(at, number) && !isRow(at - 1, number - 1);
		const below = lines[at + 1];
		if (!isFirst || !below || !isRow(at + 1, number + 1)) return [];
		const isTable =
			DIVIDER.test(below.text) &&
			below.text.includes("-") &&
			cellsOf(below).length === cellsOf(line).length;
		return isTable ? [] : [problemAt(number, text, "markUnread")];
	});
}
