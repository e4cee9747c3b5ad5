import { dateAlone } from "#app/imports/calendar-date.ts";
import {
	addTo,
	type Draft,
	type Filled,
	filledLines,
	named,
	saysItsDate,
} from "#app/imports/comment-draft.ts";
import {
	datedEnd,
	looksLikeName,
	readCountsAlone,
} from "#app/imports/comment-head.ts";
import { markedNames } from "#app/imports/comment-marks.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";
import { startsAnswer } from "#app/imports/staff-answers.ts";

const SHORT = 20;
/** Between texts without blank lines a name is at most as long, without any punctuation. */
const BARE_NAME = /^[\p{L}\p{N}_.-]{1,12}$/u;
const COUNT = /^\d{1,6}$/u;
const ANSWER_LINES = 100;
const ANSWER_BELOW =
	/(?:回复|答复|回答|reply|answer|response)[】*]{0,3}\s?[:：]?\*{0,2}$/iu;

function datedName({ line, text }: Filled, next: Filled | undefined) {
	const { rest, date } = datedEnd(text.slice(0, 100));
	const below = next && dateAlone(next.text);
	if (date && looksLikeName(rest)) return { ...named(line, rest), own: date };
	return below && looksLikeName(text) ? { ...named(line), own: below } : null;
}

function datedNames(filled: Filled[]): Draft[] {
	const drafts: Draft[] = [];
	for (const [index, one] of filled.entries()) {
		const next = datedName(one, filled[index + 1]);
		const last = drafts.at(-1);
		if (next) drafts.push(next);
		else if (last && !saysItsDate(last, one.text)) {
			if (beginsWithDate(one.text)) last.doubt ??= one.line;
			addTo(last, one);
		}
	}
	return drafts;
}

/** As others write the head of a comment: `[2024-06-07] NAME`. */
function beginsWithDate(text: string): boolean {
	const [first = "", ...rest] = text.split(/\s/u, 4);
	return dateAlone(first) !== undefined && rest.length < 3;
}

/** Short and alone between blank lines, as names are here: nobody can tell. */
function couldBeName(at: number, filled: Filled[], nameGap: number): boolean {
	const [one, next] = [filled[at], filled[at + 1]];
	if (!one || !next || one.text.length > SHORT) return false;
	if (nameGap === 0 && one.gap === 0 && next.gap === 0)
		return BARE_NAME.test(one.text) && !dateAlone(next.text);
	const isAlone = one.gap >= Math.max(1, nameGap) && next.gap > 0;
	return isAlone && looksLikeName(one.text) && !dateAlone(next.text);
}

/** Between an answer and the next date, without blank lines: whether the next name is here; doubtful, where it could be another. */
function nameBelowAnswer(at: number, filled: Filled[]) {
	const rest = filled.slice(at, at + ANSWER_LINES);
	const date = rest.findIndex(({ text }) => dateAlone(text));
	const names = rest
		.slice(0, (date < 0 ? rest.length : date) - 1)
		.flatMap(({ text }, i) =>
			text.length <= SHORT && looksLikeName(text) ? i : [],
		);
	return { isHere: names[0] === 0, isDoubtful: date < 0 || names.length > 1 };
}

function datesBelow(filled: Filled[]): Draft[] {
	const gaps = filled.flatMap(({ gap, line }, i) =>
		dateAlone(filled[i - 1]?.text ?? "") && !startsAnswer(line) ? gap : [],
	);
	const isTight = gaps.length === 0 && filled[1]?.gap === 0;
	const nameGap = isTight ? 0 : Math.min(...gaps.slice(0, 1000), 3);
	const drafts: Draft[] = [];
	let isAnswered = false;
	for (const [at, one] of filled.entries()) {
		const { line, text, gap } = one;
		const last = drafts.at(-1);
		const date = dateAlone(text);
		const above = filled[at - 1]?.text ?? "";
		const isBelowDate = dateAlone(above) !== undefined || COUNT.test(above);
		if (last && date && !last.own) {
			last.own = date;
			isAnswered = false;
		} else if (last?.own && isBelowDate && COUNT.test(text))
			last.isUnclear = true;
		else if (last && (date || startsAnswer(line) || readCountsAlone(line))) {
			addTo(last, one);
			isAnswered ||= startsAnswer(line);
		} else if (last && !last.own) {
			if (last.text.length > 0 && couldBeName(at, filled, nameGap))
				last.doubt ??= line;
			addTo(last, one);
		} else if (last && isAnsweredBelow(filled[at - 1])) addTo(last, one);
		else if (last && isAnswered && gap === 0 && nameGap === 0) {
			const { isHere, isDoubtful } = nameBelowAnswer(at, filled);
			if (isHere)
				drafts.push({ ...named(line), ...(isDoubtful && { doubt: line }) });
			else addTo(last, one);
			isAnswered = !isHere;
		} else if (last && isAnswered && (gap === 0 || !looksLikeName(text)))
			addTo(last, one);
		else {
			const isDoubtful =
				!looksLikeName(text) ||
				(isAnswered &&
					couldBeName(at + 1, filled, 1) &&
					!isLast(at + 2, filled));
			drafts.push({ ...named(line), ...(isDoubtful && { doubt: line }) });
			isAnswered = false;
		}
	}
	return drafts;
}

const isAnsweredBelow = (above: Filled | undefined) =>
	above !== undefined &&
	startsAnswer(above.line) &&
	ANSWER_BELOW.test(above.text);

const isLast = (at: number, filled: Filled[]) => filled[at] === undefined;

/** Paragraphs of a name and lines below it; or names and texts by turns, where only names are short and unpunctuated. */
function undated(filled: Filled[]): Draft[] {
	const drafts: Draft[] = [];
	const isName = ({ text, line }: Filled) =>
		text.length <= SHORT && looksLikeName(text) && !startsAnswer(line);
	const isFirst = (i: number) => i === 0 || (filled[i]?.gap ?? 0) > 0;
	const isParagraphs = filled.every(
		(one, i) =>
			!isFirst(i) ||
			startsAnswer(one.line) ||
			(isName(one) && filled[i + 1]?.gap === 0),
	);
	for (const [i, one] of filled.entries()) {
		const previous = filled[i - 1];
		const isNext = isName(one) && (!isParagraphs || isFirst(i));
		if (isNext && !isParagraphs && previous && isName(previous)) return [];
		const last = drafts.at(-1);
		if (isNext) drafts.push(named(one.line));
		else if (last) addTo(last, one);
	}
	return drafts.every(({ text }) => text.length > 0) ? drafts : [];
}

/**
 * Comments without counts, as copied from a page: by the marks of their names, or by names and dates. Empty where these
 * do not tell them. `isCertain`: its heading says that these are comments.
 */
export function readBlocks(lines: SourceLine[], isCertain: boolean): Draft[] {
	const marked = markedNames(lines);
	if (marked) return isCertain || marked.some(({ own }) => own) ? marked : [];
	const filled = filledLines(lines);
	const [first, second] = filled;
	if (!first || !looksLikeName(first.text)) return [];
	const drafts = datedName(first, second)
		? datedNames(filled)
		: datesBelow(filled);
	if (drafts.some(({ own }) => own)) return drafts;
	return isCertain ? undated(filled) : [];
}
