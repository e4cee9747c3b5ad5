import { dateAlone, endsInDate } from "#app/imports/calendar-date.ts";
import {
	addTo,
	type Draft,
	type Filled,
	filledLines,
	named,
	nameOf,
	takeFacts,
} from "#app/imports/comment-draft.ts";
import { peelName } from "#app/imports/comment-facts.ts";
import { readRecords, readTable } from "#app/imports/comment-fields.ts";
import { looksLikeName } from "#app/imports/comment-head.ts";
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

/** Dates are written alike where a page writes them. */
const shapeOf = (date: string): string =>
	(/^\d+\s?([^\d\s])/u.exec(date)?.[1] ?? "month") + /\d[:：]\d/u.test(date);

type Style = string | "below";

function styleOf(one: Filled, next: Filled | undefined): Style | null {
	const { rest, facts } = peelName(one.text);
	if (facts.date && looksLikeName(nameOf(rest))) return shapeOf(facts.date);
	const isBelow = next?.facts?.date && !next.isBelowButton;
	return isBelow && looksLikeName(nameOf(one.text)) ? "below" : null;
}

function datedNames(filled: Filled[], style: Style): Draft[] {
	const drafts: Draft[] = [];
	const styles = filled.map((one, i) =>
		one.facts ? null : styleOf(one, filled[i + 1]),
	);
	const gaps = filled.flatMap(({ gap }, i) =>
		i > 0 && styles[i] === style ? gap : [],
	);
	const nameGap = gaps.length === 0 ? 0 : Math.min(...gaps.slice(0, 1000), 3);
	for (const [index, one] of filled.entries()) {
		const next = filled[index + 1];
		const found = styles[index];
		const last = drafts.at(-1);
		if (found === style) {
			const draft = named(one.line);
			drafts.push({ ...draft, own: draft.own ?? next?.facts?.date });
		} else if (last && one.facts?.date === last.own && last.text.length === 0)
			takeFacts(last, one.line, one.facts ?? {});
		else if (last) {
			const isName =
				last.text.length > 0 &&
				styles[index + 1] !== style &&
				couldBeName(index, filled, nameGap);
			if (found || isName || beginsWithDate(one.text)) last.doubt ??= one.line;
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
	if (!one || !next || one.isCode || one.text.length > SHORT) return false;
	if (startsAnswer(one.line)) return false;
	if (nameGap === 0 && one.gap === 0 && next.gap === 0)
		return BARE_NAME.test(one.text) && !next.facts?.date;
	const isBelowGap = one.gap >= Math.max(1, nameGap);
	if (isBelowGap && next.gap === 0 && filled[1]?.gap === 0)
		return BARE_NAME.test(one.text) && !next.facts?.date;
	const isAlone = isBelowGap && next.gap > 0;
	return isAlone && looksLikeName(one.text) && !next.facts?.date;
}

/** Between an answer and the next date, without blank lines: whether the next name is here; doubtful, where it could be another. */
function nameBelowAnswer(at: number, filled: Filled[]) {
	const rest = filled.slice(at, at + ANSWER_LINES);
	const date = rest.findIndex(({ facts }) => facts?.date);
	const names = rest
		.slice(0, (date < 0 ? rest.length : date) - 1)
		.flatMap(({ text, facts }, i) =>
			text.length <= SHORT && looksLikeName(text) && !facts ? i : [],
		);
	return { isHere: names[0] === 0, isDoubtful: date < 0 || names.length > 1 };
}

function datesBelow(filled: Filled[]): Draft[] {
	const gaps = filled.flatMap(({ gap, line }, i) =>
		filled[i - 1]?.facts?.date && !startsAnswer(line) ? gap : [],
	);
	const isTight = gaps.length === 0 && filled[1]?.gap === 0;
	const nameGap = isTight ? 0 : Math.min(...gaps.slice(0, 1000), 3);
	const drafts: Draft[] = [];
	let isAnswered = false;
	for (const [at, one] of filled.entries()) {
		const { line, text, gap, facts } = one;
		const last = drafts.at(-1);
		const above = filled[at - 1];
		const isBelowDate = above?.facts?.date || COUNT.test(above?.text ?? "");
		if (last && facts?.date && !last.own) {
			last.own = facts.date;
			takeFacts(last, line, facts);
			isAnswered = false;
		} else if (last?.own && isBelowDate && COUNT.test(text))
			last.isUnclear = true;
		else if (last && (facts || startsAnswer(line))) {
			addTo(last, one);
			isAnswered ||= startsAnswer(line);
		} else if (last && !last.own) {
			if (last.text.length > 0 && couldBeName(at, filled, nameGap))
				last.doubt ??= line;
			addTo(last, one);
		} else if (last && isAnsweredBelow(above)) addTo(last, one);
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
	if (filled.some(({ text }) => endsInDate(text))) return [];
	const isName = ({ text, line, facts }: Filled) =>
		text.length <= SHORT &&
		looksLikeName(text) &&
		!facts &&
		!startsAnswer(line);
	const isFirst = (i: number) => i === 0 || (filled[i]?.gap ?? 0) > 0;
	const isParagraphs = filled.every(
		(one, i) =>
			!isFirst(i) ||
			startsAnswer(one.line) ||
			(isName(one) && filled[i + 1]?.gap === 0),
	);
	const isOne = filled.filter((_, i) => isFirst(i)).length === 1;
	if (isParagraphs && isOne && filled.length > 3) return [];
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

const isNothing = (draft?: Draft) => !draft?.own && draft?.text.length === 0;

/**
 * Comments without counts, as copied from a page: by the marks of their names, or by names and dates. Empty where these
 * do not tell them. `isCertain`: its heading says that these are comments.
 */
export function readBlocks(lines: SourceLine[], isCertain: boolean): Draft[] {
	const fielded = readTable(lines) ?? readRecords(lines);
	if (fielded) return fielded;
	const marked = markedNames(lines);
	if (marked) return isCertain || marked.some(({ own }) => own) ? marked : [];
	const filled = filledLines(lines);
	const [first, second] = filled;
	if (!first || first.facts || !looksLikeName(nameOf(first.text))) return [];
	if (COUNT.test(first.text)) return [];
	const style = styleOf(first, second);
	// A date first and last: nobody can tell whose text is missing.
	if (style === "below" && filled.at(-1)?.facts?.date) return [];
	const drafts = style ? datedNames(filled, style) : datesBelow(filled);
	const isShifted = isNothing(drafts.at(-1)) && drafts.some((one) => one.doubt);
	if (isShifted) return [];
	if (drafts.some(({ own }) => own)) return drafts;
	return isCertain ? undated(filled) : [];
}
