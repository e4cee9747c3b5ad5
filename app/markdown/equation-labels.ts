import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { hasTaggedRows, type Tags } from "#app/markdown/tex-macros.ts";

const REFERENCE = /\\(eq)?ref\{([^{}\n]+)\}/y;
const REFERS = /\\(?:eq)?ref\b/;
const MARK = /\\\\|\\(label|tag\*?)\s*\{([^{}]*)\}/g;

/** `\label`, and `\eqref` and `\ref` to it in formulas and in text. */
export function equationLabelRules(md: MarkdownIt): void {
	md.inline.ruler.before("escape", "equation_reference", referenceRule);
	md.core.ruler.after("inline", "equation_labels", resolve);
}

function referenceRule(state: StateInline, silent: boolean): boolean {
	REFERENCE.lastIndex = state.pos;
	const [found, eq, label] = REFERENCE.exec(state.src) ?? [];
	if (!found) return false;
	if (!silent)
		Object.assign(state.push("equation_reference", "", 0), {
			...{ content: found, meta: { label, isInBrackets: Boolean(eq) } },
		});
	state.pos += found.length;
	return true;
}

function resolve({ tokens, src }: StateCore): void {
	if (!REFERS.test(src)) return;
	const parts = tokens.flatMap((token) => token.children ?? [token]);
	const tags = new Map<string, string>();
	for (const { tag, content } of parts)
		if (tag === "math") readLabels(content, tags);
	for (const part of parts)
		if (part.tag === "math") part.meta = { tags };
		else if (part.type === "equation_reference") showReference(part, tags);
}

export const tagsOf = (token: Token | undefined): Tags | undefined =>
	token?.meta?.tags instanceof Map ? token.meta.tags : undefined;

/** A row's label belongs to its tag; those of a formula without tagged rows to its only one. */
function readLabels(tex: string, tags: Map<string, string>): void {
	const rows: { labels: string[]; tag?: string }[] = [{ labels: [] }];
	for (const [, command, text = ""] of tex.matchAll(MARK)) {
		const row = rows.at(-1);
		if (!command) rows.push({ labels: [] });
		else if (command === "label") row?.labels.push(text);
		else if (row) row.tag = text;
	}
	const tagged = rows.flatMap(({ tag }) => tag ?? []);
	const only =
		tagged.length === 1 && !hasTaggedRows(tex) ? tagged[0] : undefined;
	for (const { labels, tag = only } of rows)
		for (const label of labels) tags.set(label, tag ?? label);
}

function showReference(token: Token, tags: Tags): void {
	const { label, isInBrackets } = token.meta ?? {};
	const shown = tags.get(String(label));
	token.type = "text";
	if (shown !== undefined) token.content = isInBrackets ? `(${shown})` : shown;
}
