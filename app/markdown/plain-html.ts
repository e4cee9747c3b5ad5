import { breakable } from "#app/markdown/breakable.ts";
import { escapeHtml } from "#app/markdown/plain-text.ts";

/** Literal: paragraphs at blank lines, line ends kept, nothing linked. */
export function renderPlain(text: string): string {
	return text
		.replace(/\r\n?/g, "\n")
		.split(/\n[ \t]*\n/)
		.map((paragraph) => breakable(escapeHtml(paragraph.trim())))
		.filter((paragraph) => paragraph !== "")
		.map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>\n")}</p>\n`)
		.join("");
}
