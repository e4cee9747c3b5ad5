import { dateAlone } from "#app/imports/calendar-date.ts";
import {
	cleanName,
	datedEnd,
	type Head,
	looksLikeName,
	readCountsAlone,
} from "#app/imports/comment-head.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";
import { startsAnswer } from "#app/imports/staff-answers.ts";

export type Draft = Head & {
	line: SourceLine;
	text: SourceLine[];
	doubt?: SourceLine;
};

type Filled = { line: SourceLine; text: string; gap: number };

const BUTTON =
	/^(?:回复|点赞|赞|展开|收起|举报|分享|展开全文|reply|like|share)$/iu;
const SHORT = 20;

/** `gap`: the blank lines before it. */
function filledLines(lines: SourceLine[]): Filled[] {
	const filled: Filled[] = [];
	let gap = 0;
	for (const line of lines) {
		const text = line.text.trim();
		if (text === "") gap++;
		if (text === "" || BUTTON.test(text)) continue;
		filled.push({ line, text, gap });
		gap = 0;
	}
	return filled;
}

export const named = (line: SourceLine, written = line.text): Draft => ({
	...{ before: undefined, own: undefined, isUnclear: false },
	...{ nickname: cleanName(written), votes: 0, replies: 0, line, text: [] },
});

function datedName({ line, text }: Filled, next: Filled | undefined) {
	const { rest, date } = datedEnd(text.slice(0, 100));
	const below = next && dateAlone(next.text);
	if (date && looksLikeName(rest)) return { ...named(line, rest), own: date };
	return below && looksLikeName(text) ? { ...named(line), own: below } : null;
}

function add(draft: Draft, { line, gap }: Filled): void {
	const counts = readCountsAlone(line);
	if (counts) {
		draft.votes = counts.votes;
		draft.replies = counts.replies;
		return;
	}
	if (gap > 0 && draft.text.length > 0)
		draft.text.push({ number: line.number, text: "" }, line);
	else draft.text.push(line);
}

function datedNames(filled: Filled[]): Draft[] {
	const drafts: Draft[] = [];
	for (const [index, one] of filled.entries()) {
		const next = datedName(one, filled[index + 1]);
		const last = drafts.at(-1);
		const isTaken = last?.text.length === 0 && dateAlone(one.text) === last.own;
		if (next) drafts.push(next);
		else if (last && !isTaken) add(last, one);
	}
	return drafts;
}

/** Short and alone between blank lines, as names are here: nobody can tell. */
function couldBeName(at: number, filled: Filled[], nameGap: number): boolean {
	const [one, next] = [filled[at], filled[at + 1]];
	if (!one || !next || one.text.length > SHORT) return false;
	const isAlone = one.gap >= Math.max(1, nameGap) && next.gap > 0;
	return isAlone && looksLikeName(one.text) && !dateAlone(next.text);
}

function datesBelow(filled: Filled[]): Draft[] {
	const gaps = filled.flatMap(({ gap, line }, i) =>
		dateAlone(filled[i - 1]?.text ?? "") && !startsAnswer(line) ? gap : [],
	);
	const nameGap = Math.min(...gaps.slice(0, 1000), 3);
	const drafts: Draft[] = [];
	let isAnswered = false;
	for (const [at, one] of filled.entries()) {
		const { line, text, gap } = one;
		const last = drafts.at(-1);
		const date = dateAlone(text);
		if (last && date && !last.own) last.own = date;
		else if (last && (date || startsAnswer(line) || readCountsAlone(line))) {
			add(last, one);
			isAnswered ||= startsAnswer(line);
		} else if (last && !last.own) {
			if (last.text.length > 0 && couldBeName(at, filled, nameGap))
				last.doubt ??= line;
			add(last, one);
		} else if (last && isAnswered && (gap === 0 || !looksLikeName(text)))
			add(last, one);
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

const isLast = (at: number, filled: Filled[]) => filled[at] === undefined;

/** Comments without counts, as copied from a page: by their names and dates. Empty where these do not tell them. */
export function readBlocks(lines: SourceLine[]): Draft[] {
	const filled = filledLines(lines);
	const [first, second] = filled;
	if (!first || !looksLikeName(first.text)) return [];
	const drafts = datedName(first, second)
		? datedNames(filled)
		: datesBelow(filled);
	return drafts.some(({ own }) => own) ? drafts : [];
}
