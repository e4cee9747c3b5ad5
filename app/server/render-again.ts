import { forgetLesson } from "#app/glossary/lesson-terms.server.ts";
import { renderLesson } from "#app/markdown/blocks.server.ts";
import {
	RENDERER_VERSION,
	renderMarkdown,
	renderPlain,
} from "#app/markdown/render.server.ts";
import { fragment, sql } from "#app/platform/db.server.ts";
import type { Say } from "#app/platform/embedded-postgres.server.ts";

const BATCH = 500;

type Text = { id: number; source: string; isPlain: boolean };

const WRITTEN = {
	source: fragment("source"),
	html: fragment("html"),
	renderer: fragment("renderer"),
	isPlain: fragment("imported_name IS NOT NULL"),
};
const BIO = {
	source: fragment("bio"),
	html: fragment("bio_html"),
	renderer: fragment("bio_renderer"),
	isPlain: fragment("false"),
};

/**
 * Renders again what an older renderer rendered: looked for at every start, done once. A text that has come to be beyond
 * a limit keeps its HTML.
 */
export async function renderAgain(say: Say): Promise<void> {
	const [old] = await sql<{ texts: number }>`SELECT
		(SELECT count(*) FROM threads WHERE renderer < ${RENDERER_VERSION} AND source <> '')::int
		+ (SELECT count(*) FROM replies WHERE renderer < ${RENDERER_VERSION})::int
		+ (SELECT count(*) FROM users WHERE bio_renderer < ${RENDERER_VERSION} AND bio <> '')::int
		+ (SELECT count(*) FROM blocks WHERE renderer < ${RENDERER_VERSION} AND position IS NOT NULL)::int AS texts`;
	if (!old?.texts) return;
	say(`Typesetting ${old.texts} texts anew …`);
	await textsOf("threads", WRITTEN);
	await textsOf("replies", WRITTEN);
	await textsOf("users", BIO);
	await lessons();
}

async function textsOf(
	name: "threads" | "replies" | "users",
	columns: typeof WRITTEN,
) {
	const table = fragment(name);
	let last = 0;
	for (;;) {
		const texts = await sql<Text>`
			SELECT id, ${columns.source} AS source, ${columns.isPlain} AS "isPlain" FROM ${table}
			WHERE id > ${last} AND ${columns.renderer} < ${RENDERER_VERSION} AND ${columns.source} <> ''
			ORDER BY id LIMIT ${BATCH}`;
		for (const { id, source, isPlain } of texts) {
			const rendered = isPlain
				? { ok: true as const, html: renderPlain(source) }
				: await renderMarkdown(source, "reply");
			const html = rendered.ok ? rendered.html : null;
			await sql`
				UPDATE ${table} SET ${columns.html} = coalesce(${html}, ${columns.html}), ${columns.renderer} = ${RENDERER_VERSION}
				WHERE id = ${id} AND ${columns.source} = ${source}`;
		}
		const end = texts.at(-1);
		if (!end) return;
		last = end.id;
	}
}

async function lessons() {
	const old = await sql<{ id: number; source: string }>`
		SELECT l.id, r.source FROM lessons l JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = l.revision
		WHERE EXISTS (SELECT 1 FROM blocks WHERE lesson_id = l.id AND position IS NOT NULL AND renderer < ${RENDERER_VERSION})`;
	for (const { id, source } of old) {
		const rendered = await renderLesson(source);
		const blocks = rendered.ok ? rendered.blocks : [];
		for (const [position, block] of blocks.entries())
			await sql`UPDATE blocks SET html = ${block.html}, text = ${block.text}
				WHERE lesson_id = ${id} AND position = ${position} AND source = ${block.source}`;
		await sql`UPDATE blocks SET renderer = ${RENDERER_VERSION} WHERE lesson_id = ${id} AND position IS NOT NULL`;
		await forgetLesson(id);
	}
}
