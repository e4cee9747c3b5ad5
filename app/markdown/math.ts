import type {
	Env,
	MarkdownIt,
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
import { mathBlockRules } from "#app/markdown/math-blocks.ts";
import { keepLines } from "#app/markdown/math-lines.ts";
import {
	CLOSING,
	closing,
	isFormula,
	isTex,
} from "#app/markdown/math-marks.ts";

/** `$…$` or `\(…\)` in a line, `$$…$$` or `\[…\]` displayed, a block where it fills its lines. Code comes first. */
export function mathRules(md: MarkdownIt): void {
	md.inline.ruler.after("backticks", "math_inline", inlineRule);
	md.inline.ruler.before("escape", "math_brackets", bracketRule);
	md.core.ruler.after("normalize", "math_bars", keepBars);
	md.use(mathBlockRules).use(equationLabelRules);
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
