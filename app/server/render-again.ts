import { z } from "zod";
import { forgetLesson } from "#app/glossary/lesson-terms.server.ts";
import { renderLesson } from "#app/markdown/blocks.server.ts";
import {
	RENDERER_VERSION,
	renderMarkdown,
	renderPlain,
} from "#app/markdown/render.server.ts";
import type { Task } from "#app/platform/jobs/queue.server.ts";
import { log } from "#app/platform/log.server.ts";
import { changed } from "#app/platform/postgres/changes.server.ts";
import { fragment, limit, sql } from "#app/platform/postgres/db.server.ts";

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

const OLD = fragment(`< ${RENDERER_VERSION}`);

async function isAnyOld(): Promise<boolean> {
	const [lowest] = await sql<{ renderer: number | null }>`SELECT least(
		(SELECT min(renderer) FROM threads WHERE source <> ''), (SELECT min(renderer) FROM replies WHERE source <> ''),
		(SELECT min(bio_renderer) FROM users WHERE bio <> ''), (SELECT min(renderer) FROM blocks WHERE position IS NOT NULL)
	) AS renderer`;
	return (lowest?.renderer ?? RENDERER_VERSION) < RENDERER_VERSION;
}

/** Writes each text at once, so that an interrupted run continues. A text beyond a limit keeps its HTML. */
export const renderAgainTask: Task<{ renderer: number }> = {
	name: "renderAgain",
	payload: z.object({ renderer: z.int() }),
	atStart: { renderer: RENDERER_VERSION },
	merges: true,
	async run({ renderer }, signal) {
		if (renderer > RENDERER_VERSION)
			throw new Error(`A newer server has renderer ${renderer}`);
		if (!(await isAnyOld()) || signal.aborted) return;
		log.info("typesetting older texts anew");
		await textsOf("threads", WRITTEN, signal);
		await textsOf("replies", WRITTEN, signal);
		await textsOf("users", BIO, signal);
		await lessons(signal);
		changed({ courseId: null });
		if (!signal.aborted) log.info("all texts are typeset anew");
	},
};

async function textsOf(
	name: "threads" | "replies" | "users",
	columns: typeof WRITTEN,
	signal: AbortSignal,
) {
	const table = fragment(name);
	while (!signal.aborted) {
		const texts = await sql<Text>`
			SELECT id, ${columns.source} AS source, ${columns.isPlain} AS "isPlain" FROM ${table}
			WHERE ${columns.renderer} ${OLD} AND ${columns.source} <> '' ORDER BY ${columns.renderer} ${limit(BATCH)}`;
		if (texts.length === 0) return;
		for (const { id, source, isPlain } of texts) {
			if (signal.aborted) return;
			const rendered = isPlain
				? { ok: true as const, html: renderPlain(source) }
				: await renderMarkdown(source, "reply");
			const html = rendered.ok ? rendered.html : null;
			await sql`
				UPDATE ${table} SET ${columns.html} = coalesce(${html}, ${columns.html}), ${columns.renderer} = ${RENDERER_VERSION}
				WHERE id = ${id} AND ${columns.source} = ${source}`;
		}
	}
}

async function lessons(signal: AbortSignal) {
	const old = await sql<{ id: number; source: string }>`
		SELECT l.id, r.source FROM lessons l JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = l.revision
		WHERE l.id IN (SELECT lesson_id FROM blocks WHERE position IS NOT NULL AND renderer ${OLD})`;
	for (const { id, source } of old) {
		if (signal.aborted) return;
		const rendered = await renderLesson(source);
		const blocks = rendered.ok ? rendered.blocks : [];
		for (const [position, block] of blocks.entries())
			await sql`UPDATE blocks SET html = ${block.html}, text = ${block.text}
				WHERE lesson_id = ${id} AND position = ${position} AND source = ${block.source}`;
		await sql`UPDATE blocks SET renderer = ${RENDERER_VERSION} WHERE lesson_id = ${id} AND position IS NOT NULL`;
		await forgetLesson(id);
	}
}
