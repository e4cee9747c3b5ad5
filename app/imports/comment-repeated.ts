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

/** Nobody can tell what it counts. */
const COUNT_BEHIND =
	/^(.{1,40}?)\s?[(（【[]\d[\d.,]{0,8}\s?[kw万千]?\+?[)）】\]]$/iu;

const NUMBER_BEFORE = /^[(（【[]?\d{1,4}[)）】\].、]\s{0,3}(\S.{0,100})$/u;

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
	const counted = drafts.filter(beforeCount);
	for (const draft of isMost(counted) ? counted : []) {
		draft.nickname = beforeCount(draft) ?? draft.nickname;
		draft.isUnclear = true;
	}
}
