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
	const inline = state.push("inline", "", 0);
	Object.assign(inline, { content, map: [line, line + 1], children: [] });
	state.push("title_close", tag, -1).block = true;
}

export function pushInside(state: StateBlock, from: number, to: number): void {
	const max = state.lineMax;
	state.lineMax = to;
	state.md.block.tokenize(state, from, to);
	state.lineMax = max;
}
