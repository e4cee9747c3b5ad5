import type { ParsedLesson } from "#app/imports/parsed-lesson.ts";
import { changeLines } from "#app/markdown/change-lines.ts";

// Punctuation that Chinese text lost in an export gets its width back: beside a Han character, and only in lines with
// more Han characters than Latin words.

const FULL: Record<string, string> = {
	...{ ",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。" },
};

/** Code, formulas, addresses, links, HTML, a footnote's name. */
const KEPT =
	/`+[^`]*`+|\$\$[^$]*\$\$|\$(?=[^\s$])[^$]*(?<=\S)\$(?![A-Za-z0-9{])|(?<!\\)\\\((?:[^\\]|\\[^()])*\\\)|(?<!\\)\\\[(?:[^\\]|\\[^[\]])*\\\]|https?:\/\/(?:[^\s<>\p{Script=Han}\uff01-\uffef]|(?<=[/=?&#_+.(-])\p{Script=Han}+)+(?<![,.;:!?])|!?\[[^[\]]*\](?:\([^()]*\)|:)?|<[^<>]*>|&#?\w{1,31};|\uE000/gu;
const MARK = "\uE000";

const HAN = /\p{Script=Han}/gu;
const WORD = /[A-Za-z]{2,}/gu;

const AFTER_HAN =
	/(?<=[\p{Script=Han}“”‘’」』》）][*_~\uE000]{0,3})(?:[,:;]|[?!]{1,9})(?!\/\/)(?: (?=\S))?/gu;
const BEFORE_HAN =
	/(?:[,;?!]|(?<=[A-Za-z\uE000]):) ?(?=[*_~]{0,3}[\p{Script=Han}“‘「『《（])/gu;
const STOP =
	/(?<=[\p{Script=Han}”’」』》）][*_~\uE000]{0,3})\.(?: (?=\S)|(?=[\s\p{Script=Han}”’」』》）*_]|$))/gu;
const BEHIND_HAN = /(?<=\p{Script=Han}) ?\(([^()]*)\)/gu;
const AROUND_HAN = / ?\(([^()]*\p{Script=Han}[^()]*)\)/gu;

const count = (text: string, pattern: RegExp) =>
	text.match(pattern)?.length ?? 0;

function widened(text: string): string {
	const wide = text
		.replace(BEHIND_HAN, "（$1）")
		.replace(AROUND_HAN, "（$1）")
		.replace(AROUND_HAN, "（$1）");
	return [AFTER_HAN, BEFORE_HAN, STOP].reduce(
		(done, pattern) =>
			done.replace(pattern, (found) =>
				found.trim().replace(/./gu, (sign) => FULL[sign] ?? sign),
			),
		wide,
	);
}

function widenLine(line: string): string {
	const kept = line.match(KEPT) ?? [];
	const text = line.replace(KEPT, MARK);
	if (count(text, HAN) <= count(text, WORD)) return line;
	return widened(text).replaceAll(MARK, () => kept.shift() ?? MARK);
}

const FORMULAS = [
	{ opens: /^\s*\\\[(?!.*\\\])/u, closes: /\\\]/u },
	{ opens: /^\s*\\begin\{(?!.*\\end\{)/u, closes: /\\end\{/u },
];

export function fullWidth(text: string): string {
	let inDollars = false;
	let closes: RegExp | null = null;
	let isCode = false;
	let before = "";
	return changeLines(text, (line) => {
		const follows = before.trim() === "" || isCode;
		isCode = follows && /^(?: {4}|\t)\s*[^\s\p{Script=Han}]/u.test(line);
		before = line;
		const marks = count(line, /\$\$/gu);
		const isText =
			!inDollars && !closes && (marks % 2 === 0 || !line.startsWith("$$"));
		if (marks % 2 === 1) inDollars = !inDollars;
		const opened = FORMULAS.find(({ opens }) => opens.test(line));
		if (closes?.test(line)) closes = null;
		else if (isText && opened) closes = opened.closes;
		return isText && !opened && !isCode ? widenLine(line) : line;
	});
}

/** A text that was restored at an earlier import stays so while its source is unchanged. */
export function asRestored(text: string, known: readonly string[]): string {
	if (known.includes(text)) return text;
	const wide = fullWidth(text);
	return known.includes(wide) ? wide : text;
}

export type Widths = { text: boolean; comments: boolean };

export function withFullWidth(
	lesson: ParsedLesson,
	{ text, comments }: Widths,
): ParsedLesson {
	const widen = (old: string) => (text ? fullWidth(old) : old);
	const widenText = <Item extends { text: string }>(item: Item) => ({
		...item,
		text: fullWidth(item.text),
	});
	return {
		...lesson,
		title: widen(lesson.title),
		markdown: widen(lesson.markdown),
		questions: text ? lesson.questions.map(widenText) : lesson.questions,
		comments: comments
			? lesson.comments.map(({ answers, ...comment }) => ({
					...widenText(comment),
					answers: answers.map(widenText),
				}))
			: lesson.comments,
	};
}

/** Whether what was imported before is what these lines are with their width back. */
export function wasRestored(lines: readonly Line[], known: string): boolean {
	const before = new Set(known.split("\n"));
	return lines.some(({ to, from }) => before.has(to) && !before.has(from));
}

type Line = { from: string; to: string };

/** The lines that would change: of title, text and questions, and of comments. */
export type Narrow = { text: Line[]; comments: Line[] };

export function narrowIn(lesson: ParsedLesson | null): Narrow {
	if (!lesson) return { text: [], comments: [] };
	const { title, markdown, comments } = lesson;
	return {
		text: narrowLines([title, markdown]),
		comments: narrowLines(comments.map(({ text }) => text)),
	};
}

export function narrowLines(texts: string[]): Line[] {
	return texts.flatMap((text) => {
		const wide = fullWidth(text).split("\n");
		return text.split("\n").flatMap((from, i) => {
			const to = wide[i] ?? from;
			return from === to ? [] : { from, to };
		});
	});
}
