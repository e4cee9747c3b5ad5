import type {
	MarkdownIt,
	StateBlock,
	StateCore,
	StateInline,
	Token,
} from "markdown-it";
import { renderFormula } from "#app/markdown/formula.ts";
import { AFTER, BEFORE, RUN_MAX } from "#app/markdown/unbroken.ts";

const OPENING = /^\$\$(?!\$)/;
const ENDS_BEFORE = new RegExp(`(?:${BEFORE.source}){1,${RUN_MAX}}$`, "u");
const BEGINS_AFTER = new RegExp(`^(?:${AFTER.source}){1,${RUN_MAX}}`, "u");
/** In letters: a wider formula may not fit a telephone. */
const WIDE = 24;

/** `$…$` in a line, `$$…$$` displayed, a block where it fills its lines. Code comes first. */
export function mathRules(md: MarkdownIt): void {
	md.inline.ruler.after("backticks", "math_inline", inlineRule);
	md.block.ruler.after("fence", "math_block", blockRule, {
		alt: ["paragraph", "reference", "blockquote", "list"],
	});
	md.core.ruler.push("math_lines", keepLines);
	md.renderer.rules.math_inline = (tokens, index) => {
		const { content = "", markup = "" } = tokens[index] ?? {};
		return renderFormula(content, markup === "$$" ? "displayed" : "inline");
	};
	md.renderer.rules.math_block = (tokens, index) =>
		renderFormula(tokens[index]?.content ?? "", "block");
}

function inlineRule(state: StateInline, silent: boolean): boolean {
	const { src, pos, posMax } = state;
	if (src[pos] !== "$") return false;
	let start = pos;
	while (start < posMax && src[start] === "$") start++;
	const marker = src.slice(pos, start);
	const end = marker.length > 2 ? -1 : closing(src, start, posMax, marker);

	if (end < 0 || !isFormula(src, start, end, marker)) {
		if (!silent) state.pending += marker;
		state.pos = start;
		return true;
	}
	if (!silent) {
		const token = state.push("math_inline", "math", 0);
		token.markup = marker;
		token.content = src.slice(start, end).trim();
	}
	state.pos = end + marker.length;
	return true;
}

function closing(src: string, start: number, max: number, marker: string) {
	for (let at = start; at + marker.length <= max; at++) {
		if (src[at] === "\\") at++;
		else if (src[at] === "`") return -1;
		else if (src.startsWith(marker, at)) return at;
	}
	return -1;
}

/** "$5 and $6" and "US$20" are money. */
function isFormula(src: string, start: number, end: number, marker: string) {
	const content = src.slice(start, end);
	if (marker === "$$") return content.trim() !== "";
	return (
		/^\S(.*\S)?$/s.test(content) &&
		!/[A-Za-z0-9]/.test(src[start - 2] ?? "") &&
		!/[0-9]/.test(src[end + 1] ?? "")
	);
}

/** Browsers break lines beside any formula, so a span keeps it with its punctuation; a wide one scrolls in there. */
function keepLines({ tokens, Token }: StateCore): void {
	for (const block of tokens)
		if (block.children?.some(isInline))
			block.children = kept(block.children, Token);
}

const isInline = ({ type, markup }: Token) =>
	type === "math_inline" && markup === "$";

function kept(children: Token[], Made: typeof Token): Token[] {
	const text = (content: string) =>
		Object.assign(new Made("text", "", 0), { content });
	const done: Token[] = [];
	for (const [index, token] of children.entries()) {
		if (!isInline(token)) {
			done.push(token);
			continue;
		}
		const before = takeFrom(done.at(-1), ENDS_BEFORE);
		const after = takeFrom(children[index + 1], BEGINS_AFTER);
		const isWide = widthOf(token.content) > WIDE;
		if (!before && !after && !isWide) {
			done.push(token);
			continue;
		}
		const open = new Made("math_line_open", "span", 1);
		open.attrSet("class", isWide ? "wide scroll" : "unbroken");
		if (isWide) open.attrSet("tabindex", "0");
		const close = new Made("math_line_close", "span", -1);
		done.push(open, text(before), token, text(after), close);
	}
	return done;
}

function takeFrom(token: Token | undefined, pattern: RegExp): string {
	if (token?.type !== "text") return "";
	const [found = ""] = pattern.exec(token.content) ?? [];
	token.content = token.content.replace(pattern, "");
	return found;
}

const widthOf = (tex: string) =>
	tex
		.replace(/\\[A-Za-z]+/g, "x")
		.replace(/[\s{}^_&\\]/g, "")
		.replace(/\p{Script=Han}/gu, "xx").length;

function blockRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
	const indent = (state.sCount[startLine] ?? 0) - state.blkIndent;
	if (indent >= 4 || !OPENING.test(state.src.slice(start, start + 3)))
		return false;

	const lines: string[] = [];
	let rest = state.src.slice(start + 2, state.eMarks[startLine]);
	let line = startLine;
	while (!rest.includes("$$")) {
		lines.push(rest);
		line++;
		const isInside = (state.sCount[line] ?? 0) >= state.blkIndent;
		if (line >= endLine || !isInside || state.isEmpty(line)) return false;
		rest = state.getLines(line, line + 1, state.blkIndent, false);
	}
	const [last = "", ...behind] = rest.split("$$");
	lines.push(last);
	const content = lines.join("\n").trim();
	if (behind.join("$$").trim() !== "" || content === "") return false;

	if (silent) return true;
	state.line = line + 1;
	const token = state.push("math_block", "math", 0);
	token.block = true;
	token.markup = "$$";
	token.map = [startLine, state.line];
	token.content = content;
	return true;
}
