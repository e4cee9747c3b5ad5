import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import {
	isBehind,
	isCode,
	lineAt,
	pushInside,
	pushTitle,
} from "#app/markdown/inside.ts";
import { MAX_NESTING } from "#app/markdown/limits.ts";

/** The names that GitHub, VitePress and Obsidian share, with what stands above a box without a title. */
const BOXES: Record<string, { kind: string; zh: string; en: string }> = {
	note: { kind: "note", zh: "说明", en: "Note" },
	info: { kind: "note", zh: "说明", en: "Note" },
	tip: { kind: "tip", zh: "提示", en: "Tip" },
	important: { kind: "important", zh: "重要", en: "Important" },
	warning: { kind: "warning", zh: "注意", en: "Warning" },
	caution: { kind: "caution", zh: "警告", en: "Caution" },
	danger: { kind: "caution", zh: "警告", en: "Caution" },
	details: { kind: "details", zh: "详情", en: "Details" },
};

const boxOf = (name = "") => BOXES[name.toLowerCase()];

/** `> [!NOTE]` and `::: tip 标题`; their words are in the language of the text. */
export function boxRules(md: MarkdownIt): void {
	md.block.ruler.before("fence", "box", boxRule, {
		alt: ["paragraph", "reference", "blockquote", "list"],
	});
	md.core.ruler.after("block", "alerts", alertsToBoxes);
}

function titleOf({ zh, en }: { zh: string; en: string }, src: string): string {
	return /\p{Script=Han}/u.test(src) ? zh : en;
}

const OPENING = /^(:{3,})[ \t]*([A-Za-z]+)[ \t]*(?:\[(.*)\]|(\S.*))?$/;
const CLOSING = /^:{3,}\s*$/;

function boxRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	if (isCode(state, startLine)) return false;
	const [, , name, bracketed, bare] =
		OPENING.exec(lineAt(state, startLine)) ?? [];
	const box = boxOf(name);
	const end = box ? endOfBox(state, startLine, endLine) : -1;
	if (!box || end < 0) return false;
	if (silent) return true;

	const isFold = box.kind === "details";
	const open = state.push("box_open", isFold ? "details" : "div", 1);
	if (!isFold) open.attrSet("class", `box box-${box.kind}`);
	open.block = true;
	open.map = [startLine, end + 1];
	const title = (bracketed ?? bare)?.trim() || titleOf(box, state.src);
	pushTitle(state, isFold ? "summary" : "p", title, startLine);
	pushInside(state, startLine + 1, end);
	state.push("box_close", isFold ? "details" : "div", -1).block = true;
	state.line = end + 1;
	return true;
}

/** A longer mark may hold shorter ones; one of an unknown name has its end too. */
function endOfBox(state: StateBlock, startLine: number, endLine: number) {
	const open: number[] = [];
	for (let line = startLine; line < endLine; line++) {
		if (isBehind(state, line)) return -1;
		const text = lineAt(state, line);
		const [, mark] = OPENING.exec(text) ?? [];
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
