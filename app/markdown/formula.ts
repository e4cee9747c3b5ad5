import katex from "katex";
import { toMathMlCore } from "#app/markdown/mathml-core.ts";
import { escapeHtml } from "#app/markdown/plain-text.ts";
import { macrosFor, type Tags } from "#app/markdown/tex-macros.ts";

/** Macro expansions in one formula: stops `\def\a{\a\a}\a`. */
const MAX_EXPANSIONS = 1_000;
const MAX_EMS = 20;

export type Placement = "inline" | "displayed" | "block";

/** MathML; a wrong formula becomes its source in `code.math-source`. */
export function renderFormula(
	tex: string,
	placement: Placement,
	tags?: Tags,
): string {
	const mathml = toMathMl(tex, placement !== "inline", tags);
	if (mathml === null) return formulaAsSource(tex, placement);
	if (placement === "inline") return mathml;
	return placement === "block"
		? `<div class="formula scroll" tabindex="0">${mathml}</div>\n`
		: displayed(mathml);
}

export function formulaAsSource(tex: string, placement: Placement): string {
	const marker = placement === "inline" ? "$" : "$$";
	const source = escapeHtml(marker + tex + marker);
	const code = `<code class="math-source">${source}</code>`;
	if (placement === "inline") return code;
	return placement === "block"
		? `<pre tabindex="0">${code}</pre>\n`
		: displayed(code);
}

const displayed = (html: string) =>
	`<span class="formula scroll" tabindex="0">${html}</span>`;

function toMathMl(
	tex: string,
	displayMode: boolean,
	tags?: Tags,
): string | null {
	try {
		const html = katex.renderToString(tex, {
			displayMode,
			output: "mathml",
			trust: false,
			strict: false,
			throwOnError: true,
			maxExpand: MAX_EXPANSIONS,
			maxSize: MAX_EMS,
			macros: macrosFor(tags),
		});
		// PostgreSQL takes no U+0000, which \char0 gives.
		if (html.includes("\0")) return null;
		const start = html.indexOf("<math");
		return toMathMlCore(html.slice(start, html.lastIndexOf("</span>")));
	} catch {
		// KaTeX throws its own error for wrong TeX, RangeError for too deep nesting.
		return null;
	}
}
