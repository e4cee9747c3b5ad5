import { DATE, toCalendarDate } from "#app/imports/calendar-date.ts";
import type { ParsedComment } from "#app/imports/parsed-lesson.ts";
import {
	type Problem,
	type ProblemReason,
	problemAt,
} from "#app/imports/problems.ts";
import {
	cleanLine,
	isBlank,
	longerThan,
	type SourceLine,
} from "#app/imports/source-lines.ts";

const NICKNAME_LIMIT = 100;
const TEXT_LIMIT = 30_000;

const DATE_ALONE = new RegExp(`^${DATE}$`, "u");
const OPENING = new RegExp(`^(?:(${DATE})\\s*)?[-–—－](?=[^-–—－])`, "u");
const COUNT = "\\s*[(（]\\s*([0-9０-９]{1,7})\\s*[)）]";
const COUNTS = new RegExp(
	`^👍[\\u{1F3FB}-\\u{1F3FF}\\uFE0F]?${COUNT}\\s*💬\\uFE0F?${COUNT}$`,
	"u",
);
const LIKES = /👍[\u{1F3FB}-\u{1F3FF}\uFE0F]?\s{0,4}[(（]/u;
const REPLIES = /💬\uFE0F?\s{0,4}[(（]/u;

type Head = {
	date: string | undefined;
	nickname: string;
	votes: number;
	replies: number;
};

type Draft = Head & { line: SourceLine; order: number; text: SourceLine[] };

function toCount(digits: string | undefined): number {
	return Number((digits ?? "0").normalize("NFKC"));
}

/** `[DATE] - NICKNAME 👍(VOTES) 💬(REPLIES)`: spaces, dots, brackets and 👍 may be part of the nickname. */
function readHead(text: string): Head | null {
	const written = text.trim();
	const likes = written.lastIndexOf("👍");
	const counts = likes < 0 ? null : COUNTS.exec(written.slice(likes));
	const opening = counts && OPENING.exec(written);
	if (!opening) return null;
	return {
		date: opening[1],
		nickname: cleanLine(written.slice(opening[0].length, likes)),
		votes: toCount(counts[1]),
		replies: toCount(counts[2]),
	};
}

export function isCommentHead(line: SourceLine): boolean {
	return readHead(line.text) !== null;
}

/** Probably meant as a head: a count that is no number, or one count alone. */
export function resemblesCommentHead({ text }: SourceLine): boolean {
	return (
		LIKES.test(text) &&
		readHead(text) === null &&
		(REPLIES.test(text) || /\)$|）$/u.test(text.trim())) &&
		OPENING.test(text.trim())
	);
}

function draftsOf(lines: SourceLine[]): Draft[] {
	const drafts: Draft[] = [];
	for (const line of lines) {
		const head = readHead(line.text);
		if (head)
			drafts.push({ ...head, line, order: drafts.length + 1, text: [] });
		else drafts.at(-1)?.text.push(line);
	}
	return drafts;
}

/** The date stands behind the text: on the next comment's first line, or alone on the last line. */
function datedText(draft: Draft, following: Draft | undefined) {
	if (following?.date)
		return {
			text: draft.text,
			date: { written: following.date, line: following.line },
		};
	const end = draft.text.findLastIndex((line) => !isBlank(line));
	const last = draft.text[end];
	const written = last?.text.trim() ?? "";
	return last && DATE_ALONE.test(written)
		? { text: draft.text.slice(0, end), date: { written, line: last } }
		: { text: draft.text, date: null };
}

function asWritten(lines: SourceLine[]): string {
	return lines
		.map((line) => line.text.trimEnd())
		.join("\n")
		.trim();
}

function flawOf(nickname: string, text: string): ProblemReason | null {
	if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(nickname)) return "nicknameMissing";
	if (longerThan(nickname, NICKNAME_LIMIT)) return "nicknameTooLong";
	if (text === "") return "commentEmpty";
	return longerThan(text, TEXT_LIMIT) ? "commentTooLong" : null;
}

/** Leaves out a comment that cannot come in, and drops a missing or impossible date; both are named as problems. */
export function parseComments(lines: SourceLine[]): {
	comments: ParsedComment[];
	problems: Problem[];
} {
	const drafts = draftsOf(lines);
	const comments: ParsedComment[] = [];
	const problems: Problem[] = [];
	const report = (line: SourceLine, reason: ProblemReason) =>
		problems.push(problemAt(line.number, line.text, reason));

	const first = drafts[0];
	if (first?.date) report(first.line, "dateStray");
	for (const [index, draft] of drafts.entries()) {
		const { text: written, date } = datedText(draft, drafts[index + 1]);
		const text = asWritten(written);
		const day = date && toCalendarDate(date.written);
		if (!date) report(draft.line, "dateMissing");
		else if (!day) report(date.line, "dateImpossible");
		const flaw = flawOf(draft.nickname, text);
		if (flaw) report(draft.line, flaw);
		else
			comments.push({
				nickname: draft.nickname,
				votes: draft.votes,
				repliesInSource: draft.replies,
				text,
				date: day,
				line: draft.line.number,
				order: draft.order,
			});
	}
	return { comments, problems };
}
