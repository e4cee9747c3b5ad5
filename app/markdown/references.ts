import type { MarkdownIt, StateCore } from "markdown-it";
import { changeLines } from "#app/markdown/change-lines.ts";

/** Further to the right it may be code. */
const DEFINITION = /^([ >]*(?<! {4}))(\[(?!\^)[^[\]]+\]:[ \t]*(\S*).*)$/;

/** In CommonMark any word after `[注]:` is an address, and the line vanishes. */
export function referenceRules(md: MarkdownIt): void {
	md.core.ruler.after("normalize", "references", keepText);
}

function keepText(state: StateCore): void {
	if (!state.src.includes("]:")) return;
	state.src = changeLines(state.src, (line, next) => {
		const [, before = "", text = "", target] = DEFINITION.exec(line) ?? [];
		const address = target || next.replace(/^[\s>]+/, "");
		return text && !isAddress(address) ? `${before}\\${text}` : line;
	});
}

const isAddress = (text: string) =>
	/^<?(?:[a-z][a-z0-9+.-]*:|[/#]|\.{1,2}\/)/i.test(text) ||
	(/^[!-~]+$/.test(text) && /[./]/.test(text));
