import type { Sql } from "#app/platform/postgres/db.server.ts";
import { foldCheckIn } from "#app/replies/tree.server.ts";

/** It stays in its place as a pointer, neither accepted nor endorsed. */
export async function becomeQuestion(
	sql: Sql,
	replyId: number,
	threadId: number,
): Promise<void> {
	await sql`
		UPDATE replies SET promoted_to_id = ${threadId}, accepted_at = NULL, endorsed_at = NULL, endorsed_by_id = NULL
		WHERE id = ${replyId}`;
	await foldCheckIn(sql, { id: replyId, isCheckIn: false });
}

export const becomeReplyAgain = (sql: Sql, threadId: number) =>
	sql<{ id: number; threadId: number }>`
	UPDATE replies SET promoted_to_id = NULL WHERE promoted_to_id = ${threadId}
	RETURNING id, thread_id AS "threadId"`;

export type Moved = {
	moved: { id: number; goes: boolean; counts: boolean }[];
	/** Top-level replies, whose answers are to be counted. */
	branches: number[];
};

/** What answers a reply goes with it. An anonymous asker's replies stay: in another's question they would be signed. */
export async function moveReplies(
	sql: Sql,
	replyId: number,
	toId: number,
): Promise<Moved> {
	const moved = await sql<Moved["moved"][number]>`
		WITH RECURSIVE hidden AS (
			SELECT t.author_id AS id FROM replies r JOIN threads t ON t.id = r.thread_id
			WHERE r.id = ${replyId} AND t.is_anonymous AND r.author_id IS DISTINCT FROM t.author_id
		), under AS (
			SELECT r.id, r.id AS root, EXISTS (SELECT 1 FROM hidden WHERE id = r.author_id) AS stays
			FROM replies r WHERE r.parent_id = ${replyId}
			UNION ALL
			SELECT r.id, under.root, EXISTS (SELECT 1 FROM hidden WHERE id = r.author_id)
			FROM replies r JOIN under ON r.parent_id = under.id WHERE NOT under.stays
		)
		UPDATE replies r SET thread_id = CASE WHEN under.stays THEN r.thread_id ELSE ${toId} END,
			parent_id = CASE WHEN under.stays THEN ${replyId} WHEN r.id = under.root THEN NULL ELSE r.parent_id END,
			root_id = CASE WHEN under.stays THEN r.root_id WHEN r.id = under.root THEN NULL ELSE under.root END
		FROM under WHERE r.id = under.id
		RETURNING r.id, NOT under.stays AS goes, NOT under.stays AND r.visibility = 'shown' AS counts`;
	const above = await sql<{ id: number }>`
		SELECT coalesce(root_id, id) AS id FROM replies WHERE id = ${replyId}`;
	return { moved, branches: [...above, ...moved].map(({ id }) => id) };
}
