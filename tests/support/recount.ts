import { sql } from "#app/platform/db.server.ts";

type Row = {
	id: number;
	parentId: number | null;
	rootId: number | null;
	removed: boolean;
	listed: boolean;
	underCount: number;
};

/**
 * What a thread stores about its replies' shape, and the same worked out anew from what they are: which are removed,
 * and which answers which.
 */
export async function shapeOf(threadId: number) {
	const rows = await sql<Row>`
		SELECT id, parent_id AS "parentId", root_id AS "rootId", removed_at IS NOT NULL AS removed, listed,
			under_count AS "underCount" FROM replies WHERE thread_id = ${threadId} ORDER BY id`;
	const [stored] = await sql<{ replies: number; top: number }>`
		SELECT reply_count AS replies, top_count AS top FROM threads WHERE id = ${threadId}`;
	const isListed = (row: Row): boolean =>
		!row.removed ||
		rows.some(({ parentId, ...child }) =>
			parentId === row.id ? isListed({ parentId, ...child }) : false,
		);
	const listed = rows.filter(isListed);
	return {
		stored: {
			...stored,
			listed: rows.filter((row) => row.listed).map(({ id }) => id),
			under: rows.map(({ underCount }) => underCount),
		},
		recounted: {
			replies: rows.filter(({ removed }) => !removed).length,
			top: listed.filter(({ rootId }) => rootId === null).length,
			listed: listed.map(({ id }) => id),
			under: rows.map(
				({ id }) => listed.filter(({ rootId }) => rootId === id).length,
			),
		},
	};
}
