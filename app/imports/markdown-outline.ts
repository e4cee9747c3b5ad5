import MarkdownIt from "markdown-it";
import type { ParsedQuestion } from "#app/imports/parsed-lesson.ts";
import { isQuestionsHeading, splitQuestions } from "#app/imports/questions.ts";
import { cleanLine, type SourceLine } from "#app/imports/source-lines.ts";

/** Outside lists and quotes; `from` and `to` are line indices, `to` the first one behind it. */
export type Heading = { level: number; text: string; from: number; to: number };

type Outline = {
	headings: Heading[];
	code: Set<number>;
	questions: ParsedQuestion[];
	withoutQuestions: Heading[];
};

// Only block rules: they are linear, and inline structure is not needed.
const blocks = new MarkdownIt();
blocks.core.ruler.enableOnly(["normalize", "block"]);

function withoutMarks(content: string): string {
	const line = content
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

export function readOutline(markdown: string, firstLine: number): Outline {
	const tokens = blocks.parse(markdown, {});
	const headings: Heading[] = [];
	const code = new Set<number>();
	const sections: { heading: Heading; prose: SourceLine[] }[] = [];
	let isAsking = false;

	for (const [index, { type, level, tag, map, content }] of tokens.entries()) {
		if (!map) continue;
		const [from, to] = map;
		if (type === "heading_open" && level === 0) {
			const text = withoutMarks(tokens[index + 1]?.content ?? "");
			const heading = { level: Number(tag.slice(1)), text, from, to };
			headings.push(heading);
			const above = sections.at(-1)?.heading.level ?? 0;
			isAsking &&= heading.level > above;
			if (!isQuestionsHeading(text)) continue;
			sections.push({ heading, prose: [] });
			isAsking = true;
		} else if (type === "fence" || type === "code_block") {
			for (let line = from; line < to; line++) code.add(line);
		} else if (type === "inline" && isAsking) {
			if (tokens[index - 1]?.type === "heading_open") continue;
			if (/^\[\^[^\s[\]]+\]:/u.test(content)) continue;
			const isItem = tokens[index - 2]?.type === "list_item_open";
			const text = `${isItem ? "- " : ""}${withoutMarks(content)}`;
			sections.at(-1)?.prose.push({ number: firstLine + from, text });
		}
	}

	const asked = sections.map(({ heading, prose }) => ({
		heading,
		questions: splitQuestions(prose),
	}));
	return {
		headings,
		code,
		questions: asked.flatMap(({ questions }) => questions),
		withoutQuestions: asked
			.filter(({ questions }) => questions.length === 0)
			.map(({ heading }) => heading),
	};
}
