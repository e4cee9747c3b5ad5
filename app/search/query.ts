import {
	CONDITIONS,
	type ConditionName,
	isHasNote,
	OPERATORS,
} from "#app/search/operators.ts";
import { runsOf } from "#app/search/tokens.ts";

// What somebody typed and chose. Nothing of it is an error; what makes no sense is named.

export type Wanted = { text: string; isPhrase: boolean };
export type Condition = { name: ConditionName; value: string };
/** What the search goes without: an operator that there is not, or a value that says nothing. */
export type Ignored = { what: ConditionName | "operator"; text: string };
export type Query = {
	wanted: Wanted[];
	unwanted: Wanted[];
	conditions: Condition[];
	ignored: Ignored[];
};

export const QUERY_MAX = 200;
const WORDS_MAX = 16;
const CONDITIONS_MAX = 16;

const PARTS =
	/([-－−]?)(?:(\p{L}{1,20})[:：]\s*(?!\p{L}{1,20}[:：]))?(?:["“”＂「」『』]([^"“”＂「」『』]*)["“”＂「」『』]?|([^\s"“”＂「」『』]+))/gu;
const BARE_OPERATOR = /^(\p{L}{1,20})[:：]$/u;

const withoutControls = (text: string) =>
	text.slice(0, QUERY_MAX).replace(/\p{Cc}/gu, " ");

/** Words are all wanted; quotes, also Chinese and full-width ones, make a phrase; `-` leaves out; operators narrow. */
export function readQuery(typed: string, chosen: Condition[] = []): Query {
	const wanted: Wanted[] = [];
	const unwanted: Wanted[] = [];
	const conditions = [...chosen];
	const ignored: Ignored[] = [];
	const unknown: Wanted[] = [];
	const addWord = (text: string, isPhrase: boolean, minus?: string) => {
		if (runsOf(text).length > 0)
			(minus ? unwanted : wanted).push({ text, isPhrase });
	};
	for (const part of withoutControls(typed).matchAll(PARTS)) {
		const [whole, minus, label, phrase, word = ""] = part;
		const text = phrase ?? word;
		const isPhrase = phrase !== undefined;
		const empty = BARE_OPERATOR.exec(text)?.[1]?.toLowerCase() ?? "";
		const name = OPERATORS.get(label?.toLowerCase() ?? "");
		if (name && minus) ignored.push({ what: "operator", text: whole });
		else if (name) conditions.push({ name, value: text });
		else if (label && /^[/\\]/.test(text)) addWord(whole, isPhrase, minus);
		else if (label) {
			unknown.push({ text: `${label} ${text}`, isPhrase: false });
			ignored.push({ what: "operator", text: whole });
		} else if (OPERATORS.has(empty))
			ignored.push({ what: "operator", text: whole });
		else if (!isPhrase && !minus && isHasNote(text))
			conditions.push({ name: "has", value: text.slice(1) });
		else addWord(text, isPhrase, minus);
	}
	// A colon in what is all that was typed is a colon in a text.
	const isText =
		wanted.length === 0 && conditions.length === 0 && unknown.length > 0;
	return {
		wanted: (isText ? unknown : wanted).slice(0, WORDS_MAX),
		unwanted: unwanted.slice(0, WORDS_MAX),
		conditions: conditions.slice(0, CONDITIONS_MAX),
		ignored: isText ? [] : ignored,
	};
}

export const chosenIn = (params: URLSearchParams): Condition[] =>
	CONDITIONS.flatMap((name) => {
		const value = withoutControls(params.get(name) ?? "").trim();
		return value ? [{ name, value }] : [];
	});
