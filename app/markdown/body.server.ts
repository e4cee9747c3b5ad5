import { renderLesson } from "#app/markdown/blocks.server.ts";
import type { Limit } from "#app/markdown/limits.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";
import { Invalid } from "#app/platform/refusal.ts";

function refuseAt(field: string, limit: Limit): never {
	throw new Invalid(field, `render_${limit}`);
}

/**
 * The HTML of a text that somebody wrote in the field `field`.
 * @throws Invalid naming the limit that it goes beyond
 */
export async function renderBody(
	body: string,
	field = "body",
): Promise<string> {
	const rendered = await renderMarkdown(body, "reply");
	return rendered.ok ? rendered.html : refuseAt(field, rendered.limit);
}

/**
 * The blocks of a lesson that somebody wrote.
 * @throws Invalid naming the limit that it goes beyond
 */
export async function renderBlocks(body: string) {
	const rendered = await renderLesson(body);
	return rendered.ok ? rendered.blocks : refuseAt("body", rendered.limit);
}
