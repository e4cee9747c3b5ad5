import { replaceOutsideCode } from "#app/imports/code-spans.ts";
import { marksIn } from "#app/imports/mark-patterns.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";
import { withLinks } from "#app/imports/source-links.ts";
import { rowsAlone } from "#app/imports/table-rows.ts";
import { boxOf } from "#app/markdown/box-names.ts";

const READ = /^(?:sub|sup|kbd|u|mark|br|details|summary|img)$/iu;
const HTML =
	/^(?:a|abbr|address|article|aside|b|big|blockquote|button|caption|center|cite|code|col|dd|del|dfn|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|input|ins|label|li|main|nav|ol|option|p|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|table|tbody|td|textarea|th|thead|tr|tt|ul|var)$/iu;
const TAG = /<(\/?)([a-z][\w.-]{0,60})((?:\s[^<>]{0,500})?)>/giu;
const BOX =
	/^[\s>]*(?::{3,}\s*\{?\.?([\w-]{1,40})|>\s?\[!([\w-]{1,40})\]|(?:!!!|\?\?\?\+?)\s+([\w-]{1,40})(?:\s+".{0,200}")?\s*$)/u;
const REFERENCE = /\[\^([^\s[\]^]{1,100})\](?![:：])/gu;
const DEFINITION = /^[\s>]*(?:[-*+]\s+)?\[\^([^\s[\]^]{1,100})\][:：]/u;

const TEXT_PAIR = /<(\/?)(?:sub|sup|kbd|u|mark)>/giu;
const FOLD = /<(\/?)details(?:\s[^<>]{0,200})?>/giu;
/** The lines whose `<details>`, `:::` or `$$` has no end. */
function unclosedIn(lines: SourceLine[]): Problem[] {
	const folds: SourceLine[] = [];
	const boxes: SourceLine[] = [];
	const problems: Problem[] = [];
	let formula: SourceLine | null = null;
	const leave = () => {
		if (formula)
			problems.push(problemAt(formula.number, formula.text, "formulaUnclosed"));
		formula = null;
	};
	for (const line of lines) {
		const { text } = line;
		if (/^#{1,6}\s/u.test(text)) leave();
		if (text.split("$$").length % 2 === 0) formula = formula ? null : line;
		if (/^[\s>]*:{3,}\s*$/u.test(text)) boxes.pop();
		else if (/^[\s>]*:{3,}\s*[\w{]/u.test(text)) boxes.push(line);
		for (const [, end] of text.replaceAll(/`[^`]*`/gu, "").matchAll(FOLD))
			if (end) folds.pop();
			else folds.push(line);
	}
	leave();
	for (const { number, text } of [...folds, ...boxes])
		problems.push(problemAt(number, text, "markUnread"));
	return problems;
}

/** A component of MDX or Vue has a capital, and more than its name or an end. */
function isTag(name: string, slash: string, rest: string): boolean {
	if (READ.test(name)) return false;
	if (HTML.test(name)) return true;
	return /^[A-Z]/u.test(name) && (slash !== "" || /[=/]/u.test(rest));
}

/** Lines whose marks stay as they were typed: HTML, components, tools' own marks, boxes and notes that nothing defines. */
export function unreadMarks(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): Problem[] {
	const written = withLinks(lines, isCode).filter((line) => !isCode(line));
	const prose = withoutComments(written);
	const unclosed = unclosedIn(prose);
	const defined = new Set(
		prose.flatMap(({ text }) => DEFINITION.exec(text)?.[1] ?? []),
	);
	const ends = new Set(
		prose.flatMap(({ text }) =>
			[...text.matchAll(TAG)].flatMap(([, slash, name]) =>
				slash ? (name ?? []) : [],
			),
		),
	);
	const isUnread = (text: string) => {
		if (!/[<[:!?]/u.test(text)) return false;
		const [, box, alert, admonition] = BOX.exec(text) ?? [];
		const name = box ?? alert ?? admonition;
		let found =
			text.includes("<!--") ||
			(name !== undefined && !boxOf(name.replace(/^callout-/u, "")));
		replaceOutsideCode(text, TAG, (_, slash = "", name = "", rest = "") => {
			found ||=
				isTag(name, slash, rest) || (ends.has(name) && !READ.test(name));
			return undefined;
		});
		let depth = 0;
		replaceOutsideCode(text, TEXT_PAIR, (_, end) => {
			depth += end ? -1 : 1;
			return undefined;
		});
		replaceOutsideCode(text, REFERENCE, (_, label = "") => {
			found ||= !defined.has(label);
			return undefined;
		});
		return found || depth !== 0;
	};
	const known = new Set<number>();
	return [
		...marksIn(written),
		...rowsAlone(written),
		...prose.flatMap(({ number, text }) =>
			isUnread(text) ? [problemAt(number, text, "markUnread")] : [],
		),
		...unclosed,
	].filter(({ line, reason }) => {
		const isNew = reason !== "markUnread" || !known.has(line);
		if (reason === "markUnread") known.add(line);
		return isNew;
	});
}

function withoutComments(lines: SourceLine[]): SourceLine[] {
	let inComment = false;
	const lastEnd = lines.findLastIndex(({ text }) => text.includes("-->"));
	return lines.map((line, index) => {
		if (index > lastEnd) return line;
		if (!inComment && !line.text.includes("<!--")) return line;
		let shown = "";
		for (let rest = line.text; rest !== ""; ) {
			const mark = inComment ? "-->" : "<!--";
			const at = rest.indexOf(mark);
			if (!inComment) shown += at < 0 ? rest : rest.slice(0, at);
			rest = at < 0 ? "" : rest.slice(at + mark.length);
			if (at >= 0) inComment = !inComment;
		}
		return { ...line, text: shown };
	});
}
