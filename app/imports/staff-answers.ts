import { MOMENT } from "#app/imports/calendar-date.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

/** What stands behind a `作者回复：` in a comment's text. */
type DraftAnswer = {
	name: string;
	line: SourceLine;
	date: string | undefined;
	text: SourceLine[];
};

const ZH =
	"(作者|编辑|讲师|老师|助教|导师|主讲|主编|小编|官方)(?:本人)?的?(?:回复|答复|回答)(?:了(?:你|您)?)?";
const STAFF = "author|editor|instructor|teacher|lecturer|staff";
const EN = `(${STAFF})(?:['’]s)? (?:reply|response|answer)|(?:reply|response|answer) (?:from|by) (?:the )?(${STAFF})`;
const MARK = new RegExp(
	`^(?:(?:[-–—*•·>└↳]{1,2}|#{2,6}(?=\\s))\\s{0,3})?(?:\\*\\*|[【[])?(?:${ZH}|${EN})(?:\\s?[(（]?(${MOMENT})[)）]?)?(?:\\*\\*|[】\\]])?\\s?(?:[:：](?:\\*\\*)?|$)`,
	"iu",
);

/** As pages head an answer: `作者 回复 NAME`. */
const TO =
	/^(作者|编辑|讲师|老师|助教|主讲|小编)\s(?:回复|▸|►)\s[^\s。！？!?，,：:]{1,30}[:：]?$/u;

/** A point below a comment: `  - **作者**：…`. */
const NESTED =
	/^\s{2,20}[-*•]\s{1,3}(?:\*\*)?(作者|编辑|讲师|老师|助教)(?:\*\*)?\s?[:：](?:\*\*)?/u;

function readMark({ number, text }: SourceLine) {
	const written = text.trim();
	const [, staff] = TO.exec(written) ?? [];
	if (staff)
		return { name: staff, date: undefined, text: { number, text: "" } };
	const [nested, name] = NESTED.exec(text) ?? [];
	if (nested && name) {
		const rest = text.slice(nested.length).trim();
		return { name, date: undefined, text: { number, text: rest } };
	}
	const mark = MARK.exec(written);
	if (!mark) return null;
	const rest = written.slice(mark[0].length).trim();
	return {
		name: mark[1] ?? mark[2] ?? mark[3] ?? "",
		date: mark[4],
		text: { number, text: rest },
	};
}

export const startsAnswer = (line: SourceLine): boolean =>
	readMark(line) !== null;

export function splitAnswers(lines: SourceLine[]): {
	own: SourceLine[];
	answers: DraftAnswer[];
} {
	const own: SourceLine[] = [];
	const answers: DraftAnswer[] = [];
	for (const line of lines) {
		const mark = readMark(line);
		if (mark) answers.push({ ...mark, line, text: [mark.text] });
		else (answers.at(-1)?.text ?? own).push(line);
	}
	return { own, answers };
}
