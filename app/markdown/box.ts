import type { StateBlock } from "markdown-it";
import type { Box } from "#app/markdown/box-names.ts";
import { pushTitle } from "#app/markdown/inside.ts";

export function titleOf({ zh, en }: Box, src: string): string {
	return /\p{Script=Han}/u.test(src) ? zh : en;
}

type BoxAt = {
	kind: Box["kind"];
	title: string;
	from: number;
	to: number;
	isOpen?: boolean;
};

export function pushBox(
	state: StateBlock,
	{ kind, title, from, to, isOpen = false }: BoxAt,
	pushText: () => void,
): void {
	const isFold = kind === "details";
	const open = state.push("box_open", isFold ? "details" : "div", 1);
	if (!isFold) open.attrSet("class", `box box-${kind}`);
	if (isFold && isOpen) open.attrSet("open", "");
	open.block = true;
	open.map = [from, to];
	if (title) pushTitle(state, isFold ? "summary" : "p", title, from);
	pushText();
	state.push("box_close", isFold ? "details" : "div", -1).block = true;
	state.line = to;
}
