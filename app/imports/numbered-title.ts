import { cleanLine } from "#app/imports/source-lines.ts";

const DIGITS = "[0-9０-９]";
const CHINESE = "[零〇一二三四五六七八九十百]{1,7}";
const UNITS = "(?:单元|單元|部分|[课課讲講节節章回篇周天期集部卷编])";
const NOUNS = "(?:lesson|lecture|chapter|unit|part|week|day)";
// A colon, dot or dash before a digit belongs to the title (3.5, 1:1), except before a year.
const SEPARATOR = `\\s*(?:[|｜丨、·]|[:：.．\\-–—－](?!${DIGITS}{1,3}(?!${DIGITS})))\\s*|\\s+`;
// 第3章注意力 is numbered, 第3课时 is not.
const TOUCHING =
	"(?<=[课課讲講章元])(?![时時节節座义稿堂程件本])(?=\\p{Script=Han})";
const NAMED = new RegExp(
	`^(?:第\\s*(${DIGITS}{1,4}|${CHINESE})\\s*${UNITS}|${NOUNS}\\s*(${DIGITS}{1,4}))(?:${SEPARATOR}|$|${TOUCHING})`,
	"iu",
);
const BARE = new RegExp(`^(${DIGITS}{1,3})(${SEPARATOR}|$)`, "u");
// "3 个问题" counts something; "03 个问题" is numbered.
const COUNTED = /^[1-9１-９][0-9０-９]*\s+(?:[个种年步]|分钟|小时|天(?!气))/u;
/** As file names write it: lesson-12, ch02_x, 05_x, 01开头. */
const IN_NAME = new RegExp(
	`^(?:(?:${NOUNS}|chap|ch|sec|section)[ .-]*(\\d{1,3})|(\\d{1,3}))(?=$|[ (\\[【《「]|${SEPARATOR})|^(0\\d)(?=\\p{Script=Han})(?![年月日号后])`,
	"iu",
);
const ORDINAL = new RegExp(
	`(第\\s*|附[录錄]\\s*|[(（])(${CHINESE}|[上中下](?=[)）]))|^(${CHINESE})(?=[、.．\\s])`,
	"gu",
);

function toNumber(numeral: string): number {
	const latin = numeral.normalize("NFKC");
	if (/^\d+$/u.test(latin)) return Number(latin);
	let [total, digit] = [0, 0];
	for (const character of latin) {
		const unit = { 百: 100, 十: 10 }[character];
		if (unit) total += unit * (digit || 1);
		digit = unit ? 0 : digitOf(character);
	}
	return total + digit;
}

const digitOf = (character: string) =>
	Math.max(
		"零一二三四五六七八九".indexOf(character),
		"〇上中下".indexOf(character),
	);

export function splitTitle(line: string): {
	title: string;
	position: number | null;
} {
	const text = cleanLine(line);
	const match =
		NAMED.exec(text) ?? (COUNTED.test(text) ? null : BARE.exec(text));
	if (!match) return { title: text, position: null };
	const numeral = match[1] ?? match[2] ?? "";
	return {
		title: text.slice(match[0].length) || text,
		position: toNumber(numeral),
	};
}

/** Only a number that the name begins with: never a year, nor any number further on. */
export function numberInName(base: string): number | null {
	const name = cleanLine(base.normalize("NFKC").replaceAll("_", " "));
	const { position } = splitTitle(name);
	if (position !== null || COUNTED.test(name)) return position;
	const [, noun, bare, touching] = IN_NAME.exec(name) ?? [];
	const digits = noun ?? bare ?? touching;
	return digits === undefined ? null : Number(digits);
}

/** 第十章 as 第10章, so that a collator can count. */
export const withDigits = (name: string): string =>
	name
		.normalize("NFKC")
		.replaceAll(
			ORDINAL,
			(_, before: string | undefined, numeral: string, leading: string) =>
				`${before ?? ""}${toNumber(numeral ?? leading)}`,
		);
