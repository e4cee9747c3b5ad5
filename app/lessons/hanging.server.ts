import { matchBlocks } from "#app/lessons/match-blocks.ts";
import { renderShort } from "#app/markdown/short.server.ts";
import * as paths from "#app/paths.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

export type HangingOnEdit = {
	kind: NoteKind | null;
	name: string;
	nameHtml: string | null;
	href: string;
};

/** For staff: the notes and questions at the blocks whose text would change or go, at most 200. */
export async function listHanging(
	slug: string,
	lessonId: number,
	next: { source: string }[],
): Promise<HangingOnEdit[]> {
	const old = await sql<{ id: number; source: string }>`
		SELECT id, source FROM blocks WHERE lesson_id = ${lessonId} AND position IS NOT NULL ORDER BY position`;
	const same = new Set(
		matchBlocks(old, next).flatMap((block, i) =>
			block && block.source === next[i]?.source ? [block.id] : [],
		),
	);
	const changed = old.map(({ id }) => id).filter((id) => !same.has(id));
	if (changed.length === 0) return [];
	const hanging = await sql<{
		kind: NoteKind | null;
		name: string;
		number: number;
		replyId: number | null;
	}>`
		SELECT hanging.kind, hanging.name, hanging.number, hanging."replyId" FROM (
			SELECT p.kind, coalesce(nullif(p.short_form, ''), t.title) AS name, t.number, p.reply_id AS "replyId", p.block_id
			FROM pins p JOIN ${threads(forStaff)} t ON t.id = p.thread_id
			WHERE p.lesson_id = ${lessonId} AND p.unpinned_at IS NULL AND p.block_id = ANY(${changed}::int[])
			UNION ALL
			SELECT NULL, t.title, t.number, NULL, a.block_id
			FROM anchors a JOIN ${threads(forStaff)} t ON t.id = a.thread_id
			WHERE a.lesson_id = ${lessonId} AND a.block_id = ANY(${changed}::int[])
		) hanging JOIN blocks b ON b.id = block_id
		ORDER BY b.position, hanging."replyId" NULLS LAST, hanging.number LIMIT 200`;
	return Promise.all(
		hanging.map(async ({ kind, name, number, replyId }) => ({
			...{ kind, name },
			nameHtml: kind && (await renderShort(name)),
			href: replyId ? paths.reply(slug, replyId) : paths.thread(slug, number),
		})),
	);
}
