import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";

const TAG_OPEN = /<(?:img|a)(?:\s[^<>]*)?$/iu;
/** What an open tag goes on with: an attribute, or its end. */
const TAG_REST = /^(?:[a-z][\w-]{0,30}\s{0,9}=|\/?>)/iu;
const LINES = 20;
const MARGIN = /^[\s>]{1,20}/u;
const CJK_END = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]$/u;
const CJK_BEGIN = /^[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u;

/** What a link of Markdown lacks at a line's end, and the next begins with. */
const BROKEN = [
	[/\[[^[\]]{0,200}$/u, /^[^[\]]{0,200}\]\((?:\S|$)/u],
	[/\]\(\s{0,9}$/u, /^[^\s()]{1,500}\s{0,9}[)"']/u],
	[/\]\([^\s()]{1,500}\s{0,9}$/u, /^(?:"[^"]{0,200}"|'[^']{0,200}')\s{0,9}\)/u],
] as const;

const isBroken = (text: string, next: string): boolean =>
	BROKEN.some(([end, begin]) => end.test(text) && begin.test(next));

function joined(text: string, next: string, isTag: boolean): string {
	const isWhole = CJK_END.test(text) && CJK_BEGIN.test(next);
	const isTight = !isTag && (isWhole || text.endsWith("("));
	return text + (isTight ? "" : " ") + next;
}

/** Puts pictures and links that break over lines on their first line. */
export function withWholeLinks(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): SourceLine[] {
	const whole: SourceLine[] = [];
	for (let i = 0; i < lines.length; i++) {
		let [line] = lines.slice(i, i + 1);
		if (!line) break;
		const from = i;
		while (/[<[(]/u.test(line.text) && !isCode(line)) {
			const next = lines[i + 1];
			if (!next || isBlank(next) || isCode(next) || i + 1 >= from + LINES)
				break;
			const rest = next.text.replace(MARGIN, "").trimEnd();
			const isTag: boolean = TAG_OPEN.test(line.text) && TAG_REST.test(rest);
			if (!isTag && !isBroken(line.text, rest)) break;
			line = { ...line, text: joined(line.text, rest, isTag) };
			i++;
		}
		whole.push(line);
	}
	return whole;
}
