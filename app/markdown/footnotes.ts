import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { moveToEnd } from "#app/markdown/footnote-list.ts";

const DEFINITION = /^\[\^([^\s[\]^]+)\][:：][ \t]*/;
const REFERENCE = /\[\^([^\s[\]^]+)\]/y;
const INDENT = 2;

/** `[^1]` and `[^1]: …`, numbered as they are referred to, and moved to the end. */
export function footnoteRules(md: MarkdownIt): void {
	md.block.ruler.before("reference", "footnote", definitionRule, {
		alt: ["paragraph", "reference", "blockquote", "list"],
	});
	md.inline.ruler.before("link", "footnote_reference", referenceRule);
	md.core.ruler.after("inline", "footnotes", moveToEnd);
	md.renderer.rules.footnote_reference = (tokens, index) => {
		const { number, time } = tokens[index]?.meta ?? {};
		const id = Number(time) > 1 ? `fnref-${number}-${time}` : `fnref-${number}`;
		return `<sup><a id="${id}" href="#fn-${number}">[${number}]</a></sup>`;
	};
}

function labelsIn(env: object): Set<string> {
	const known: { footnotes?: Set<string> } = env;
	known.footnotes ??= new Set();
	return known.footnotes;
}

function definitionRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
	const { bMarks, tShift, sCount, eMarks } = state;
	const start = (bMarks[startLine] ?? 0) + (tShift[startLine] ?? 0);
	const line = state.src.slice(start, eMarks[startLine]);
	const [mark = "", label = ""] = DEFINITION.exec(line) ?? [];
	if (!mark) return false;
	if (silent) return true;

	labelsIn(state.env).add(label);
	const before = [bMarks, tShift, sCount].map((marks) => marks[startLine] ?? 0);
	const { parentType, blkIndent } = state;
	const open = state.push("footnote_open", "div", 1);
	open.meta = { label, mark: mark.trim() };
	state.blkIndent += INDENT;
	bMarks[startLine] = start + mark.length;
	tShift[startLine] = 0;
	sCount[startLine] = state.blkIndent;
	state.parentType = "blockquote";
	state.md.block.tokenize(state, startLine, endLine);
	state.push("footnote_close", "div", -1);
	open.map = [startLine, state.line];
	Object.assign(state, { parentType, blkIndent });
	[bMarks, tShift, sCount].forEach((marks, at) => {
		marks[startLine] = before[at] ?? 0;
	});
	return true;
}

function referenceRule(state: StateInline, silent: boolean): boolean {
	REFERENCE.lastIndex = state.pos;
	const [found = "", label = ""] = REFERENCE.exec(state.src) ?? [];
	if (!found || !labelsIn(state.env).has(label)) return false;
	if (!silent) state.push("footnote_reference", "", 0).meta = { label };
	state.pos += found.length;
	return true;
}
