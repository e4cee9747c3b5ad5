import { renderLesson } from "#app/markdown/blocks.server.ts";
import type { Limit } from "#app/markdown/limits.ts";
import { showsSomething } from "#app/markdown/plain-text.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";
import { Invalid } from "#app/platform/refusal.ts";

function refuseAt(field: string, limit: Limit): never {
	throw new Invalid(field, `render_${limit}`);
}

/** @throws Invalid naming the limit, or where nothing would show @throws Unavailable where too many texts wait */
export async function renderBody(body: string, by: number): Promise<string> {
	const rendered = await renderMarkdown(body, "reply", by);
	if (!rendered.ok) return refuseAt("body", rendered.limit);
	if (!showsSomething(rendered.html)) throw new Invalid("body", "bodyEmpty");
	return rendered.html;
}

/** May be empty. @throws Invalid naming the limit @throws Unavailable where too many texts wait */
export async function renderBio(bio: string, by: number): Promise<string> {
	const rendered = await renderMarkdown(bio, "reply", by);
	if (!rendered.ok) return refuseAt("bio", rendered.limit);
	return showsSomething(rendered.html) ? rendered.html : "";
}

/** @throws Invalid naming the limit, or where there is no block @throws Unavailable where too many texts wait */
export async function renderBlocks(body: string, by: number | null) {
	const rendered = await renderLesson(body, by);
	if (!rendered.ok) return refuseAt("body", rendered.limit);
	if (rendered.blocks.length === 0) throw new Invalid("body", "bodyEmpty");
	return rendered.blocks;
}
