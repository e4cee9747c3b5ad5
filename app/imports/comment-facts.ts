import { isVague, WHEN } from "#app/imports/calendar-date.ts";
import { toCount } from "#app/imports/comment-counts.ts";
import { PLACE, SAID_PLACE } from "#app/imports/places.ts";

/** What a page says about a comment beside its words. */
export type Facts = {
	date?: string;
	votes?: number;
	replies?: number;
	place?: string;
	/** A place that is not said to be one. */
	bare?: string;
	button?: string;
};

const BEFORE = "^(|.{0,60}?[\\s·•|｜,，;；/—–(（[【】<*-])";
const AFTER = "[)）\\]】>*]{0,2}$";
const NUMBER = "[\\d０-９][\\d０-９.,．，]{0,9}\\s?[kw万千]?\\+?";
const COUNT = `[\\s:：×x]{0,3}[(（[【]?\\s?(${NUMBER})\\s?[)）\\]】]?`;

const DATE = new RegExp(
	`${BEFORE}(?:(?:发布|发表|编辑|更新|评论|回复|写)于\\s?|(?:日期|时间)\\s?[:：]\\s?|(?:(?:commented|posted|replied|edited|said|wrote)\\s)?(?:on|at)\\s)?(${WHEN})${AFTER}`,
	"iu",
);
const VOTES = new RegExp(
	`${BEFORE}(?:(?:👍[\\u{1F3FB}-\\u{1F3FF}]?\\uFE0F?|赞同?|点赞数?|likes?|(?:up)?votes?)${COUNT}|(?<!\\d[-/.])(${NUMBER})\\s?(?:赞|人赞同|赞同|likes?|(?:up)?votes?|👍))${AFTER}`,
	"iu",
);
const REPLIES = new RegExp(
	`${BEFORE}(?:(?:💬\\uFE0F?|回复|评论|repl(?:y|ies)|comments?)${COUNT}|(?<!\\d[-/.])(${NUMBER})\\s?(?:条?回复|条?评论|repl(?:y|ies)|comments?))${AFTER}`,
	"iu",
);
const SAID = new RegExp(`${BEFORE}(${SAID_PLACE})${AFTER}`, "iu");
const BARE = new RegExp(`${BEFORE}(${PLACE})${AFTER}`, "iu");
const BEHIND = new RegExp(`^(.{1,60}?[·|｜])\\s?(${PLACE})$`, "iu");
const BUTTON = new RegExp(
	`${BEFORE}(回复|举报|删除|分享|收藏|点赞|赞|置顶|reply|report|share|like)${AFTER}`,
	"iu",
);

const LONGEST = 120;
const HAS_FACT =
	/[\d０-９天刚📍]|前|today|yesterday|just now|来自|于|属地|from/iu;

type Peeled = { rest: string; facts: Facts };
type Piece = [key: keyof Facts, pattern: RegExp];

const OF_NAME: Piece[] = [
	["date", DATE],
	["votes", VOTES],
	["replies", REPLIES],
	["place", SAID],
	["bare", BEHIND],
];
const OF_LINE: Piece[] = [...OF_NAME, ["bare", BARE], ["button", BUTTON]];

const trimmed = (text: string): string =>
	text
		.trim()
		.replace(/(?:[\s·•|｜,，—–]{1,5}|[(（[【<]|(?<=^|\s)[*-]{1,2})$/u, "")
		.trim();

function peel(text: string, pieces: Piece[]): Peeled {
	const facts: Facts = {};
	if (text.length > LONGEST || !HAS_FACT.test(text))
		return { rest: trimmed(text), facts };
	let rest = trimmed(text);
	const next = () => {
		for (const [key, pattern] of pieces) {
			const [, before = "", one, other] =
				((facts[key] === undefined || key === "button") &&
					pattern.exec(rest)) ||
				[];
			const written = one ?? other;
			if (written === undefined) continue;
			const isCount = key === "votes" || key === "replies";
			const value = isCount ? toCount(written) : written;
			const isOpen = key === "date" && before !== "" && isVague(written);
			if (value === null || (isOpen && pieces === OF_NAME)) continue;
			return { key, value, before };
		}
		return null;
	};
	for (let fact = next(); fact; fact = next()) {
		Object.assign(facts, { [fact.key]: fact.value });
		rest = trimmed(fact.before);
	}
	return { rest, facts };
}

/** A line's name, without the facts at its end. */
export const peelName = (text: string): Peeled => peel(text, OF_NAME);

/** The facts of a line that says nothing else. A place counts if the line says that it is one, or beside another. */
export function factsAlone(text: string): Facts | null {
	if (text.length > LONGEST || !HAS_FACT.test(text)) return null;
	const { rest, facts } = peel(text.replace(/^>\s?/u, ""), OF_LINE);
	const { date, votes, replies, place, bare } = facts;
	const isTold = [date, votes, replies, place].some((one) => one !== undefined);
	if (rest !== "" || !isTold) return null;
	return { date, votes, replies, place: place ?? bare };
}
