import type { MarkdownIt, StateCore } from "markdown-it";

/** Further to the right it may be code. */
const DEFINITION = /^([ >]*(?<! {4}))(\[[^[\]]+\]:[ \t]*(\S*).*)$/;
const FENCE = /^[\s>]*(?:`{3}|~{3})/;

/** In CommonMark any word after `[注]:` is an address, and the line vanishes. */
export function referenceRules(md: MarkdownIt): void {
	md.core.ruler.after("normalize", "references", keepText);
}

function keepText(state: StateCore): void {
	if (!state.src.includes("]:")) return;
	const lines = state.src.split("\n");
	let isCode = false;
	for (const [at, line] of lines.entries()) {
		if (FENCE.test(line)) isCode = !isCode;
		const [, before = "", text = "", target] = DEFINITION.exec(line) ?? [];
		if (isCode || !text) continue;
		const address = target || (lines[at + 1] ?? "").replace(/^[\s>]+/, "");
		if (!isAddress(address)) lines[at] = `${before}\\${text}`;
	}
	state.src = lines.join("\n");
}

const isAddress = (text: string) =>
	/^<?(?:[a-z][a-z0-9+.-]*:|[/#]|\.{1,2}\/)/i.test(text) ||
	(/^[!-~]+$/.test(text) && /[./]/.test(text));
