import { CLOSING, closing, isTex } from "#app/markdown/math-marks.ts";

type Span = { start: number; end: number };

const MARKUP =
	/\\(?=[!-/:-@[-`{-~])|`+|\*+|_+|~{2,}|\[|={2,}|<(?=[!/]|[A-Za-z]+[\s/>]|[A-Za-z][\w.+-]{1,31}:|[^\s<>@]{1,64}@)|&(?=#?[A-Za-z0-9]{1,31};)|\$+/gu;
// The renderer links bare addresses as they stand: a backslash in one would show.
const ADDRESS =
	/(?<![A-Za-z0-9.+-])https?:\/\/[A-Za-z0-9][^\s<>[\]\p{scx=Han}\uff01-\uffef]*/giu;
const PAIRED = "`*_~$=";
const DIVIDING = /[\p{P}\p{S}]/u;

function dollarRuns(text: string): Span[] {
	const runs: Span[] = [];
	for (const { index, 0: run } of text.matchAll(/\\.|\$+/gsu))
		if (!run.startsWith("\\"))
			runs.push({ start: index, end: index + run.length });
	return runs;
}

/** By the renderer's own rule: "$5 and $10" and "US$20" stay money, and a backtick ends the search. */
function formulasIn(text: string): Span[] {
	const runs = dollarRuns(text);
	const formulas: Span[] = [];
	for (let index = 0; index + 1 < runs.length; index++) {
		const [open, close] = [runs[index], runs[index + 1]];
		if (!open || !close) break;
		const marks = open.end - open.start;
		if (marks > 2 || close.end - close.start !== marks) continue;
		const inner = text.slice(open.end, close.start);
		const isMoney =
			/[A-Za-z0-9]/u.test(text.charAt(open.start - 1)) ||
			/\d/u.test(text.charAt(close.end)) ||
			inner !== inner.trim();
		if (inner.trim() === "" || inner.includes("`")) continue;
		if (marks === 1 && isMoney) continue;
		formulas.push({ start: open.start, end: close.end });
		index++;
	}
	return formulas;
}

/** `\\(…\\)` and `\\[…\\]`, by the renderer's rule too. */
function bracketsIn(text: string): Span[] {
	const spans: Span[] = [];
	for (const { index: start, 0: mark } of text.matchAll(/\\[([]/gu)) {
		const close = CLOSING[mark] ?? mark;
		if (start < (spans.at(-1)?.end ?? 0)) continue;
		const end = closing(text, start + 2, text.length, close, mark);
		if (end > 0 && isTex(text.slice(start + 2, end).trim(), mark))
			spans.push({ start, end: end + 2 });
	}
	return spans;
}

function addressesIn(text: string): Span[] {
	return Array.from(text.matchAll(ADDRESS), ({ index, 0: address }) => ({
		start: index,
		end: index + address.length,
	}));
}

function couldEmphasise(run: string, before: string, after: string): boolean {
	const isSpace = (side: string) => side.trim() === "";
	const isWord = (side: string) => !isSpace(side) && !DIVIDING.test(side);
	if (isSpace(before) && isSpace(after)) return false;
	return !run.startsWith("_") || !(isWord(before) && isWord(after));
}

function characterBefore(text: string, index: number): string {
	return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? "";
}

function characterAt(text: string, index: number): string {
	return Array.from(text.slice(index, index + 2))[0] ?? "";
}

function within(spans: Span[]): (index: number) => boolean {
	let next = 0;
	return (index) => {
		while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
		return (spans[next]?.start ?? Number.POSITIVE_INFINITY) <= index;
	};
}

function markupIn(text: string): { index: number; run: string }[] {
	const linked = text.includes("](") || /^\[[^\]]*\]:/u.test(text);
	const formulas = [...formulasIn(text), ...bracketsIn(text)];
	const isFormula = within(formulas.toSorted((a, b) => a.start - b.start));
	return Array.from(text.matchAll(MARKUP), (match) => ({
		index: match.index,
		run: match[0],
	})).filter(({ index, run }) => {
		if (isFormula(index)) return false;
		if (run === "[") return linked;
		return (
			!/^[*_]/u.test(run) ||
			couldEmphasise(
				run,
				characterBefore(text, index),
				characterAt(text, index + run.length),
			)
		);
	});
}

export function literalInline(text: string): string {
	const markup = markupIn(text);
	const partners = new Map<string, number>();
	for (const { run } of markup) {
		const mark = run.slice(0, 1);
		const count = mark === "`" ? run.length : 1;
		partners.set(mark, (partners.get(mark) ?? 0) + count);
	}
	const isAddress = within(addressesIn(text));
	let written = "";
	let from = 0;
	for (const { index, run } of markup) {
		const mark = run.slice(0, 1);
		const isAlone = PAIRED.includes(mark) && partners.get(mark) === 1;
		if (isAlone || isAddress(index)) continue;
		written += text.slice(from, index) + run.replaceAll(/./gu, "\\$&");
		from = index + run.length;
	}
	return written + text.slice(from);
}

/** Also escapes a line's first characters, which can act in paragraphs and list items. */
export function literalParagraph(text: string): string {
	return literalInline(text)
		.replace(/^([-*_])(?=(?:\s*\1){2,}$)/u, "\\$1")
		.replace(/^(?=#{1,6}(?:\s|$)|>|~{3}|[-+*](?:\s|$))/u, "\\")
		.replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, "$1\\");
}

export function literalHeading(text: string): string {
	return literalInline(text).replace(/(?<=^|\s)(?=#+$)/u, "\\");
}
