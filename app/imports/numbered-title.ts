import { cleanLine } from "#app/imports/source-lines.ts";

const DIGITS = "[0-9０-９]";
const CHINESE = "[零〇一二三四五六七八九十百]{1,7}";
const UNITS = "(?:单元|單元|部分|课时|課時|[课課讲講节節章回篇周天期集部卷编])";
const NOUNS =
	"(?:lesson|lecture|chapter|unit|part|week|day|module|session|task)";
// A colon, dot or dash before a digit belongs to the title (3.5, 1:1), except before a year.
const SEPARATOR = `\\s*(?:[|｜丨、·]|(?:[:：.．]|[\\-–—－]{1,3})(?![\\-–—－]|${DIGITS}{1,3}(?!${DIGITS})))\\s*|\\s+`;
// 第3章注意力 is numbered, 第3课时 is not.
const TOUCHING =
	"(?<=[课課讲講章元])(?![时時节節座义稿堂程件本])(?=\\p{Script=Han})";
const NAMED = new RegExp(
	`^(?:第\\s*(${DIGITS}{1,4}|${CHINESE})\\s*${UNITS}|${NOUNS}\\s*(${DIGITS}{1,4}))(?:${SEPARATOR}|$|${TOUCHING})`,
	"iu",
);
const PURPOSE =
	"(?:搞懂|学会|学完|学透|吃透|读懂|看懂|看透|讲透|入门|掌握|玩转|精通|速成|通关|带你|教你|让你)";
/** 10讲采样 is the tenth; 10讲义, 10讲解 and 10讲搞懂 are none. */
const UNNAMED = new RegExp(
	`^(${DIGITS}{1,3})\\s*[课課讲講章节節回集](?!\\s*${PURPOSE})(?:${SEPARATOR}|$|(?![解述台坛话评习师演究授好清题文表前后外业间鱼法義述話評習師題後業間])${TOUCHING})`,
	"u",
);
const BARE = new RegExp(`^(${DIGITS}{1,3})(${SEPARATOR}|$)`, "u");
// "3 个问题" counts something; "03 个问题" is numbered.
const COUNTED = new RegExp(
	`^[1-9１-９]${DIGITS}*\\s+(?:[个种年步]|分钟|小时|天(?!气)|[节節堂][课課]|[课課讲講章]\\s*${PURPOSE})`,
	"u",
);
/** As file names write it: lesson-12, ch02_x, 05_x, 01开头, 05-3D打印, （一）, 【01】, 一、; chapter2_1 is a section. */
const IN_NAME = new RegExp(
	`^(?:(?:(?:${NOUNS}|chap|ch|sec|section)[ .-]*(\\d{1,3})(?![ .-]\\d{1,3}(?!\\d))|(\\d{1,3}))(?=$|[ (\\[【《「]|${SEPARATOR})|(0\\d)(?:(?=\\p{Script=Han})(?![年月日号后])|-(?=\\d{1,3}\\p{L}))|[(\\[【〔](\\d{1,3}|${CHINESE})[)\\]】〕]|(${CHINESE})(?=、))[ .、|｜丨·–—－-]*`,
	"iu",
);
const ORDINAL = new RegExp(
	`(第\\s*|附[录錄]\\s*|[(（])(${CHINESE}|[上中下](?=[)）]))|(?<=[ |｜丨·：:–—－-])([上中下])(?=$|[篇集部册卷])|^(${CHINESE})(?=[、.．\\s])`,
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

type Titled = { title: string; position: number | null };

export function splitTitle(line: string): Titled {
	const text = cleanLine(line);
	const match =
		NAMED.exec(text) ??
		UNNAMED.exec(text) ??
		(COUNTED.test(text) ? null : BARE.exec(text));
	if (!match) return { title: text, position: null };
	const numeral = match[1] ?? match[2] ?? "";
	return {
		title: text.slice(match[0].length) || text,
		position: toNumber(numeral),
	};
}

const WIDE = /[０-９Ａ-Ｚａ-ｚ（）［］]/gu;
const toNarrow = (wide: string) => wide.normalize("NFKC");

/** Only a number that the name begins with: never a year, nor any number further on. */
export function splitName(base: string): Titled {
	const name = cleanLine(base).replaceAll(/^_{1,9}|_{1,9}$/gu, "");
	const plain = name
		.replaceAll(WIDE, toNarrow)
		.replaceAll(/(?<=\d)_(?=\d)/gu, "-")
		.replaceAll("_", " ");
	const { title, position } = splitTitle(plain);
	const named = (rest: string, position: number) => {
		const title = rest && name.slice(-rest.length);
		// 12（上） has no other title.
		return {
			title: /^(?:[上中下]?$|[(（[【《「])/u.test(title) ? name : title,
			position,
		};
	};
	if (position !== null) return named(title, position);
	const [match = "", ...numerals] = COUNTED.test(plain)
		? []
		: (IN_NAME.exec(plain) ?? []);
	const numeral = numerals.find((one) => one !== undefined);
	if (numeral === undefined) return { title: name, position: null };
	return named(plain.slice(match.length), toNumber(numeral));
}

export const numberInName = (base: string): number | null =>
	splitName(base).position;
/** 第十章 as 第10章, so that a collator can count. */
export const withDigits = (name: string): string =>
	name
		.normalize("NFKC")
		.replaceAll(
			ORDINAL,
			(_, before = "", numeral, part, leading) =>
				`${before}${toNumber(numeral ?? part ?? leading)}`,
		);
