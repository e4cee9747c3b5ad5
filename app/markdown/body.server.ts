import { renderLesson } from "#app/markdown/blocks.server.ts";
import type { Limit } from "#app/markdown/limits.ts";
import { PIECES } from "#app/markdown/plain-text.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";
import { hasVisibleText } from "#app/platform/forms/fields.ts";
import { Invalid } from "#app/platform/forms/refusal.ts";

function refuseAt(field: string, limit: Limit): never {
	throw new Invalid(field, `render_${limit}`);
}

/** Seen without any text: rules, boxes, and the lines that formulas draw. */
const DRAWN = /^(hr|input|mfrac|msqrt|mroot|menclose)$/;

/** Blanks, invisible characters and phantoms show nothing. */
function showsSomething(html: string): boolean {
	let unseen = 0;
	for (const [piece, slash, name = ""] of html.matchAll(PIECES)) {
		if (name === "annotation" || name === "mphantom") unseen += slash ? -1 : 1;
		else if (unseen > 0) continue;
		else if (name ? DRAWN.test(name) || isFilled(piece) : hasVisibleText(piece))
			return true;
	}
	return false;
}

const isFilled = (tag: string) => tag.includes(" mathbackground=");

/** May be empty. @throws Invalid naming the limit @throws Unavailable where too many texts wait */
export async function renderOptional(
	text: string,
	by: number,
	field: "body" | "bio",
): Promise<string> {
	const rendered = await renderMarkdown(text, "reply", by);
	if (!rendered.ok) return refuseAt(field, rendered.limit);
	return showsSomething(rendered.html) ? rendered.html : "";
}

/** @throws Invalid naming the limit, or where nothing would show @throws Unavailable where too many texts wait */
export async function renderBody(body: string, by: number): Promise<string> {
	const html = await renderOptional(body, by, "body");
	if (html === "") throw new Invalid("body", "bodyEmpty");
	return html;
}

/** @throws Invalid naming the limit, or where there is no block @throws Unavailable where too many texts wait */
export async function renderBlocks(body: string, by: number | null) {
	const rendered = await renderLesson(body, by);
	if (!rendered.ok) return refuseAt("body", rendered.limit);
	if (rendered.over) return refuseAt("body", rendered.over.limit);
	if (rendered.blocks.length === 0) throw new Invalid("body", "bodyEmpty");
	return rendered.blocks;
}
