import type { MarkdownIt, StateBlock, StateCore } from "markdown-it";
import { languageOf } from "#app/markdown/highlight.ts";
import { isBehind, isCode, lineAt } from "#app/markdown/inside.ts";
import { CLOSING, isTex } from "#app/markdown/math-marks.ts";

const OPENING = /^(?:\$\$(?!\$)|\\\[)/;
/** Not within a formula that has blank lines: its opening has no end, and this is the text after it. */
const STARTS_BLOCK = /^ {0,3}(?:#{1,6} |`{3}|~{3}|>|\|)/;

/** Formulas that fill their lines. */
export function mathBlockRules(md: MarkdownIt): void {
	const alt = ["paragraph", "reference", "blockquote", "list"];
	md.block.ruler.after("fence", "math_block", blockRule, { alt });
	md.block.ruler.after("fence", "math_environment", environmentRule, { alt });
	md.core.ruler.after("block", "math_fences", fencesToFormulas);
}

function fencesToFormulas({ tokens }: StateCore): void {
	for (const token of tokens)
		if (token.type === "fence" && languageOf(token.info) === "math")
			Object.assign(token, { type: "math_block", tag: "math" });
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
	if (silent && opening === "$$" && isOpenAbove(state, startLine)) return false;
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
	const isSure = isAlone && last.trim() === "";
	if (opening === "\\[" && !isSure && !isTex(content, opening)) return false;

	if (!silent) pushFormula(state, content, startLine, line);
	return true;
}

const FORMULA_LINES = 40;

/** Whether a line of the same paragraph ends with a `$$` that opens a formula, as in "where:$$". This one closes it. */
function isOpenAbove(state: StateBlock, line: number): boolean {
	if (state.parentType !== "paragraph") return false;
	const first = Math.max(state.line, line - FORMULA_LINES);
	for (let at = line - 1; at >= first; at--) {
		const text = lineAt(state, at).trimEnd();
		if (!text.includes("$$")) continue;
		return /[^$]\$\$$/.test(text) && text.split("$$").length % 2 === 0;
	}
	return false;
}

function pushFormula(
	state: StateBlock,
	content: string,
	from: number,
	last: number,
): void {
	state.line = last + 1;
	const token = state.push("math_block", "math", 0);
	Object.assign(token, { block: true, markup: "$$", content });
	token.map = [from, state.line];
}

const NO_TEX = /^(?:#{1,6} |`{3}|~{3})/;
/** Those that are formulas without `$$` around them. */
const ENVIRONMENT = /^\\begin\{((?:equation|align|gather|alignat)\*?)\}/;

function environmentRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	if (isCode(state, startLine)) return false;
	const [, name] = ENVIRONMENT.exec(lineAt(state, startLine)) ?? [];
	const end = `\\end{${name}}`;
	for (let line = startLine; name && line < endLine; line++) {
		const text = lineAt(state, line);
		if (isBehind(state, line) || NO_TEX.test(text)) return false;
		if (line > startLine && ENVIRONMENT.test(text)) return false;
		if (!text.includes(end)) continue;
		if (!text.trimEnd().endsWith(end)) return false;
		const { blkIndent } = state;
		const content = state.getLines(startLine, line + 1, blkIndent, false);
		if (!silent) pushFormula(state, content.trim(), startLine, line);
		return true;
	}
	return false;
}
