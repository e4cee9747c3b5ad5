import type { StateBlock } from "markdown-it";

// For blocks that hold others between two lines of their own.

export const lineAt = (state: StateBlock, line: number) =>
	state.src.slice(
		(state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0),
		state.eMarks[line],
	);

export const isCode = (state: StateBlock, line: number) =>
	(state.sCount[line] ?? 0) - state.blkIndent >= 4;

export const isBehind = (state: StateBlock, line: number) =>
	(state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line);

export function pushTitle(
	state: StateBlock,
	tag: "p" | "summary",
	content: string,
	line: number,
): void {
	const open = state.push("title_open", tag, 1);
	if (tag === "p") open.attrSet("class", "box-title");
	open.block = true;
	pushInline(state, content, line);
	state.push("title_close", tag, -1).block = true;
}

function pushInline(state: StateBlock, content: string, line: number): void {
	const inline = state.push("inline", "", 0);
	Object.assign(inline, { content, map: [line, line + 1], children: [] });
}

export function pushInside(state: StateBlock, from: number, to: number): void {
	const max = state.lineMax;
	state.lineMax = to;
	state.md.block.tokenize(state, from, to);
	state.lineMax = max;
}

/** Text of this block from `line` on, without the marks that stand around it. */
export function pushSource(
	state: StateBlock,
	source: string,
	line: number,
): void {
	const from = state.tokens.length;
	state.md.block.parse(source, state.md, state.env, state.tokens);
	for (const token of state.tokens.slice(from)) {
		token.level += state.level;
		if (token.map) token.map = [token.map[0] + line, token.map[1] + line];
	}
}
