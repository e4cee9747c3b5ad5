import { recount } from "#app/counters/recount.server.ts";
import type { ParsedComment } from "#app/imports/parsed-lesson.ts";
import { RENDERER_VERSION, renderPlain } from "#app/markdown/render.server.ts";
import type { Sql } from "#app/platform/db.server.ts";
import { asksSomething } from "#app/replies/asks.ts";
import { isCheckIn } from "#app/thinking/check-in.ts";

type Old = {
	id: number;
	key: string;
	source: string;
	importedVotes: number;
	sourceReplies: number;
	sourcePosition: number;
	left: boolean;
	isCheckIn: boolean;
};

export type ReadyComment = ParsedComment & {
	html: string;
	asks: boolean;
	isCheckIn: boolean;
};

type Incoming = ReadyComment & { nth: number; key: string };

export const readyComment = (comment: ParsedComment): ReadyComment => ({
	...comment,
	html: renderPlain(comment.text),
	asks: asksSomething(comment.text),
	isCheckIn: isCheckIn(comment.text),
});

const keyOf = (name: string, date: string | null, nth: number) =>
	`${name}\n${date ?? ""}\n${nth}`;

/** A comment's identity: its name, its date, and which of those it is. */
function numbered(comments: ReadyComment[]): Incoming[] {
	const seen = new Map<string, number>();
	return comments.map((comment) => {
		const same = keyOf(comment.nickname, comment.date, 0);
		const nth = (seen.get(same) ?? 0) + 1;
		seen.set(same, nth);
		const key = keyOf(comment.nickname, comment.date, nth);
		return { ...comment, nth, key };
	});
}

/** Keeps and marks comments gone from the document. Returns whether anything changed. */
export async function syncReplies(
	sql: Sql,
	threadId: number,
	comments: ReadyComment[],
): Promise<boolean> {
	const rows = await sql<
		Omit<Old, "key"> & { name: string; date: string | null; nth: number }
	>`
		SELECT id, imported_name AS name, imported_on AS date, imported_nth AS nth, source, imported_votes AS "importedVotes",
			source_replies AS "sourceReplies", source_position AS "sourcePosition", left_source_at IS NOT NULL AS left, is_check_in AS "isCheckIn"
		FROM replies WHERE thread_id = ${threadId} AND imported_name IS NOT NULL`;
	const old = new Map(
		rows.map((row) => [keyOf(row.name, row.date, row.nth), row]),
	);
	let differs = false;
	for (const comment of numbered(comments)) {
		const was = old.get(comment.key);
		old.delete(comment.key);
		if (was && isSame(was, comment)) continue;
		differs = true;
		if (was) await updateReply(sql, was.id, comment);
		else await insertReply(sql, threadId, comment);
	}
	for (const gone of old.values()) {
		if (gone.left) continue;
		differs = true;
		await sql`UPDATE replies SET left_source_at = now() WHERE id = ${gone.id}`;
	}
	if (differs)
		await recount(
			sql,
			"threads",
			[threadId],
			[
				...(["reply_count", "top_count"] as const),
				...(["source_replies", "last_activity_at"] as const),
			],
		);
	return differs;
}

const isSame = (was: Omit<Old, "key">, comment: Incoming) =>
	!was.left &&
	was.source === comment.text &&
	was.importedVotes === comment.votes &&
	was.sourceReplies === comment.repliesInSource &&
	was.isCheckIn === comment.isCheckIn &&
	was.sourcePosition === comment.order;

const insertReply = (sql: Sql, threadId: number, comment: Incoming) => sql`
	INSERT INTO replies (thread_id, source, html, renderer, imported_votes, imported_name, imported_on, imported_nth,
		source_position, source_replies, asks, is_check_in, listed, created_at)
	VALUES (${threadId}, ${comment.text}, ${comment.html}, ${RENDERER_VERSION}, ${comment.votes},
		${comment.nickname}, ${comment.date}, ${comment.nth}, ${comment.order}, ${comment.repliesInSource},
		${comment.asks}, ${comment.isCheckIn}, ${!comment.isCheckIn}, coalesce(${comment.date}::date::timestamp AT TIME ZONE 'UTC', now()))`;

const updateReply = (sql: Sql, id: number, comment: Incoming) => sql`
	WITH kept AS (
		INSERT INTO reply_edits (reply_id, version, source, created_at)
		SELECT id, version, source, coalesce(edited_at, created_at) FROM replies
		WHERE id = ${id} AND source <> ${comment.text}
	)
	UPDATE replies SET version = version + (source <> ${comment.text})::int, source = ${comment.text},
		html = ${comment.html}, renderer = ${RENDERER_VERSION},
		asks = CASE WHEN source = ${comment.text} THEN asks ELSE ${comment.asks} END, imported_votes = ${comment.votes},
		source_position = ${comment.order}, source_replies = ${comment.repliesInSource}, left_source_at = NULL, is_check_in = ${comment.isCheckIn},
		listed = CASE WHEN visibility = 'shown' THEN NOT ${comment.isCheckIn} OR under_count > 0 ELSE listed END
	WHERE id = ${id}`;
