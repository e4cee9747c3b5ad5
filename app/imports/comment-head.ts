import { MOMENT, WHEN } from "#app/imports/calendar-date.ts";
import { toCount } from "#app/imports/comment-counts.ts";
import { PLACE, SAID_PLACE } from "#app/imports/places.ts";
import { cleanLine, type SourceLine } from "#app/imports/source-lines.ts";

export type Head = {
	/** A date before the name: mostly that of the comment above. */
	before: string | undefined;
	own: string | undefined;
	nickname: string;
	votes: number;
	replies: number;
	place?: string;
	/** The counts are written so that nobody can tell them. */
	isUnclear: boolean;
};

const NAME_ALONE = 40;
const TAIL_LIMIT = 90;
const NAME_END = 60;

const OPENING = new RegExp(
	`^(?:>\\s?|#{1,6}\\s)?(?:[[(（【]?(${WHEN})[\\])）】]?(?:[\\s·]{1,3}(${SAID_PLACE}|${PLACE}))?(?=[\\s\\-–—－*•·]))?\\s*((?:[-–—－](?=[^-–—－])|[*•·](?=\\s))?)\\s*`,
	"iu",
);
const TAIL =
	/^(👍|💬)[\u{1F3FB}-\u{1F3FF}\uFE0F]{0,2}(.{0,24}?)(👍|💬)[\u{1F3FB}-\u{1F3FF}\uFE0F]{0,2}(.{0,60})$/u;
const ONE = /^👍[\u{1F3FB}-\u{1F3FF}\uFE0F]{0,2}(.{0,16})$/u;
const BRACKETED = /^\s{0,3}[([【].{1,16}[)\]】]\s{0,3}$/u;
const DATED_END = new RegExp(
	`^(.{0,60}?)[\\s·|,，([（【]{1,3}(${MOMENT})[)）\\]】]?\\s?[:：]?$`,
	"iu",
);
const PLACE_END = new RegExp(
	`^(.{0,40}?)[\\s·|]{1,3}(${SAID_PLACE}|${PLACE})$`,
	"u",
);
const SENTENCE_END = /[。！？!?；;，,、…]["'”’」』）)]?$/u;

const isBracketed = (written: string) =>
	BRACKETED.test(written.normalize("NFKC"));

function datedEnd(text: string): {
	rest: string;
	date: string | undefined;
} {
	const [, rest, date] = DATED_END.exec(text) ?? [];
	return date ? { rest: rest ?? "", date } : { rest: text, date: undefined };
}

type Counts = Pick<
	Head,
	"votes" | "replies" | "isUnclear" | "own" | "place"
> & {
	at: number;
	isWhole: boolean;
};

function readCounts(text: string): Counts | null {
	const [thumb, bubble] = [text.lastIndexOf("👍"), text.lastIndexOf("💬")];
	if (thumb < 0) return null;
	const at = bubble < 0 ? thumb : Math.min(thumb, bubble);
	const written = text.slice(at, at + TAIL_LIMIT + 1);
	if (written.length > TAIL_LIMIT) return null;
	if (bubble < 0) {
		const [, count] = ONE.exec(written) ?? [];
		const votes = count === "" ? 0 : toCount(count ?? "");
		if (votes === null) return null;
		return {
			votes,
			replies: 0,
			isUnclear: false,
			own: undefined,
			at,
			isWhole: false,
		};
	}
	const [, first, one = "", second, last = ""] = TAIL.exec(written) ?? [];
	if (!first || first === second) return null;
	const [, above = last, place] = PLACE_END.exec(last) ?? [];
	const { rest: other, date: own } = datedEnd(above);
	const isBare = `${one}${other}`.trim() === "";
	const counts = [one, other].map((count) => (isBare ? 0 : toCount(count)));
	const isUnclear = counts.includes(null);
	if (isUnclear && ![one, other].every(isBracketed)) return null;
	const [votes = null, replies = null] =
		first === "👍" ? counts : counts.toReversed();
	return {
		...{ votes: votes ?? 0, replies: replies ?? 0 },
		...{ isUnclear, own, place, at, isWhole: !isBare },
	};
}

/** A row of a table, a box or a rule. */
const NO_NAME = /^(?:\||>|\[!|`{3}|[-–—=_]{3})/u;

export const looksLikeName = (text: string): boolean =>
	text !== "" &&
	text.length <= NAME_ALONE &&
	!SENTENCE_END.test(text) &&
	!NO_NAME.test(text);

export function cleanName(written: string): string {
	return cleanLine(written)
		.replace(/^(\*\*|__)([^*_]{1,200})\1/u, "$2")
		.replace(/^\[([^[\]]{1,100})\]\([^()\s]{0,500}\)/u, "$1")
		.replace(/^【([^【】]{1,100})】$/u, "$1")
		.replace(/^[-–—]{1,3}\s/u, "")
		.replace(/\s?[:：]$|\s[|·—–]$/u, "");
}

/** `DATE - NAME 👍(VOTES) 💬(REPLIES)` and what people make of it: spaces, dots, brackets and 👍 may be part of the name. */
export function readHead(
	{ text }: Pick<SourceLine, "text">,
	isBelowDate = false,
): Head | null {
	const written = text.trim();
	const counts = readCounts(written);
	if (!counts) return null;
	const { votes, replies, isUnclear, at, isWhole } = counts;
	const [opening = "", before, place, bullet = ""] =
		OPENING.exec(written) ?? [];
	const name = written.slice(Math.min(opening.length, at), at).trim();
	const end = datedEnd(name.slice(-NAME_END));
	const nickname = cleanName(name.slice(0, -NAME_END) + end.rest);
	const isBegun = before !== undefined || isBelowDate;
	const isOpened = isWhole || (bullet !== "" && isBegun);
	if (!isOpened || (!bullet && !looksLikeName(nickname))) return null;
	return {
		...{ before, own: counts.own ?? end.date },
		...{ nickname, votes, replies, isUnclear },
		place: place ?? counts.place,
	};
}

export function readCountsAlone({ text }: SourceLine) {
	const counts = readCounts(text.trim());
	return counts?.at === 0 && !counts.isUnclear ? counts : null;
}

const LIKES = /👍[\u{1F3FB}-\u{1F3FF}\uFE0F]?\s{0,4}[(（].{0,40}[)）]$/u;
const OPENED = /^(?:\d{4}.{0,20}\s)?[-–—－*•·](?=[^-–—－*])/u;

/** Probably meant as a head, and not read as one: both marks, or one behind a bullet. */
export function resemblesHead(line: Pick<SourceLine, "text">): boolean {
	const { text } = line;
	if (!text.includes("👍")) return false;
	const isMeant =
		text.includes("💬") ||
		(OPENED.test(text.trim()) && LIKES.test(text.trim().slice(-60)));
	return isMeant && readHead(line) === null;
}
