import type { MarkdownIt, StateBlock } from "markdown-it";
import { fences } from "#app/markdown/change-lines.ts";
import {
	isBehind,
	isCode,
	lineAt,
	pushSource,
	pushTitle,
} from "#app/markdown/inside.ts";
import { MAX_NESTING } from "#app/markdown/limits.ts";

const OPENING = /^<details(\s[^<>]{0,200})?>/i;
const SUMMARY =
	/^\s*<summary(\s[^<>]{0,200})?>((?:[^<]|<(?!\/?summary)){0,500})<\/summary>/i;
const TAG = /`[^`]*`|<(\/?)details(?:\s[^<>]{0,200})?>/gi;
const REST = /^\s*(?:<!--.*-->\s*)?$/;
/** Of a summary, which is set apart anyway. */
const WEIGHT = /<\/?(?:b|strong|h[1-6])>/gi;
const SCRIPT = /\son/i;

/** `<details>` wherever its text begins and ends, with or without a `<summary>`. */
export function detailsRules(md: MarkdownIt): void {
	md.block.ruler.before("fence", "html_details", detailsRule, {
		alt: ["paragraph", "reference", "blockquote"],
	});
}

function detailsRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	const [opening, attributes = ""] =
		OPENING.exec(lineAt(state, startLine)) ?? [];
	if (!opening || SCRIPT.test(attributes) || isCode(state, startLine))
		return false;
	const content = contentOf(state, startLine, endLine);
	if (!content) return false;
	if (silent) return true;

	const end = startLine + content.length;
	const open = state.push("details_open", "details", 1);
	open.block = true;
	open.map = [startLine, end];
	if (/\sopen\b/i.test(attributes)) open.attrSet("open", "");
	const source = content.join("\n").slice(opening.length);
	const [head = "", hint = "", summary] = SUMMARY.exec(source) ?? [];
	const hasSummary = summary !== undefined && !SCRIPT.test(hint);
	if (hasSummary) {
		const title = summary.replace(WEIGHT, "").replace(/\s+/g, " ").trim();
		pushTitle(state, "summary", title, startLine);
	}
	const before = hasSummary ? head : "";
	pushSource(
		state,
		source.slice(before.length),
		startLine + before.split("\n").length - 1,
	);
	state.push("details_close", "details", -1).block = true;
	state.line = end;
	return true;
}

/** The lines from the opening to before its end; none where it has no end, or where text follows behind that. */
function contentOf(state: StateBlock, startLine: number, endLine: number) {
	const lines: string[] = [];
	const isFenced = fences();
	let depth = 0;
	for (let line = startLine; line < endLine; line++) {
		if (isBehind(state, line)) return undefined;
		const text =
			line === startLine
				? lineAt(state, line)
				: state.getLines(line, line + 1, state.blkIndent, false);
		for (const { 0: tag, 1: slash, index } of isFenced(text)
			? []
			: text.matchAll(TAG)) {
			if (slash === undefined) continue;
			depth += slash ? -1 : 1;
			if (depth > MAX_NESTING) return undefined;
			if (depth > 0) continue;
			lines.push(text.slice(0, index));
			return REST.test(text.slice(index + tag.length)) ? lines : undefined;
		}
		lines.push(text);
	}
	return undefined;
}
