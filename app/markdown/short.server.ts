import { LRUCache } from "lru-cache";
import { breakable } from "#app/markdown/breakable.ts";
import { escapeHtml } from "#app/markdown/plain-text.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";

const KEPT = 2000;
const rendered = new LRUCache<string, string>({ max: KEPT });

/** A few words as typed, with their formulas, for within a paragraph. What cannot be typeset stays as typed. */
export async function renderShort(text: string): Promise<string> {
	if (!/\$|\\[([]/.test(text)) return asTyped(text);
	const known = rendered.get(text);
	if (known !== undefined) return known;
	const short = await renderMarkdown(text, "short");
	const html = short.ok ? short.html : asTyped(text);
	rendered.set(text, html);
	return html;
}

const asTyped = (text: string) =>
	breakable(escapeHtml(text)).replaceAll("\n", "<br>\n");

export const withShortHtml = <Row extends { shortForm: string }>(
	rows: Row[],
): Promise<(Row & { shortHtml: string })[]> =>
	Promise.all(
		rows.map(async (row) => ({
			...row,
			shortHtml: await renderShort(row.shortForm),
		})),
	);
