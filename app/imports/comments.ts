import {
	dateAlone,
	isVague,
	toCalendarDate,
} from "#app/imports/calendar-date.ts";
import { readBlocks } from "#app/imports/comment-blocks.ts";
import { type Draft, named } from "#app/imports/comment-draft.ts";
import {
	looksLikeName,
	readCountsAlone,
	readHead,
	resemblesHead,
} from "#app/imports/comment-head.ts";
import {
	type ItemLine,
	isMarkupAlone,
	withoutMarkup,
} from "#app/imports/comment-html.ts";
import { decodeEntities } from "#app/imports/entities.ts";
import type {
	ParsedAnswer,
	ParsedComment,
} from "#app/imports/parsed-lesson.ts";
import {
	type Problem,
	type ProblemReason,
	problemAt,
} from "#app/imports/problems.ts";
import {
	isBlank,
	longerThan,
	type SourceLine,
} from "#app/imports/source-lines.ts";
import { splitAnswers, startsAnswer } from "#app/imports/staff-answers.ts";

const NICKNAME_LIMIT = 100;
const TEXT_LIMIT = 30_000;

type Dated = { written: string; line: SourceLine } | null;
type Report = (line: SourceLine, reason: ProblemReason) => unknown;

function draftsOf(lines: ItemLine[]): Draft[] {
	const drafts: Draft[] = [];
	for (const line of lines) {
		const head = readHead(line);
		if (head) drafts.push({ ...head, line, text: [] });
		else if (line.starts && readCountsAlone(line)) drafts.push(named(line, ""));
		else if (line.starts && looksLikeName(line.text.trim()))
			drafts.push(named(line));
		else drafts.at(-1)?.text.push(line);
	}
	return drafts;
}

function datedText(lines: SourceLine[]): { text: SourceLine[]; date: Dated } {
	const end = lines.findLastIndex((line) => !isBlank(line));
	const line = lines[end];
	const written = line && dateAlone(line.text);
	return line && written
		? { text: lines.slice(0, end), date: { written, line } }
		: { text: lines, date: null };
}

function datedFirst(lines: SourceLine[]): { text: SourceLine[]; date: Dated } {
	const start = lines.findIndex((line) => !isBlank(line));
	const line = lines[start];
	const written = line && dateAlone(line.text);
	return line && written
		? { text: lines.slice(start + 1), date: { written, line } }
		: { text: lines, date: null };
}

/** Dates at the heads are those of the comments above, unless the first has one and the last has none below. */
function withOwnDates(drafts: Draft[]): Draft[] {
	const last = drafts.at(-1);
	const isBelow = !last || datedText(last.text).date !== null;
	if (isBelow || drafts.some(({ before }) => !before)) return drafts;
	return drafts.map((draft) => ({
		...draft,
		before: undefined,
		own: draft.own ?? draft.before,
	}));
}

/** What stands below the date of the last comment, and is nobody's answer. */
function cutRest(drafts: Draft[]): SourceLine[] {
	const last = drafts.at(-1);
	if (!last || last.own) return [];
	const { text } = last;
	const endsDated = datedText(text).date !== null;
	const filled = text.flatMap((line, i) => (isBlank(line) ? [] : i));
	const end = filled.find((at, i) => {
		const next = filled[i + 1];
		if (i === 0 || !next || !dateAlone(text[at]?.text ?? "")) return false;
		const rest = text[next];
		const isEnd = !endsDated || next > at + 1;
		return rest !== undefined && isEnd && !startsAnswer(rest);
	});
	if (end === undefined) return [];
	last.text = text.slice(0, end + 1);
	return text.slice(end + 1).filter((line) => !isMarkupAlone(line));
}

const INDENT = /^[ \t]{0,100}/u;

function asWritten(lines: SourceLine[]): string {
	const filled = lines.filter((line) => !isBlank(line));
	const indent = Math.min(
		100,
		...filled
			.slice(0, 500)
			.map(({ text }) => INDENT.exec(text)?.[0].length ?? 0),
	);
	return lines
		.map((line) => line.text.slice(indent).trimEnd())
		.join("\n")
		.trim();
}

