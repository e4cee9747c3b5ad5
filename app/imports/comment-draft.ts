import { dateAlone } from "#app/imports/calendar-date.ts";
import {
	type Facts,
	factsAlone,
	peelName,
} from "#app/imports/comment-facts.ts";
import { cleanName, type Head } from "#app/imports/comment-head.ts";
import { isPlace } from "#app/imports/places.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

export type Draft = Head & {
	line: SourceLine;
	text: SourceLine[];
	doubt?: SourceLine;
	isCounted?: boolean;
	/** Whom it answers, where its name says so. */
	to?: string;
	/** Lines that say where its author was. */
	places: SourceLine[];
};

export type Filled = {
	line: SourceLine;
	text: string;
	gap: number;
	facts: Facts | null;
	/** The line above could be a button, or words. */
	isBelowButton?: boolean;
	isCode?: boolean;
};

const BUTTON =
	/^(?:回复|点赞|赞|展开|收起|举报|分享|展开全文|写留言|最新|最热|最早|精选|全部|置顶|作者置顶|已置顶|作者赞过|作者点赞|加载更多|查看更多|没有更多了|共\s?\d{1,6}\s?条(?:评论|回复|留言)|reply|like|share|load more|newest|oldest)$/iu;
const RULE = /^(?:[-–—=*_]\s?){3,80}$/u;
const ANSWERING = /^(\S.{0,38}?)\s(?:回复|回覆|▸|►|replied to)\s(\S.{0,39})$/iu;
const WORDS = /^(?:赞|点赞|回复|分享|like|reply|share)$/iu;
const PICTURE = /^!\[(?:avatar|头像)?\]\([^()\s]{0,500}\)\s{0,9}/iu;
const FOLD_END = /^<\/(?:details|div|section|ul|ol|blockquote)>$/iu;
const BULLET = /^[-*•]\s{1,3}/u;

const isButton = (text: string): boolean =>
	BUTTON.test(text) ||
	(text.length < 40 &&
		text.split(/[\s|·/]+/u).every((word) => BUTTON.test(word)));

export function filledLines(lines: SourceLine[]): Filled[] {
	const filled: Filled[] = [];
	let gap = 0;
	let isBelowButton = false;
	let isCode = false;
	const fences = lines.filter(({ text }) => text.trim().startsWith("```"));
	const isFenced = fences.length % 2 === 0;
	const last = lines.findLastIndex(
		({ text }) => text.trim() !== "" && !FOLD_END.test(text.trim()),
	);
	for (const given of lines.slice(0, last + 1)) {
		const text = given.text.trim().replace(PICTURE, "");
		const line = { ...given, text: given.text.replace(PICTURE, "") };
		const isFence = isFenced && text.startsWith("```");
		if (isFence) isCode = !isCode;
		if (isFence || isCode) {
			filled.push({ line, text, gap, facts: null, isCode: true });
			gap = 0;
		} else if (text === "" || RULE.test(text)) gap++;
		else if (isButton(text)) isBelowButton = WORDS.test(text);
		else {
			filled.push({ line, text, gap, facts: factsAlone(text), isBelowButton });
			gap = 0;
			isBelowButton = false;
		}
	}
	markPlaces(filled);
	return joinFacts(withoutBadges(filled));
}

/** `V5`, `Lv.3`: what a page shows of its members. One alone may be a name or words. */
const BADGE = /^(?:v|lv\.?|l|level|等级)\s?\d{1,2}$/iu;

function withoutBadges(filled: Filled[]): Filled[] {
	const isBadge = ({ text, isCode }: Filled, i: number) =>
		i > 0 && !isCode && BADGE.test(text);
	if (filled.filter(isBadge).length < 2) return filled;
	return filled.filter((one, i) => !isBadge(one, i));
}

/** Bare places between names and texts, if they stand so at most comments. */
function markPlaces(filled: Filled[]): void {
	const isTold = (one: Filled | undefined) => one && !one.facts;
	const endsTold = isTold(filled.at(-1));
	const places = filled.filter(
		({ text, facts }, i) =>
			!facts &&
			i > 0 &&
			isPlace(text) &&
			(isTold(filled[i + 1]) || (endsTold && filled[i + 1])),
	);
	const dates = filled.filter(({ facts }) => facts?.date).length;
	if (places.length > 1 && places.length * 2 >= dates)
		for (const one of places) one.facts = { place: one.text };
}

function joinFacts(filled: Filled[]): Filled[] {
	const joined: Filled[] = [];
	for (const one of filled) {
		const { facts } = joined.at(-1) ?? {};
		const isOther =
			!facts ||
			!one.facts ||
			Object.entries(one.facts).some(
				([key, value]) =>
					value !== undefined && facts[key as keyof Facts] !== undefined,
			);
		if (isOther) joined.push(one);
		else {
			const known = Object.entries(one.facts ?? {}).filter(
				([, value]) => value !== undefined,
			);
			Object.assign(facts, Object.fromEntries(known));
		}
	}
	return joined;
}

export const nameOf = (written: string): string =>
	cleanName(peelName(written).rest.replace(BULLET, ""));

export function named(line: SourceLine, written = line.text): Draft {
	const { facts } = peelName(written);
	const name = nameOf(written);
	const [, author, to] = ANSWERING.exec(name) ?? [];
	return {
		...{ before: undefined, own: facts.date, isUnclear: false },
		...{ votes: facts.votes ?? 0, replies: facts.replies ?? 0 },
		...{ nickname: author ?? name, line, text: [] },
		...{ places: (facts.place ?? facts.bare) ? [line] : [], to },
	};
}

/** Takes the facts of a line; its date stays to be read. */
export function takeFacts(draft: Draft, line: SourceLine, facts: Facts): void {
	draft.votes = facts.votes ?? draft.votes;
	draft.replies = facts.replies ?? draft.replies;
	if (facts.place) draft.places.push(line);
}

export function addTo(draft: Draft, { line, gap, facts }: Filled): void {
	if (facts) takeFacts(draft, line, facts);
	if (facts && !facts.date) return;
	const said = facts?.date ? { ...line, text: facts.date } : line;
	if (gap > 0 && draft.text.length > 0)
		draft.text.push({ number: line.number, text: "" }, said);
	else draft.text.push(said);
}

export const saysItsDate = (draft: Draft, text: string): boolean =>
	draft.text.length === 0 &&
	draft.own !== undefined &&
	dateAlone(text) === draft.own;
