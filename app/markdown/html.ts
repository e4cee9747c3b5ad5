import type {
	MarkdownIt,
	StateBlock,
	StateCore,
	StateInline,
	Token,
} from "markdown-it";
import {
	isBehind,
	isCode,
	lineAt,
	pushInside,
	pushParagraph,
	pushTitle,
} from "#app/markdown/inside.ts";
import { MAX_NESTING } from "#app/markdown/limits.ts";

// The HTML that authors write in Markdown, from a short list. All else shows as text.

const PAIR = /<(sub|sup|kbd|u|mark)>/iy;
const MARKED = /(?<![A-Za-z0-9=])==(?=[^\s=])/y;
const BREAK = /<br\s*\/?>\n?/iy;
const PICTURE = /<img\s[^<>]*>/iy;

export function htmlRules(md: MarkdownIt): void {
	md.inline.ruler.before("autolink", "html_bits", bitRule);
	md.inline.ruler.before("emphasis", "marked", markedRule);
	md.block.ruler.before("fence", "html_comment", commentRule, {
		alt: ["paragraph", "reference", "blockquote", "list"],
	});
	md.block.ruler.before("fence", "html_details", detailsRule, {
		alt: ["paragraph", "reference", "blockquote"],
	});
	md.core.ruler.push("tasks", showTasks);
}

function matchAt(pattern: RegExp, { src, pos }: StateInline) {
	pattern.lastIndex = pos;
	return pattern.exec(src);
}

function bitRule(state: StateInline, silent: boolean): boolean {
	if (state.src[state.pos] !== "<") return false;
	const pair = matchAt(PAIR, state);
	if (pair) {
		const [open, name = ""] = pair;
		const tag = name.toLowerCase();
		return pairRule(state, silent, { tag, open, close: `</${tag}>` });
	}
	const found =
		commentAt(state) ?? (matchAt(BREAK, state) ?? matchAt(PICTURE, state))?.[0];
	if (!found || state.pos + found.length > state.posMax) return false;
	if (!silent && /^<br/i.test(found)) state.push("hardbreak", "br", 0);
	if (!silent && /^<img/i.test(found)) pushPicture(state, found);
	state.pos += found.length;
	return true;
}

function commentAt({ src, pos }: StateInline): string | undefined {
	const end = src.startsWith("<!--", pos) ? src.indexOf("-->", pos + 4) : -1;
	return end < 0 ? undefined : src.slice(pos, end + 3);
}

function markedRule(state: StateInline, silent: boolean): boolean {
	const found = matchAt(MARKED, state);
	if (!found) return false;
	return pairRule(state, silent, { tag: "mark", open: "==", close: "==" });
}

type Pair = { tag: string; open: string; close: string };

function pairRule(state: StateInline, silent: boolean, pair: Pair): boolean {
	const start = state.pos + pair.open.length;
	const end = state.src.toLowerCase().indexOf(pair.close, start);
	const max = state.posMax;
	if (end <= start || end + pair.close.length > max) return false;
	if (pair.close === "==" && /\s/.test(state.src[end - 1] ?? "")) return false;
	if (!silent) {
		state.push(`${pair.tag}_open`, pair.tag, 1);
		state.pos = start;
		state.posMax = end;
		state.md.inline.tokenize(state);
		state.push(`${pair.tag}_close`, pair.tag, -1);
		state.posMax = max;
	}
	state.pos = end + pair.close.length;
	return true;
}

const ALT = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const SRC = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

function attributeOf(attribute: RegExp, tag: string): string {
	const [, quoted, single] = attribute.exec(tag) ?? [];
	return quoted ?? single ?? "";
}

function pushPicture(state: StateInline, tag: string): void {
	const token = state.push("image", "img", 0);
	const text = Object.assign(new state.Token("text", "", 0), {
		content: attributeOf(ALT, tag),
	});
	token.attrs = [["src", attributeOf(SRC, tag)]];
	token.children = [text];
}

function commentRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	if (isCode(state, startLine)) return false;
	let text = lineAt(state, startLine);
	if (!text.startsWith("<!--")) return false;
	let line = startLine;
	while (!text.includes("-->")) {
		line++;
		if (line >= endLine) return false;
		text = lineAt(state, line);
	}
	if (!/-->\s*$/.test(text)) return false;
	if (!silent) state.line = line + 1;
	return true;
}

const DETAILS = /^<details(?:\s+open)?>\s*(?:<summary>(.*)<\/summary>\s*)?$/i;
const SUMMARY = /^<summary>(.*)<\/summary>\s*$/i;
const DETAILS_ALONE =
	/^<details(?:\s+open)?>\s*<summary>((?:[^<]|<(?!\/summary>)){0,500})<\/summary>/i;
const CLOSE = "</details>";
/** Of a summary, which is set apart anyway. */
const WEIGHT = /<\/?(?:b|strong|h[1-6])>/gi;
const DETAILS_END = /^<\/details>\s*$/i;

function detailsRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	const opening = DETAILS.exec(lineAt(state, startLine));
	if (isCode(state, startLine)) return false;
	if (!opening) return detailsInLine(state, startLine, silent);
	const end = endOfDetails(state, startLine, endLine);
	if (end < 0) return false;
	if (silent) return true;

	let [, summary] = opening;
	let from = startLine + 1;
	if (summary === undefined && from < end) {
		while (from < end && state.isEmpty(from)) from++;
		[, summary] = SUMMARY.exec(lineAt(state, from)) ?? [];
		if (summary !== undefined) from++;
	}
	openDetails(state, summary, { startLine, end, at: from - 1 });
	pushInside(state, from, end);
	closeDetails(state, end);
	return true;
}

function openDetails(
	state: StateBlock,
	summary: string | undefined,
	{ startLine, end, at }: { startLine: number; end: number; at: number },
): void {
	const open = state.push("details_open", "details", 1);
	open.block = true;
	open.map = [startLine, end + 1];
	if (summary !== undefined)
		pushTitle(state, "summary", summary.replace(WEIGHT, "").trim(), at);
}

function closeDetails(state: StateBlock, end: number): void {
	state.push("details_close", "details", -1).block = true;
	state.line = end + 1;
}

function detailsInLine(
	state: StateBlock,
	line: number,
	silent: boolean,
): boolean {
	const text = lineAt(state, line).trimEnd();
	const [opening = "", summary] = DETAILS_ALONE.exec(text) ?? [];
	if (summary === undefined || !text.toLowerCase().endsWith(CLOSE))
		return false;
	const content = text.slice(opening.length, -CLOSE.length).trim();
	if (/<\/?details/i.test(content)) return false;
	if (silent) return true;
	openDetails(state, summary, { startLine: line, end: line, at: line });
	pushParagraph(state, content, line);
	closeDetails(state, line);
	return true;
}

function endOfDetails(state: StateBlock, startLine: number, endLine: number) {
	let depth = 0;
	for (let line = startLine; line < endLine; line++) {
		if (isBehind(state, line)) return -1;
		const text = lineAt(state, line);
		if (DETAILS.test(text)) depth++;
		else if (DETAILS_END.test(text)) depth--;
		if (depth === 0) return line;
		if (depth > MAX_NESTING) return -1;
	}
	return -1;
}

const TASK = /^\[([ xX])\] /;

/** No box to tick: a text cannot be changed by its readers. */
function showTasks({ tokens }: StateCore): void {
	for (const [at, { type, children }] of tokens.entries()) {
		const first = children?.[0];
		if (type !== "inline" || first?.type !== "text") continue;
		const item = tokens[at - 2];
		if (item?.type !== "list_item_open" || !TASK.test(first.content)) continue;
		item.attrSet("class", "task");
		showTask(first);
	}
}

function showTask(text: Token): void {
	text.content = text.content.replace(TASK, (_, mark) =>
		mark === " " ? "☐ " : "☑ ",
	);
}