function flawOf(nickname: string, text: string): ProblemReason | null {
	if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(nickname)) return "nicknameMissing";
	if (longerThan(nickname, NICKNAME_LIMIT)) return "nicknameTooLong";
	if (text === "") return "commentEmpty";
	return longerThan(text, TEXT_LIMIT) ? "commentTooLong" : null;
}

function dayOf(date: Dated, report: Report): string | null {
	const day = date && toCalendarDate(date.written);
	if (date && !day)
		report(date.line, isVague(date.written) ? "dateVague" : "dateImpossible");
	return day;
}

function readAnswers(
	answers: ReturnType<typeof splitAnswers>["answers"],
	report: Report,
): ParsedAnswer[] {
	return answers.flatMap(({ name, line, date, ...answer }) => {
		const end = datedText(answer.text);
		const given = date ? { written: date, line } : end.date;
		const text = asWritten(date ? answer.text : end.text);
		const flaw = flawOf(name, text);
		if (flaw) report(line, flaw);
		const { number } = line;
		return flaw
			? []
			: [{ name, text, date: dayOf(given, report), line: number }];
	});
}

function wordsOf(draft: Draft, following: Draft | undefined) {
	const { own, answers } = splitAnswers(draft.text);
	const below: Dated = following?.before
		? { written: following.before, line: following.line }
		: null;
	if (draft.own)
		return { own, answers, date: { written: draft.own, line: draft.line } };
	const end = datedText(own);
	const last = answers.at(-1);
	if (last && end.date) {
		if (below) last.date ??= below.written;
		return { own: end.text, answers, date: end.date };
	}
	if (below) return { own, answers, date: below };
	if (last) {
		const { text, date } = datedText(last.text);
		last.text = text;
		return { own, answers, date };
	}
	const found = end.date ? end : datedFirst(own);
	return { own: found.text, answers, date: found.date };
}

/** Leaves out a comment that cannot come in, and drops a missing or impossible date; both are named as problems. */
export function parseComments(
	lines: SourceLine[],
	isCertain: boolean,
): { comments: ParsedComment[]; problems: Problem[] } {
	const read = withoutMarkup(lines).map((line) => ({
		...line,
		text: decodeEntities(line.text),
	}));
	const headed = draftsOf(read);
	const rest = cutRest(headed);
	const counted = withOwnDates(headed);
	const drafts = counted.length > 0 ? counted : readBlocks(read, isCertain);
	const comments: ParsedComment[] = [];
	const problems: Problem[] = [];
	const report: Report = (line, reason) =>
		problems.push(problemAt(line.number, line.text, reason));

	const first = drafts[0];
	if (first?.before) report(first.line, "dateStray");
	for (const [index, draft] of drafts.entries()) {
		const { nickname, line, votes, replies } = draft;
		for (const one of draft.text.filter(resemblesHead))
			report(one, "commentUnclear");
		if (draft.isUnclear) report(line, "countUnclear");
		const words = wordsOf(draft, drafts[index + 1]);
		const text = asWritten(words.own);
		const flaw = draft.doubt ? "commentDoubtful" : flawOf(nickname, text);
		const date = dayOf(words.date, report);
		if (!words.date) report(line, "dateMissing");
		if (flaw) {
			report(draft.doubt ?? line, flaw);
			for (const answer of words.answers) report(answer.line, "answerAlone");
			continue;
		}
		const answers = readAnswers(words.answers, report);
		comments.push({
			...{ nickname, votes, text, date, answers },
			repliesInSource: Math.max(0, replies - answers.length),
			line: line.number,
			order: index + 1,
		});
	}
	for (const [i, line] of rest.entries())
		if (i === 0 || resemblesHead(line)) report(line, "commentsRest");
	return { comments, problems };
}
