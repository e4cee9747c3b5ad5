import { dateAlone } from "#app/imports/calendar-date.ts";
import type { Draft } from "#app/imports/comment-draft.ts";
import { looksLikeName } from "#app/imports/comment-head.ts";
import { isMarkupAlone } from "#app/imports/comment-html.ts";
import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";
import { startsAnswer } from "#app/imports/staff-answers.ts";

export type Dated = { written: string; line: SourceLine } | null;

export function datedText(lines: SourceLine[]): {
	text: SourceLine[];
	date: Dated;
} {
	const end = lines.findLastIndex((line) => !isBlank(line));
	const line = lines[end];
	const written = line && dateAlone(line.text);
	return line && written
		? { text: lines.slice(0, end), date: { written, line } }
		: { text: lines, date: null };
}

export function datedFirst(lines: SourceLine[]): {
	text: SourceLine[];
	date: Dated;
} {
	const start = lines.findIndex((line) => !isBlank(line));
	const line = lines[start];
	const written = line && dateAlone(line.text);
	return line && written
		? { text: lines.slice(start + 1), date: { written, line } }
		: { text: lines, date: null };
}

/** Dates at the heads are those of the comments above, unless the first has one and the last has none below. */
export function withOwnDates(drafts: Draft[]): Draft[] {
	const last = drafts.at(-1);
	const isBelow = !last || datedText(last.text).date !== null;
	if (isBelow || drafts.some(({ before }) => !before)) return drafts;
	return drafts.map((draft) => ({
		...draft,
		before: undefined,
		own: draft.own ?? draft.before,
	}));
}

/** What stands below the date of a comment, and is nobody's answer; doubtful where the date may be a part of its words. */
export function cutRest(draft: Draft, isLast: boolean): SourceLine[] {
	if (draft.own) return [];
	const { text } = draft;
	const endsDated = datedText(text).date !== null;
	const filled = text.flatMap((line, i) => (isBlank(line) ? [] : i));
	const dates = filled.flatMap((at, i) => {
		const next = filled[i + 1];
		const rest = text[next ?? -1];
		const isDate = i > 0 && dateAlone(text[at]?.text ?? "") !== undefined;
		return isDate && next && rest && !startsAnswer(rest)
			? { at, rest, isEnd: !endsDated || next > at + 1 }
			: [];
	});
	const end = dates.find(({ isEnd }) => isEnd)?.at;
	if (end === undefined || !isLast) {
		const [date] = dates;
		if (date && (!isLast || looksLikeName(date.rest.text.trim())))
			draft.doubt ??= date.rest;
		return [];
	}
	draft.text = text.slice(0, end + 1);
	return text.slice(end + 1).filter((line) => !isMarkupAlone(line));
}
