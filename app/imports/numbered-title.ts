import { cleanLine } from "#app/imports/source-lines.ts";

const DIGITS = "[0-9０-９]";
// A colon, dot or dash before a digit belongs to the title: 3.5, 1:1, 2023-2024.
const SEPARATOR = `\\s*(?:[|｜丨、·]|[:：.．\\-–—－](?!${DIGITS}))\\s*|\\s+`;
const NAMED = new RegExp(
	`^(?:第\\s*(${DIGITS}{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?|[零一二三四五六七八九])\\s*[课讲节章回篇]|(?:lesson|lecture|chapter|unit|part)\\s*(${DIGITS}{1,4}))(?:${SEPARATOR}|$)`,
	"iu",
);
const BARE = new RegExp(`^(${DIGITS}{1,3})(${SEPARATOR}|$)`, "u");
// "3 个问题" counts something; "03 个问题" is numbered.
const COUNTED = /^[1-9１-９][0-9０-９]*\s+(?:[个种年步]|分钟|小时|天(?!气))/u;

function toNumber(numeral: string): number {
	const latin = numeral.normalize("NFKC");
	if (/^\d+$/u.test(latin)) return Number(latin);
	const digit = (character: string) =>
		"零一二三四五六七八九".indexOf(character);
	const [tens = "", ones = ""] = latin.includes("十")
		? latin.split("十")
		: ["零", latin];
	return 10 * (tens ? digit(tens) : 1) + (ones ? digit(ones) : 0);
}

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
