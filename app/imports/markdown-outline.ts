import MarkdownIt from "markdown-it";
import { withoutDetails } from "#app/imports/details.ts";
import { hasEnumerator } from "#app/imports/lead-in.ts";
import type { ParsedQuestion } from "#app/imports/parsed-lesson.ts";
import { splitQuestions } from "#app/imports/questions.ts";
import {
	isAnswersHeading,
	isQuestionsHeading,
} from "#app/imports/questions-heading.ts";
import { cleanLine, type SourceLine } from "#app/imports/source-lines.ts";

/** Outside lists and quotes; `from` and `to` are line indices, `to` the first one behind it. */
export type Heading = { level: number; text: string; from: number; to: number };

type Outline = {
	headings: Heading[];
	code: Set<number>;
	questions: ParsedQuestion[];
	withoutQuestions: Heading[];
	/** Line indices of code that has no end. */
	unclosed: number[];
};

// Only block rules: they are linear, and inline structure is not needed.
const blocks = new MarkdownIt();
blocks.core.ruler.enableOnly(["normalize", "block"]);

const PICTURE = /!\[([^[\]]{0,200})\]\([^()]{0,1000}\)\s?/gu;

/** A picture in a heading is an ornament, if words stand beside it. */
function headingText(content: string): string {
	const bare = content.replaceAll(PICTURE, "").trim();
	return withoutMarks(bare === "" ? content : bare);
}

function withoutMarks(content: string): string {
	const line = content
		.replaceAll(PICTURE, "$1")
		.replaceAll(/<!--[^<>]{0,500}-->/gu, "")
		.replace(/\s{0,9}\{#[^{}]{1,100}\}\s{0,9}$/u, "")
		.split("\n")
		.map((part) => part.trim())
		.reduce((text, part) =>
			/[!-~]$/u.test(text.slice(-1)) ? `${text} ${part}` : text + part,
		);
	if (line.includes("$")) return cleanLine(line);
	return cleanLine(
		line
			.replaceAll(/(\*\*|__|`)([^*_`]+)\1/gu, "$2")
			.replaceAll(/\[([^[\]]*)\]\([^()]*\)/gu, "$1"),
	);
}

function codeIn(tokens: ReturnType<typeof blocks.parse>): Set<number> {
	const code = new Set<number>();
	for (const { type, map } of tokens)
		if (map && (type === "fence" || type === "code_block"))
			for (let line = map[0]; line < map[1]; line++) code.add(line);
	return code;
}

function unclosedIn(tokens: ReturnType<typeof blocks.parse>, lines: string[]) {
	return tokens.flatMap(({ type, map, markup }) => {
		if (type !== "fence" || !map) return [];
		const [from, to] = map;
		const last = lines[to - 1]?.replace(/^[\s>]+/u, "") ?? "";
		return to - 1 > from && last.startsWith(markup) ? [] : [from];
	});
}

type Section = { heading: Heading; prose: SourceLine[] };

const BOLD_LEVEL = 7;
const BOLD = /^(\*\*|__)([^*_\n]{1,60})\1([:：]?)\s{0,3}/u;

const WHOLLY_BOLD = /^(\*\*|__)[^*_\n]{1,60}\1$/u;

/** A paragraph 思考题, or one that begins with it in bold; `rest`: what follows. */
function boldHeading(content: string) {
	const bold = BOLD.exec(content);
	const text = bold?.[2] ?? content;
	if (!isQuestionsHeading(text)) return null;
	return { text, rest: bold ? content.slice(bold[0].length) : "" };
}

/** Lines that each begin with a number are questions of their own. */
function itemsOf(text: string): { text: string; at: number }[] {
	const items: { text: string; at: number }[] = [];
	for (const [at, line] of text.split("\n").entries()) {
		const last = items.at(-1);
		if (last && !hasEnumerator(line.trim())) last.text += `\n${line}`;
		else items.push({ text: line, at });
	}
	return items;
}

export function readOutline(markdown: string, firstLine: number): Outline {
	const tokens = blocks.parse(markdown, {});
	const headings: Heading[] = [];
	const code = codeIn(tokens);
	const unfolded = withoutDetails(
		markdown
			.split("\n")
			.map((text, number) => ({ number, text: code.has(number) ? "" : text })),
	);
	const lines = markdown.split("\n");
	const sections: Section[] = [];
	let section: Section | undefined;
	let isAnswer = false;
	let row = { at: 0, number: "" };

	const open = (heading: Heading) => {
		section = { heading, prose: [] };
		sections.push(section);
		isAnswer = false;
	};
	const ask = (from: number, text: string) => {
		if (section && !isAnswer && text.trim() !== "")
			section.prose.push({ number: firstLine + from, text });
	};
	const shown = (content: string, from: number) =>
		content
			.split("\n")
			.map((text, i) => {
				const line = unfolded[from + i];
				return line && line.text !== lines[from + i] ? line.text : text;
			})
			.join("\n")
			.trim();

	for (const [index, { type, level, tag, map, content }] of tokens.entries()) {
		if (type === "tr_open" && map) row = { at: map[0], number: "" };
		const before = tokens[index - 1]?.type ?? "";
		if (type === "inline" && before === "td_open") {
			const text = shown(content, row.at) && withoutMarks(content);
			if (/^\d{1,2}$/u.test(text)) row.number = `${text}. `;
			else ask(row.at, text && row.number + text);
		}
		if (!map) continue;
		const [from, to] = map;
		if (type === "heading_open" && level === 0) {
			const text = headingText(tokens[index + 1]?.content ?? "");
			const heading = { level: Number(tag.slice(1)), text, from, to };
			headings.push(heading);
			if (section && heading.level <= section.heading.level)
				section = undefined;
			isAnswer = isAnswersHeading(text);
			if (isQuestionsHeading(text)) open(heading);
		} else if (type === "inline" && before === "paragraph_open") {
			if (/^\[\^[^\s[\]]+\]:/u.test(content)) continue;
			const bold = tokens[index - 1]?.level === 0 && boldHeading(content);
			if (bold) open({ level: BOLD_LEVEL, text: bold.text, from, to });
			else if (WHOLLY_BOLD.test(content)) isAnswer = isAnswersHeading(content);
			const said = shown(bold ? bold.rest : content, from);
			const isItem = tokens[index - 2]?.type === "list_item_open";
			for (const { text, at } of itemsOf(said))
				ask(
					from + at,
					`${isItem && at === 0 ? "- " : ""}${withoutMarks(text)}`,
				);
		}
	}

	const asked = sections.map(({ heading, prose }) => ({
		heading,
		questions: splitQuestions(prose),
	}));
	return {
		headings,
		code,
		unclosed: unclosedIn(tokens, lines),
		questions: asked.flatMap(({ questions }) => questions),
		withoutQuestions: asked
			.filter(({ questions }) => questions.length === 0)
			.map(({ heading }) => heading),
	};
}
