import type { SourceLine } from "#app/imports/source-lines.ts";

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

/** As a browser breaks them: a line for each block, with the number of the line where it stands. */
function textLines(lines: SourceLine[]): ItemLine[] {
	const read: ItemLine[] = [];
	let depth = 0;
	let starts = false;
	let text = "";
	const close = (number: number) => {
		if (text.trim() !== "") {
			read.push({ number, text, ...(starts && { starts }) });
			starts = false;
		}
		text = "";
	};
	for (const { number, text: html } of withWholeTags(lines)) {
		if (html.trim() === "") read.push({ number, text: "" });
		for (const { 0: piece, 1: end, 2: tag } of html.matchAll(PIECE)) {
			if (!tag) text += piece.startsWith("<!--") ? "" : piece;
			else if (!INLINE.test(tag.toLowerCase())) close(number);
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

export function withoutMarkup(lines: SourceLine[]): ItemLine[] {
	const end = lastOfList(lines) + 1;
	return [...textLines(lines.slice(0, end)), ...lines.slice(end)];
}

export const isMarkupAlone = ({ text }: SourceLine): boolean =>
	withoutTags(text).trim() === "";

export const withoutTags = (text: string): string =>
	text.replaceAll(/<\/?[a-z][^<>]{0,1000}>/giu, "");
