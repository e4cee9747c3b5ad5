import type { MarkdownIt, Token } from "markdown-it";
import {
	LimitExceeded,
	MAX_FORMULAS,
	MAX_HTML_BYTES,
	type Refused,
} from "#app/markdown/limits.ts";
import { createParser, type Flavour } from "#app/markdown/parser.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { sanitize } from "#app/markdown/sanitize.ts";
import { type SourceBlock, splitBlocks } from "#app/markdown/split-blocks.ts";

export type Rendered = { ok: true; html: string; formulas: number } | Refused;

export type LessonBlock = Omit<SourceBlock, "tokens"> & {
	html: string;
	text: string;
};

export type RenderedLesson =
	| { ok: true; blocks: LessonBlock[]; formulas: number }
	| Refused;

const parsers = {
	reply: createParser("reply"),
	lesson: createParser("lesson"),
};

/** Unbounded in time and memory: for the worker alone. */
export function composeText(source: string, flavour: Flavour): Rendered {
	return withinLimits(() => {
		const md = parsers[flavour];
		const tokens = md.parse(source, {});
		const formulas = countFormulas(tokens);
		const [html = ""] = toHtml(md, [tokens]);
		return { ok: true, html, formulas };
	});
}

export function composeLesson(source: string): RenderedLesson {
	return withinLimits(() => {
		const md = parsers.lesson;
		const tokens = md.parse(source, {});
		const formulas = countFormulas(tokens);
		const blocks = splitBlocks(tokens, source);
		const htmls = toHtml(
			md,
			blocks.map((block) => block.tokens),
		);
		return {
			ok: true,
			blocks: blocks.map(({ tokens: _, ...block }, index) => {
				const html = htmls[index] ?? "";
				return { ...block, html, text: plainText(html) };
			}),
			formulas,
		};
	});
}

function withinLimits<Outcome>(compose: () => Outcome): Outcome | Refused {
	try {
		return compose();
	} catch (error) {
		if (error instanceof LimitExceeded)
			return { ok: false, limit: error.limit };
		throw error;
	}
}

function countFormulas(tokens: Token[]): number {
	let formulas = 0;
	for (const token of tokens)
		for (const part of token.children ?? [token])
			if (part.tag === "math") formulas++;
	if (formulas > MAX_FORMULAS) throw new LimitExceeded("formulas");
	return formulas;
}

/** One sanitiser pass for all parts: starting it costs more than running it. */
function toHtml(md: MarkdownIt, parts: Token[][]): string[] {
	const raw = parts.map((tokens) => md.renderer.render(tokens, md.options));
	// No text holds U+0000: CommonMark replaces it, formulas refuse it.
	return withinSize(sanitize(withinSize(raw.join("\0")))).split("\0");
}

function withinSize(html: string): string {
	if (Buffer.byteLength(html) > MAX_HTML_BYTES) throw new LimitExceeded("html");
	return html;
}
