import { renderLesson } from "#app/markdown/blocks.server.ts";
import type { Limit } from "#app/markdown/limits.ts";
import { textPieces } from "#app/markdown/plain-text.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";
import { isShown } from "#app/platform/fields.ts";
import { Invalid } from "#app/platform/refusal.ts";

function refuseAt(field: string, limit: Limit): never {
	throw new Invalid(field, `render_${limit}`);
}

/** Whether HTML shows anything: a definition of a link, blanks and invisible characters do not. */
function showsSomething(html: string): boolean {
	if (/<(?:hr|input)\b/.test(html)) return true;
	for (const piece of textPieces(html)) if (isShown(piece)) return true;
	return false;
}

/**
 * The HTML of a text that `by` wrote in the field `body`.
 * @throws Invalid naming the limit that it goes beyond; where nothing of it would be seen
 * @throws Unavailable where too many texts wait
 */
export async function renderBody(body: string, by: number): Promise<string> {
	const rendered = await renderMarkdown(body, "reply", by);
	if (!rendered.ok) return refuseAt("body", rendered.limit);
	if (!showsSomething(rendered.html)) throw new Invalid("body", "bodyEmpty");
	return rendered.html;
}

/**
 * The HTML of what `by` says about themselves in the field `bio`, which may be nothing.
 * @throws Invalid naming the limit that it goes beyond
 * @throws Unavailable where too many texts wait
 */
export async function renderBio(bio: string, by: number): Promise<string> {
	const rendered = await renderMarkdown(bio, "reply", by);
	if (!rendered.ok) return refuseAt("bio", rendered.limit);
	return showsSomething(rendered.html) ? rendered.html : "";
}

/**
 * The blocks of a lesson that `by` wrote.
 * @throws Invalid naming the limit that it goes beyond; where it has none
 * @throws Unavailable where too many texts wait
 */
export async function renderBlocks(body: string, by: number | null) {
	const rendered = await renderLesson(body, by);
	if (!rendered.ok) return refuseAt("body", rendered.limit);
	if (rendered.blocks.length === 0) throw new Invalid("body", "bodyEmpty");
	return rendered.blocks;
}
