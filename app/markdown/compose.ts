import type { Token } from "markdown-it";
import { withAnchors } from "#app/markdown/anchors.ts";
import { Budget, type Over } from "#app/markdown/budget.ts";
import { LIMITS, LimitExceeded, type Refused } from "#app/markdown/limits.ts";
import { createParser, type Flavour } from "#app/markdown/parser.ts";
import { renderPlain } from "#app/markdown/plain-html.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { sanitize } from "#app/markdown/sanitize.ts";
import { type SourceBlock, splitBlocks } from "#app/markdown/split-blocks.ts";

export type Rendered = { ok: true; html: string; formulas: number } | Refused;

export type LessonBlock = Omit<SourceBlock, "tokens"> & {
	html: string;
	text: string;
};

export type RenderedLesson =
	| {
			ok: true;
			blocks: LessonBlock[];
			formulas: number;
			/** The first that stays as it was written: a formula, or a block that nests too deep. */
			over: Over | null;
	  }
	| Refused;

const parsers = {
	reply: createParser("reply"),
	lesson: createParser("lesson"),
	short: createParser("short"),
};

/** Unbounded in time and memory: for the worker alone. */
export function composeText(source: string, flavour: Flavour): Rendered {
	return withinLimits(() => {
		const md = parsers[flavour];
		const limits = LIMITS[flavour];
		const tokens =
			flavour === "short" ? md.parseInline(source, {}) : md.parse(source, {});
		const formulas = countFormulas(tokens);
		if (formulas > limits.formulas) throw new LimitExceeded("formulas");
		const raw = md.renderer.render(tokens, md.options);
		const within = (html: string) => withinSize([html], limits.htmlBytes);
		within(raw);
		const html = sanitize(raw);
		within(html);
		return { ok: true, html, formulas };
	});
}

export function composeLesson(source: string): RenderedLesson {
	return withinLimits(() => {
		const md = parsers.lesson;
		const budget = new Budget();
		const tokens = withAnchors(md.parse(source, {}));
		const parts = splitBlocks(tokens, source);
		const raw = parts.map(({ tokens }) =>
			md.renderer.render(tokens, md.options, { budget }),
		);
		withinSize(raw, LIMITS.lesson.htmlBytes);
		const htmls = sanitizeAll(raw);
		let { over } = budget;
		const blocks = parts.map(({ tokens: _, ...block }, index) => {
			const typeset = htmls[index];
			if (typeset === undefined)
				over ??= { limit: "nesting", source: block.source };
			const html = typeset ?? renderPlain(block.source);
			return { ...block, html, text: plainText(html) };
		});
		const written = blocks.map(({ html }) => html);
		withinSize(written, LIMITS.lesson.htmlBytes);
		return { ok: true, blocks, formulas: countFormulas(tokens), over };
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
	return formulas;
}

/** Characters that one pass of the sanitiser takes: starting it costs more than running it, and a long text's takes memory. */
const PASS = 300_000;

/** Undefined where a part nests too deep. */
function sanitizeAll(parts: string[]): (string | undefined)[] {
	const done: (string | undefined)[] = [];
	let pass: string[] = [];
	let length = 0;
	for (const [index, part] of parts.entries()) {
		length += part.length;
		pass.push(part);
		if (length < PASS && index < parts.length - 1) continue;
		done.push(...sanitizeParts(pass));
		pass = [];
		length = 0;
	}
	return done;
}

function sanitizeParts(parts: string[]): (string | undefined)[] {
	try {
		// No text holds U+0000: CommonMark replaces it, formulas refuse it.
		return sanitize(parts.join("\0")).split("\0");
	} catch (error) {
		if (!(error instanceof LimitExceeded)) throw error;
		return parts.length === 1
			? [undefined]
			: parts.flatMap((part) => sanitizeParts([part]));
	}
}

function withinSize(parts: string[], max: number): void {
	let bytes = 0;
	for (const html of parts) bytes += Buffer.byteLength(html);
	if (bytes > max) throw new LimitExceeded("html");
}
