import type {
	MarkdownIt,
	StateBlock,
	StateCore,
	StateInline,
	Token,
} from "markdown-it";
import { detailsRules } from "#app/markdown/details.ts";
import { isCode, lineAt } from "#app/markdown/inside.ts";

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
	md.use(detailsRules);
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
