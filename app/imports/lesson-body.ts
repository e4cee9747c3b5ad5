import { codeRuns } from "#app/imports/code-lines.ts";
import { decodeProse } from "#app/imports/entities.ts";
import {
	type Block,
	opensFormula,
	readFormula,
	readTex,
	textAt,
} from "#app/imports/formula-lines.ts";
import { looksLikeHeading, numberedItems } from "#app/imports/headings.ts";
import { hasEnumerator } from "#app/imports/lead-in.ts";
import {
	literalHeading,
	literalParagraph,
} from "#app/imports/literal-markdown.ts";
import {
	type Problem,
	type ProblemReason,
	problemAt,
} from "#app/imports/problems.ts";
import { isQuestionsHeading } from "#app/imports/questions-heading.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";
import { readTextTable } from "#app/imports/text-tables.ts";

type QuestionSection = { heading: SourceLine; lines: SourceLine[] };

type LessonBody = {
	markdown: string;
	questionSections: QuestionSection[];
	problems: Problem[];
};

const CODE_OPENING = /^`{3,}[^`]*$/u;
const CODE_CLOSING = /^`{3,}$/u;
const LIST_ITEM = /^-\s+(?=\S)/u;

function readCode(
	lines: SourceLine[],
	start: number,
	lastClosing: number,
): Block | null {
	const opening = textAt(lines, start);
	if (!CODE_OPENING.test(opening) || start >= lastClosing) return null;
	let end = start + 1;
	while (!CODE_CLOSING.test(textAt(lines, end))) end++;
	const code = lines.slice(start + 1, end).map((line) => line.text.trimEnd());
	const fence = opening.replace(/[^`].*$/u, "");
	return { markdown: [opening, ...code, fence].join("\n"), next: end + 1 };
}

function readList(lines: SourceLine[], start: number): Block | null {
	const items: string[] = [];
	let next = start;
	for (let index = start; index < lines.length; index++) {
		const text = textAt(lines, index);
		if (text === "") continue;
		if (!LIST_ITEM.test(text)) break;
		items.push(`- ${literalParagraph(text.replace(LIST_ITEM, ""))}`);
		next = index + 1;
	}
	return items.length > 0 ? { markdown: items.join("\n"), next } : null;
}

const withoutMarks = (text: string): string =>
	isQuestionsHeading(text)
		? text.replace(/^#{1,6}\s+/u, "").replace(/^(\*\*|__)(.{1,60})\1/u, "$2")
		: text;

const LANGUAGE =
	/^(?:python|bash|shell|javascript|js|typescript|ts|java|go|rust|c|c\+\+|cpp|json|yaml|sql|html|css)$/iu;

/** A name of a language, as pages put it above code, names it. */
function readUnfenced(
	lines: SourceLine[],
	start: number,
	runs: Map<number, number>,
): Block | null {
	const name = textAt(lines, start);
	const isNamed = LANGUAGE.test(name);
	let from = start;
	if (isNamed)
		do from++;
		while (textAt(lines, from) === "" && lines[from]);
	const end = runs.get(from);
	if (end === undefined) return null;
	const code = lines.slice(from, end + 1).map((line) => line.text.trimEnd());
	const longest = Math.max(2, ...code.map((line) => fenceIn(line)));
	const fence = "`".repeat(longest + 1);
	const info = isNamed ? name.toLowerCase() : "";
	return {
		markdown: [`${fence}${info}`, ...code, fence].join("\n"),
		next: end + 1,
	};
}

function readLineNumbers(lines: SourceLine[], start: number): Block | null {
	const numbers: number[] = [];
	let next = start;
	for (let index = start; index < lines.length; index++) {
		const text = textAt(lines, index);
		if (text === "") continue;
		const isNext = Number(text) === (numbers.at(-1) ?? 0) + 1;
		if (!/^\d{1,4}$/u.test(text) || !isNext) break;
		numbers.push(Number(text));
		next = index + 1;
	}
	return numbers.length > 2 ? { markdown: numbers.join(" "), next } : null;
}

const fenceIn = (line: string): number =>
	/^\s*(`{3,})/u.exec(line)?.[1]?.length ?? 0;

function unclosed(text: string): ProblemReason | null {
	if (opensFormula(text)) return "formulaUnclosed";
	return CODE_OPENING.test(text) ? "codeUnclosed" : null;
}

/** Of `source` as written, which code stays. `instead`: numbers of lines that stand for pictures, and are no headings. */
export function parseBody(
	source: SourceLine[],
	instead: ReadonlySet<number> = new Set(),
): LessonBody {
	const lines = source.map((line) => ({
		...line,
		text: decodeProse(line.text),
	}));
	const blocks: string[] = [];
	const problems: Problem[] = [];
	const questionSections: QuestionSection[] = [];
	const items = numberedItems(lines);
	const runs = codeRuns(source);
	const lastClosing = lines.findLastIndex((line) =>
		CODE_CLOSING.test(line.text.trim()),
	);
	let section: QuestionSection | undefined;

	const isHeading = (line: SourceLine, text: string) =>
		isQuestionsHeading(text) ||
		(looksLikeHeading(text) &&
			!items.has(line.number) &&
			!instead.has(line.number) &&
			!(section && hasEnumerator(text)));

	for (let index = 0; index < lines.length; ) {
		const line = lines[index];
		const text = textAt(lines, index);
		if (!line || text === "") {
			index++;
			continue;
		}
		const block =
			readCode(source, index, lastClosing) ??
			readFormula(lines, index) ??
			readTex(lines, index) ??
			readTextTable(lines, index) ??
			readUnfenced(source, index, runs) ??
			readLineNumbers(lines, index) ??
			readList(lines, index);
		const next = block?.next ?? index + 1;
		if (block) blocks.push(block.markdown);
		else if (isHeading(line, text)) {
			blocks.push(`## ${literalHeading(withoutMarks(text))}`);
			section = isQuestionsHeading(text)
				? { heading: line, lines: [] }
				: undefined;
			if (section) questionSections.push(section);
			index = next;
			continue;
		} else {
			blocks.push(literalParagraph(text));
			const reason = unclosed(text);
			if (reason) problems.push(problemAt(line.number, text, reason));
		}
		for (; index < next; index++) section?.lines.push(lines[index] ?? line);
	}
	return { markdown: blocks.join("\n\n"), questionSections, problems };
}
