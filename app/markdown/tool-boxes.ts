import type { MarkdownIt, StateBlock } from "markdown-it";
import { pushBox, titleOf } from "#app/markdown/box.ts";
import { boxOf } from "#app/markdown/box-names.ts";
import { isBehind, isCode, lineAt, pushSource } from "#app/markdown/inside.ts";

/** Boxes whose text is set in, and boxes written as a fence. */
export function toolBoxRules(md: MarkdownIt): void {
	const alt = ["paragraph", "reference", "blockquote", "list"];
	md.block.ruler.before("fence", "indented_box", indentedRule, { alt });
	md.block.ruler.before("fence", "fenced_box", fencedRule, { alt });
}

/** Of MkDocs: `!!! note`, `??? note` folded, `=== "标题"` one of several tabs. */
const INDENTED =
	/^(!!!|\?\?\?\+?|===)[ \t]+(?:([A-Za-z]+)(?:[ \t]+[a-z]+){0,3}[ \t]*)?(?:"(.*)")?$/;

function indentedRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	if (isCode(state, startLine)) return false;
	const [, mark, name, given] =
		INDENTED.exec(lineAt(state, startLine).trimEnd()) ?? [];
	const isTab = mark === "===" && !name && Boolean(given);
	const box = isTab ? boxOf("note") : boxOf(name);
	const indent = state.blkIndent + 4;
	let end = startLine + 1;
	for (let line = end; line < endLine; line++) {
		if (state.isEmpty(line)) continue;
		if ((state.sCount[line] ?? 0) < indent) break;
		end = line + 1;
	}
	if (!mark || (mark === "===" && !isTab) || !box || end === startLine + 1)
		return false;
	if (silent) return true;
	const source = state.getLines(startLine + 1, end, indent, false);
	const kind = mark.startsWith("?") ? "details" : box.kind;
	const title = given ?? titleOf(box, state.src);
	const isOpen = mark.endsWith("+");
	pushBox(state, { kind, title, from: startLine, to: end, isOpen }, () =>
		pushSource(state, source, startLine + 1),
	);
	return true;
}

/** Of MyST. */
const FENCED = /^(`{3,}|~{3,})[ \t]*\{([A-Za-z]+)\}[ \t]*([^`]*)$/;
const OPTIONS = /^(?:\s*:[\w-]+:.*\n)+/;

function fencedRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	if (isCode(state, startLine)) return false;
	const [, mark, name, given = ""] =
		FENCED.exec(lineAt(state, startLine).trimEnd()) ?? [];
	const box = boxOf(name);
	if (!mark || !box) return false;
	let end = startLine + 1;
	const isEnd = (text: string) =>
		text.startsWith(mark) && text.replaceAll(mark.charAt(0), "").trim() === "";
	while (end < endLine && !isEnd(lineAt(state, end))) {
		if (isBehind(state, end)) return false;
		end++;
	}
	if (end >= endLine) return false;
	if (silent) return true;
	const source = state.getLines(startLine + 1, end, state.blkIndent, false);
	const [options = ""] = OPTIONS.exec(source) ?? [];
	const title = given || titleOf(box, state.src);
	pushBox(state, { kind: box.kind, title, from: startLine, to: end + 1 }, () =>
		pushSource(
			state,
			source.slice(options.length),
			startLine + options.split("\n").length,
		),
	);
	return true;
}
