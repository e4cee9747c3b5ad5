import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { pushBox, titleOf } from "#app/markdown/box.ts";
import { boxOf } from "#app/markdown/box-names.ts";
import { isBehind, isCode, lineAt, pushInside } from "#app/markdown/inside.ts";
import { MAX_NESTING } from "#app/markdown/limits.ts";

/** `> [!NOTE]` and `::: tip 标题`; their words are in the language of the text. */
export function boxRules(md: MarkdownIt): void {
	md.block.ruler.before("fence", "box", boxRule, {
		alt: ["paragraph", "reference", "blockquote", "list"],
	});
	md.core.ruler.after("block", "alerts", alertsToBoxes);
}

/** Docusaurus, MyST and Pandoc have brackets and braces here. */
const OPENING =
	/^(:{3,})[ \t]*(?:\{?([A-Za-z]+)\}?)?[ \t]*(?:\[([^\]]*)\](?=[ \t]*(?:\{|$)))?(.*?)(\{(?=[.#]|\w+=)[^{}]*\})?$/;
const CLOSING = /^:{3,}\s*$/;
const CLASS = /\.(?:callout-)?([A-Za-z]+)/;
const TITLE = /\btitle="([^"]*)"/;

function openingOf(line: string) {
	const [, mark, name, bracketed, bare, attributes = ""] =
		OPENING.exec(line.trimEnd()) ?? [];
	if (!mark || (!name && !attributes)) return undefined;
	const [, given] = TITLE.exec(attributes) ?? [];
	return {
		mark,
		box: boxOf(name ?? CLASS.exec(attributes)?.[1]),
		title: (bracketed || bare || given)?.trim(),
	};
}

function boxRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	if (isCode(state, startLine)) return false;
	const { box, title } = openingOf(lineAt(state, startLine)) ?? {};
	const end = box ? endOfBox(state, startLine, endLine) : -1;
	if (!box || end < 0) return false;
	if (silent) return true;
	const shown = title || titleOf(box, state.src);
	pushBox(
		state,
		{ kind: box.kind, title: shown, from: startLine, to: end + 1 },
		() => pushInside(state, startLine + 1, end),
	);
	return true;
}

/** A longer mark may hold shorter ones; one of an unknown name has its end too. */
function endOfBox(state: StateBlock, startLine: number, endLine: number) {
	const open: number[] = [];
	for (let line = startLine; line < endLine; line++) {
		if (isBehind(state, line)) return -1;
		const text = lineAt(state, line);
		const mark = openingOf(text)?.mark;
		if (mark) open.push(mark.length);
		else if (CLOSING.test(text) && text.trim().length >= (open.at(-1) ?? 0))
			open.pop();
		if (open.length === 0) return line;
		if (open.length > MAX_NESTING) return -1;
	}
	return -1;
}

const ALERT = /^\[!([A-Za-z]+)\][+-]?[ \t]*(.*)(?:\n|$)/;

function alertsToBoxes(state: StateCore): void {
	const { tokens } = state;
	const made: Token[] = [];
	const areBoxes: boolean[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at] as Token;
		const [begin, inline] = [tokens[at + 1], tokens[at + 2]];
		const [mark = "", name, title] =
			begin?.type === "paragraph_open" && inline
				? (ALERT.exec(inline.content) ?? [])
				: [];
		const box = boxOf(name);
		made.push(token);
		if (token.type === "blockquote_close" && areBoxes.pop())
			Object.assign(token, { type: "box_close", tag: "div" });
		if (token.type !== "blockquote_open") continue;
		areBoxes.push(box !== undefined);
		if (!box || !inline) continue;
		Object.assign(token, { type: "box_open", tag: "div" });
		token.attrSet("class", `box box-${box.kind}`);
		made.push(...titleTokens(state, title || titleOf(box, state.src), inline));
		inline.content = inline.content.slice(mark.length);
		if (inline.content === "") at += 3;
	}
	state.tokens = made;
}

function titleTokens(
	{ Token }: StateCore,
	content: string,
	{ level, map }: Token,
) {
	const make = (type: string, tag: string, nesting: -1 | 0 | 1) =>
		Object.assign(new Token(type, tag, nesting), { block: true });
	const open = Object.assign(make("title_open", "p", 1), { level: level - 1 });
	open.attrSet("class", "box-title");
	const inline = Object.assign(make("inline", "", 0), {
		...{ content, level, map, children: [] },
	});
	return [
		open,
		inline,
		Object.assign(make("title_close", "p", -1), { level: level - 1 }),
	];
}
