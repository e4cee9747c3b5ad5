import { endsInDate, isVague } from "#app/imports/calendar-date.ts";
import { factsAlone, peelName } from "#app/imports/comment-facts.ts";
import { fieldsOf } from "#app/imports/comment-fields.ts";
import { looksLikeName } from "#app/imports/comment-head.ts";
import { type ItemLine, textLines } from "#app/imports/comment-html.ts";
import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";
import { startsAnswer } from "#app/imports/staff-answers.ts";

const SHORT = 20;
const ANSWER_END = /[:：]/u;
const QUOTE = /^\s*>\s?/u;
const OTHER = /^\s*(?:#{1,6}\s|[-*+]\s)/u;

function isDated(line: ItemLine): boolean {
	const alone = factsAlone(line.text);
	if (alone) return alone.date !== undefined && !isVague(alone.date);
	const { rest, facts } = peelName(line.text.replace(QUOTE, ""));
	const isTold = facts.date !== undefined || endsInDate(line.text);
	if (!isTold || OTHER.test(line.text)) return false;
	return line.starts || (rest.length <= SHORT && looksLikeName(rest));
}

/** Of a timeline: dates and single lines by turns, where comments have names and words. */
function isEvent(lines: ItemLine[], at: number): boolean {
	const isDate = (i: number) => lines[i] !== undefined && isDated(lines[i]);
	const isAlone = factsAlone(lines[at]?.text ?? "") !== null;
	return isAlone && (isDate(at - 2) || isDate(at + 2));
}

/** The first line of what looks like comments in the text of a lesson, where no heading says so. */
export function signOfComments(lines: SourceLine[]): SourceLine | null {
	const shown = textLines(lines).filter((line) => !isBlank(line));
	const told = shown.find(
		(line, i) =>
			(startsAnswer(line) && ANSWER_END.test(line.text)) ||
			(fieldsOf(line) && /^[\s:|-]+$/u.test(shown[i + 1]?.text ?? "")),
	);
	const dated = shown.filter(
		(line, i) =>
			isDated(line) &&
			(line.starts || !isDated(shown[i - 1] ?? line)) &&
			!isEvent(shown, i),
	);
	const [first, second] = dated;
	return told ?? (second && first ? first : null);
}
