import { isVague, toCalendarDate } from "#app/imports/calendar-date.ts";
import { readBlocks } from "#app/imports/comment-blocks.ts";
import {
	cutRest,
	type Dated,
	datedFirst,
	datedText,
	withOwnDates,
} from "#app/imports/comment-dates.ts";
import {
	type Draft,
	named,
	nameOf,
	takeFacts,
} from "#app/imports/comment-draft.ts";
import { factsAlone } from "#app/imports/comment-facts.ts";
import {
	type Head,
	looksLikeName,
	readCountsAlone,
	readHead,
	resemblesHead,
} from "#app/imports/comment-head.ts";
import { type ItemLine, withoutMarkup } from "#app/imports/comment-html.ts";
import { otherIn } from "#app/imports/comment-others.ts";
import { takeRepeated } from "#app/imports/comment-repeated.ts";
import { decodeEntities } from "#app/imports/entities.ts";
import type {
	ParsedAnswer,
	ParsedComment,
} from "#app/imports/parsed-lesson.ts";
import { isPlace } from "#app/imports/places.ts";
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
import { splitAnswers } from "#app/imports/staff-answers.ts";

const NICKNAME_LIMIT = 100;
const TEXT_LIMIT = 30_000;
/** No name, but a head that is not understood. */
const DATED = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/u;

type Report = (line: SourceLine, reason: ProblemReason) => unknown;

/** Its facts go to the comment, and its date stays to be read. */
function addLine(draft: Draft | undefined, line: SourceLine): void {
	const facts = draft && factsAlone(line.text);
	const isCounted = facts && (facts.votes ?? facts.replies) !== undefined;
	if (!facts || (draft.isCounted && (isCounted || !facts.date)))
		return void draft?.text.push(line);
	takeFacts(draft, line, facts);
	draft.text.push({ ...line, text: facts.date ?? "" });
}

const counted = (head: Head, line: SourceLine): Draft => ({
	...head,
	...{ line, text: [], isCounted: true, places: head.place ? [line] : [] },
});

function draftsOf(lines: ItemLine[]): Draft[] {
	const drafts: Draft[] = [];
	let above = "";
	for (const line of lines) {
		const isBelowDate =
			line.text.includes("👍") && Boolean(factsAlone(above)?.date);
		const head = readHead(line, isBelowDate);
		if (head) drafts.push(counted(head, line));
		else if (line.starts && readCountsAlone(line)) drafts.push(named(line, ""));
		else if (line.starts && looksLikeName(nameOf(line.text)))
			drafts.push(named(line));
		else addLine(drafts.at(-1), line);
		if (!isBlank(line)) above = line.text;
	}
	return drafts;
}

const withBullet = (line: ItemLine): SourceLine =>
	line.starts ? { ...line, text: `- ${line.text.trim()}` } : line;

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
	const rest = headed.flatMap((draft, i) =>
		headed[i + 1]?.before ? [] : cutRest(draft, i === headed.length - 1),
	);
	const drafts =
		headed.length > 0
			? withOwnDates(headed)
			: readBlocks(read.map(withBullet), isCertain);
	takeRepeated(drafts);
	const comments: ParsedComment[] = [];
	const problems: Problem[] = [];
	const report: Report = (line, reason) =>
		problems.push(problemAt(line.number, line.text, reason));

	const first = drafts[0];
	if (first?.before) report(first.line, "dateStray");
	for (const [index, draft] of drafts.entries()) {
		const { nickname, line, votes, replies } = draft;
		draft.doubt ??= otherIn(draft);
		for (const one of draft.text.filter(resemblesHead))
			report(one, "commentUnclear");
		if (draft.isUnclear) report(line, "countUnclear");
		const words = wordsOf(draft, drafts[index + 1]);
		const said = asWritten(words.own);
		const text = draft.to && said ? `回复 ${draft.to}：${said}` : said;
		const isDoubtful =
			draft.doubt ||
			DATED.test(nickname) ||
			(!draft.isCounted && /👍|💬/u.test(nickname));
		const flaw = isDoubtful ? "commentDoubtful" : flawOf(nickname, text);
		for (const place of draft.places) report(place, "placeLeft");
		const [above] = words.own.filter((one) => !isBlank(one));
		if (above && isPlace(above.text) && above.text.trim() !== said)
			report(above, "placeUnclear");
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
