import type { Draft } from "#app/imports/comment-draft.ts";
import { factsAlone } from "#app/imports/comment-facts.ts";
import { beforePlace, isPlace } from "#app/imports/places.ts";
import { isBlank } from "#app/imports/source-lines.ts";

const placeAt = ({ text }: Draft): number => {
	const [first = -1, next] = text.flatMap((one, i) => (isBlank(one) ? [] : i));
	const line = text[first];
	const below = text[next ?? -1];
	const isAbove = below && !factsAlone(below.text);
	return line && isAbove && isPlace(line.text) ? first : -1;
};

const COUNT_BEHIND =
	/^(.{1,40}?)\s?[(（【[]\d[\d.,]{0,8}\s?[kw万千]?\+?[)）】\]]$/iu;

const NUMBER_BEFORE = /^[(（【[]?\d{1,4}[)）】\].、]\s{0,3}(\S.{0,100})$/u;

const RUNNING = /^(\d{1,4})\s{1,3}(\S.{0,100})$/u;
const BARE_BEHIND = /^(.{1,40}?)\s{1,3}\d{1,6}$/u;
const COUNT = /^\d{1,6}$/u;
const LEVEL_BEHIND = /^(.{1,40}?)\s{1,3}(?:v|lv\.?|l|level|等级)\s?\d{1,2}$/iu;

/** The first pieces of the names, if each has one and they are no more alike than names are. */
function piecesOf(drafts: Draft[], pattern: RegExp): string[] {
	const found = drafts.flatMap(
		({ nickname }) => pattern.exec(nickname)?.[1] ?? [],
	);
	const isEach = drafts.length > 1 && found.length === drafts.length;
	return isEach && new Set(found).size > 1 ? found : [];
}

/** `1 NAME 2` or `NAME Lv.3`: the first number counts the comments, nobody can tell what the last one does. */
function takeNumbers(drafts: Draft[]): void {
	const rename = (names: string[]) => {
		for (const [i, name] of names.entries())
			if (drafts[i]) drafts[i].nickname = name;
		return names.length > 0;
	};
	rename(piecesOf(drafts, LEVEL_BEHIND));
	const [first = 0, second = 0, ...rest] = piecesOf(drafts, RUNNING).map(
		Number,
	);
	const isRunning =
		Math.abs(second - first) === 1 &&
		rest.every((number, i) => number === second + (i + 1) * (second - first));
	if (isRunning)
		rename(drafts.map(({ nickname }) => nickname.replace(RUNNING, "$2")));
	if (rename(piecesOf(drafts, BARE_BEHIND)))
		for (const draft of drafts) draft.isUnclear = true;
}

const countAt = ({ text }: Draft): number => {
	const [first = -1, next] = text.flatMap((one, i) => (isBlank(one) ? [] : i));
	return next !== undefined && COUNT.test(text[first]?.text.trim() ?? "")
		? first
		: -1;
};

const beforeCount = ({ nickname }: Draft): string | undefined =>
	COUNT_BEHIND.exec(nickname)?.[1];

/** Places above the texts, and places or counts behind the names, if most comments have one; what few have may be their words. */
export function takeRepeated(drafts: Draft[]): void {
	const isMost = (some: Draft[]) =>
		some.length > 1 && some.length * 2 >= drafts.length;
	const above = drafts.filter((draft) => placeAt(draft) >= 0);
	for (const draft of isMost(above) ? above : [])
		draft.places.push(...draft.text.splice(placeAt(draft), 1));
	const behind = drafts.filter(({ nickname }) => beforePlace(nickname));
	for (const draft of isMost(behind) ? behind : []) {
		draft.nickname = beforePlace(draft.nickname) ?? draft.nickname;
		draft.places.push(draft.line);
	}
	const numbered = drafts.map(({ nickname }) => NUMBER_BEFORE.exec(nickname));
	const isNumbered = drafts.length > 1 && numbered.every(Boolean);
	for (const [i, draft] of isNumbered ? drafts.entries() : [])
		draft.nickname = numbered[i]?.[1] ?? draft.nickname;
	takeNumbers(drafts);
	const told = drafts.filter((draft) => countAt(draft) >= 0);
	for (const draft of isMost(told) ? told : []) {
		draft.text.splice(countAt(draft), 1);
		draft.isUnclear = true;
	}
	const counted = drafts.filter(beforeCount);
	for (const draft of isMost(counted) ? counted : []) {
		draft.nickname = beforeCount(draft) ?? draft.nickname;
		draft.isUnclear = true;
	}
}
