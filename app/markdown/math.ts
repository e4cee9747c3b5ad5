import type {
	Env,
	MarkdownIt,
	StateBlock,
	StateCore,
	StateInline,
	Token,
} from "markdown-it";
import { budgetOf } from "#app/markdown/budget.ts";
import { changeLines } from "#app/markdown/change-lines.ts";
import { equationLabelRules, tagsOf } from "#app/markdown/equation-labels.ts";
import {
	formulaAsSource,
	type Placement,
	renderFormula,
} from "#app/markdown/formula.ts";
import { languageOf } from "#app/markdown/highlight.ts";
import { keepLines } from "#app/markdown/math-lines.ts";

const CLOSING: Record<string, string> = { "\\(": "\\)", "\\[": "\\]" };
const OPENING = /^(?:\$\$(?!\$)|\\\[)/;
/** Not within a formula that has blank lines: its opening has no end, and this is the text after it. */
const STARTS_BLOCK = /^ {0,3}(?:#{1,6} |`{3}|~{3}|>|\|)/;

/** `$…$` or `\(…\)` in a line, `$$…$$` or `\[…\]` displayed, a block where it fills its lines. Code comes first. */
export function mathRules(md: MarkdownIt): void {
	md.inline.ruler.after("backticks", "math_inline", inlineRule);
	md.inline.ruler.before("escape", "math_brackets", bracketRule);
	md.block.ruler.after("fence", "math_block", blockRule, {
		alt: ["paragraph", "reference", "blockquote", "list"],
	});
	md.core.ruler.after("normalize", "math_bars", keepBars);
	md.core.ruler.after("block", "math_fences", fencesToFormulas);
	md.use(equationLabelRules);
	md.core.ruler.push("math_lines", keepLines);
	md.renderer.rules.math_inline = (tokens, index, _, env) => {
		const token = tokens[index];
		const isDisplayed = token?.markup === "$$";
		return render(token, isDisplayed ? "displayed" : "inline", env);
	};
	md.renderer.rules.math_block = (tokens, index, _, env) =>
		render(tokens[index], "block", env);
}

function render(
	token: Token | undefined,
	placement: Placement,
	env: Env | undefined,
) {
	const tex = token?.content ?? "";
	const budget = budgetOf(env);
	if (budget && !budget.allows(tex)) return formulaAsSource(tex, placement);
	const html = renderFormula(tex, placement, tagsOf(token));
	budget?.took(html);
	return html;
}

const COLUMNS = /^\|?(?: *:?-+:? *\|)+(?: *:?-+:?)?$/;
const isColumns = (line: string) =>
	COLUMNS.test(line.replace(/^[\s>]+/, "").trimEnd());

/** Tables are cut at bars before formulas are read, so a row's formulas get theirs escaped. */
function keepBars(state: StateCore): void {
	if (!/\$|\\\(/.test(state.src) || !state.src.includes("|")) return;
	let isTable = false;
	state.src = changeLines(state.src, (line, next) => {
		isTable = (isTable && line.includes("|")) || isColumns(next);
		return isTable ? withBars(line) : line;
	});
}

function withBars(row: string): string {
	let done = "";
	let at = 0;
	for (const { 0: mark, index } of row.matchAll(/\$|\\\(/g)) {
		if (index < at) continue;
		const start = index + mark.length;
		const close = CLOSING[mark] ?? mark;
		const end = closing(row, start, row.length, close, mark);
		const content = row.slice(start, Math.max(end, start));
		const isOne =
			mark === "$"
				? end >= start && isFormula(row, start, end, mark)
				: isTex(content, mark);
		done += row.slice(at, start) + (isOne ? escaped(content) + close : "");
		at = isOne ? end + close.length : start;
	}
	return done + row.slice(at);
}

/** Two `\|` are a norm; one is a bar that its author escaped for the table. */
function escaped(tex: string): string {
	const norms = tex.match(/\\\|/g)?.length ?? 0;
	const kept = norms === 1 ? tex.replace("\\|", "|") : tex;
	return kept.replaceAll("|", "\\|");
}

function fencesToFormulas({ tokens }: StateCore): void {
	for (const token of tokens)
		if (token.type === "fence" && languageOf(token.info) === "math")
			Object.assign(token, { type: "math_block", tag: "math" });
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

function bracketRule(state: StateInline, silent: boolean): boolean {
	const { src, pos, posMax } = state;
	const opening = src.slice(pos, pos + 2);
	const marker = CLOSING[opening];
	const end = marker ? closing(src, pos + 2, posMax, marker, opening) : -1;
	const content = src.slice(pos + 2, Math.max(end, 0)).trim();
	if (end < 0 || !isTex(content, opening)) return false;
	if (!silent) {
		const token = state.push("math_inline", "math", 0);
		token.markup = opening === "\\(" ? "$" : "$$";
		token.content = content;
	}
	state.pos = end + 2;
	return true;
}

/** -1 also where code or another formula comes first: a search to the end for each opening would take quadratic time. */
function closing(
	src: string,
	start: number,
	max: number,
	marker: string,
	opening = marker,
) {
	for (let at = start; at + marker.length <= max; at++) {
		if (src.startsWith(marker, at)) return at;
		if (src[at] === "`" || src.startsWith(opening, at)) return -1;
		if (src[at] === "\\") at++;
	}
	return -1;
}

/** Converters to Markdown write the brackets of "[1]" and "(见附录)" with a backslash too. */
const isTex = (content: string, opening: string) =>
	/[\\^_=]/.test(content) ||
	(opening === "\\(" && content !== "" && !/\p{Script=Han}/u.test(content));

/** A variable or a sum, and the sentence goes on: "$PATH、${HOME}", "$5，也就是$". */
const SENTENCE =
	/^(?:[A-Za-z_]{2,40}|\d[\d.]{0,20})\s?[、，。；：！？]|^\{[A-Za-z_]{2,40}\}./u;

/** "$5 and $6" and "US$20" are money, "$HOME and $PATH" are variables. */
function isFormula(src: string, start: number, end: number, marker: string) {
	const content = src.slice(start, end);
	if (marker === "$$") return content.trim() !== "";
	return (
		/^\S(.*\S)?$/s.test(content) &&
		!SENTENCE.test(content) &&
		!/[A-Za-z0-9]/.test(src[start - 2] ?? "") &&
		!/[A-Za-z0-9{]/.test(src[end + 1] ?? "")
	);
}

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

	const opening = state.src.slice(start, start + 2);
	const marker = CLOSING[opening] ?? opening;
	const lines: string[] = [];
	let rest = state.src.slice(start + 2, state.eMarks[startLine]);
	const isAlone = rest.trim() === "";
	let hasBlank = false;
	let line = startLine;
	while (!rest.includes(marker)) {
		lines.push(rest);
		line++;
		if (line >= endLine) return false;
		const isBlank = state.isEmpty(line);
		const isInside = (state.sCount[line] ?? 0) >= state.blkIndent;
		if (isBlank ? !isAlone : !isInside) return false;
		hasBlank ||= isBlank;
		rest = isBlank
			? ""
			: state.getLines(line, line + 1, state.blkIndent, false);
		const isAnother =
			rest.trimStart().startsWith(opening) && marker !== opening;
		if (isAnother || (hasBlank && STARTS_BLOCK.test(rest))) return false;
	}
	const [last = "", ...behind] = rest.split(marker);
	if (hasBlank && last.trim() !== "") return false;
	lines.push(last);
	const content = lines.join("\n").trim();
	if (behind.join(marker).trim() !== "" || content === "") return false;
	if (opening === "\\[" && !isTex(content, opening)) return false;

	if (silent) return true;
	state.line = line + 1;
	const token = state.push("math_block", "math", 0);
	token.block = true;
	token.markup = "$$";
	token.map = [startLine, state.line];
	token.content = content;
	return true;
}
