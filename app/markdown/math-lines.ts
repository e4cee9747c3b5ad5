import type { StateCore, Token } from "markdown-it";
import { AFTER, BEFORE, RUN_MAX } from "#app/markdown/unbroken.ts";

const ENDS_BEFORE = new RegExp(`(?:${BEFORE.source}){1,${RUN_MAX}}$`, "u");
const BEGINS_AFTER = new RegExp(`^(?:${AFTER.source}){1,${RUN_MAX}}`, "u");
/** In letters: a wider formula may not fit a telephone. */
const WIDE = 24;

/** Browsers break lines beside any formula, so a span keeps it with its punctuation; a wide one scrolls in there. */
export function keepLines({ tokens, Token }: StateCore): void {
	for (const block of tokens)
		if (block.children?.some(isInline))
			block.children = kept(block.children, Token);
}

const isInline = ({ type, markup }: Token) =>
	type === "math_inline" && markup === "$";

function kept(children: Token[], Made: typeof Token): Token[] {
	const text = (content: string) =>
		Object.assign(new Made("text", "", 0), { content });
	const done: Token[] = [];
	for (const [index, token] of children.entries()) {
		if (!isInline(token)) {
			done.push(token);
			continue;
		}
		const before = takeFrom(done.at(-1), ENDS_BEFORE);
		const after = takeFrom(children[index + 1], BEGINS_AFTER);
		const isWide = widthOf(token.content) > WIDE;
		if (!before && !after && !isWide) {
			done.push(token);
			continue;
		}
		const open = new Made("math_line_open", "span", 1);
		open.attrSet("class", isWide ? "wide scroll" : "unbroken");
		if (isWide) open.attrSet("tabindex", "0");
		const close = new Made("math_line_close", "span", -1);
		done.push(open, text(before), token, text(after), close);
	}
	return done;
}

function takeFrom(token: Token | undefined, pattern: RegExp): string {
	if (token?.type !== "text") return "";
	const [found = ""] = pattern.exec(token.content) ?? [];
	token.content = token.content.replace(pattern, "");
	return found;
}

const widthOf = (tex: string) =>
	tex
		.replace(/\\[A-Za-z]+/g, "x")
		.replace(/[\s{}^_&\\]/g, "")
		.replace(/\p{Script=Han}/gu, "xx").length;
