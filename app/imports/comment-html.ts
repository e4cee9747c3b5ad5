import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";

/** A line of a list of comments; `starts`: the first of an item. */
export type ItemLine = SourceLine & { starts?: boolean };

const PIECE =
	/<!--[^<>]{0,2000}-->|<(\/?)([a-z][a-z0-9]{0,10})\b[^<>]{0,2000}>|[^<]+|</giu;
const INLINE =
	/^(?:a|b|code|em|font|i|img|mark|s|small|span|strong|sub|sup|svg|time|u)$/u;
const ITEM = /<li\b/iu;
const ITEM_END = /<\/(?:li|ul|ol)>/iu;
const TAG_LIMIT = 1000;

function isInTag(text: string): boolean {
	const tag = text.lastIndexOf("<");
	return (
		tag > text.lastIndexOf(">") &&
		text.length - tag < TAG_LIMIT &&
		/[a-z/!]/iu.test(text.charAt(tag + 1))
	);
}

function withWholeTags(lines: SourceLine[]): SourceLine[] {
	const whole: SourceLine[] = [];
	for (const line of lines) {
		const last = whole.at(-1);
		if (last && isInTag(last.text)) last.text += ` ${line.text}`;
		else whole.push({ ...line });
	}
	return whole;
}

/** Names, dates and counts stand apart by their styles. */
const isPart = (tag: string): boolean => /\sclass=|^<time\b/iu.test(tag);

const CODE = /^(?:code|pre)$/iu;

/** As a browser breaks them: a line for each block, with the number of the line where it stands. */
export function textLines(lines: SourceLine[]): ItemLine[] {
	const read: ItemLine[] = [];
	const inline: boolean[] = [];
	let depth = 0;
	let inCode = 0;
	let starts = false;
	let text = "";
	const close = (number: number) => {
		if (text.trim() !== "") {
			read.push({ number, text, ...(starts && { starts }) });
			starts = false;
		}
		text = "";
	};
	const keepApart = () => {
		if (!inCode && text !== "" && !text.endsWith(" ")) text += " ";
	};
	for (const { number, text: html } of withWholeTags(lines)) {
		if (html.trim() === "") read.push({ number, text: "" });
		let above = "";
		for (const { 0: piece, 1: end, 2: tag } of html.matchAll(PIECE)) {
			const isInline = INLINE.test(tag?.toLowerCase() ?? "");
			if (!tag) text += piece.startsWith("<!--") ? "" : piece;
			else if (!isInline) close(number);
			else if (end ? inline.pop() : isPart(piece) || above === "</span>")
				keepApart();
			above = piece.toLowerCase();
			if (isInline && !end && !above.startsWith("<img"))
				inline.push(isPart(piece));
			if (CODE.test(tag ?? "")) inCode += end ? -1 : 1;
			if (tag?.toLowerCase() !== "li") continue;
			depth += end ? -1 : 1;
			starts ||= !end && depth === 1;
		}
		close(number);
	}
	return read;
}

/** Where an HTML list with which the lines begin ends; -1: they begin with none. */
export function lastOfList(lines: SourceLine[]): number {
	const first = lines.find((line) => !isMarkupAlone(line) || isItem(line));
	if (!first || !isItem(first)) return -1;
	return lines.findLastIndex(
		(line) => isItem(line) || ITEM_END.test(line.text),
	);
}

const isItem = ({ text }: SourceLine): boolean => ITEM.test(text);

const BLOCK = /^\s{0,8}<(?:div|section|article|dl)\b/iu;

/** Where lines begin with other blocks than a list, all are HTML. */
export function withoutMarkup(lines: SourceLine[]): ItemLine[] {
	const first = lines.find((line) => !isBlank(line));
	if (first && BLOCK.test(first.text) && !lines.some(isItem))
		return textLines(lines);
	const end = lastOfList(lines) + 1;
	return [...textLines(lines.slice(0, end)), ...lines.slice(end)];
}

export const isMarkupAlone = ({ text }: SourceLine): boolean =>
	withoutTags(text).trim() === "";

export const withoutTags = (text: string): string =>
	text.replaceAll(/<\/?[a-z][^<>]{0,1000}>/giu, "");
