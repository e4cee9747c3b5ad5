import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { piece, type Sql } from "#app/platform/postgres/db.server.ts";

/** `nth` tells those of one nickname and date apart; `order` is its place in the source. */
export type ImportedReply = {
	nickname: string;
	date: string | null;
	nth: number;
	text: string;
	html: string;
	votes: number;
	repliesInSource: number;
	asks: boolean;
	isCheckIn: boolean;
	order: number;
};

const importedAt = (date: string | null) =>
	piece`coalesce(${date}::date::timestamp AT TIME ZONE 'UTC', now())`;

export const insertImported = (
	sql: Sql,
	threadId: number,
	comment: ImportedReply,
) => sql`
	INSERT INTO replies (thread_id, source, html, renderer, imported_votes, imported_name, imported_on, imported_nth,
		source_position, source_replies, asks, is_check_in, listed, created_at)
	VALUES (${threadId}, ${comment.text}, ${comment.html}, ${RENDERER_VERSION}, ${comment.votes},
		${comment.nickname}, ${comment.date}, ${comment.nth}, ${comment.order}, ${comment.repliesInSource},
		${comment.asks}, ${comment.isCheckIn}, ${!comment.isCheckIn}, ${importedAt(comment.date)})`;

export const updateImported = (
	sql: Sql,
	id: number,
	comment: ImportedReply,
) => sql`
	WITH kept AS (
		INSERT INTO reply_edits (reply_id, version, source, created_at)
		SELECT id, version, source, coalesce(edited_at, created_at) FROM replies
		WHERE id = ${id} AND source <> ${comment.text}
	)
	UPDATE replies SET version = version + (source <> ${comment.text})::int, source = ${comment.text},
		html = ${comment.html}, renderer = ${RENDERER_VERSION},
		asks = CASE WHEN source = ${comment.text} THEN asks ELSE ${comment.asks} END, imported_on = ${comment.date}::date, imported_nth = ${comment.nth},
		created_at = CASE WHEN imported_on IS NOT DISTINCT FROM ${comment.date}::date THEN created_at ELSE ${importedAt(comment.date)} END, imported_votes = ${comment.votes},
		source_position = ${comment.order}, source_replies = ${comment.repliesInSource}, left_source_at = NULL, is_check_in = ${comment.isCheckIn},
		listed = CASE WHEN visibility = 'shown' THEN NOT ${comment.isCheckIn} OR under_count > 0 ELSE listed END
	WHERE id = ${id}`;

export const leaveSource = (sql: Sql, id: number) =>
	sql`UPDATE replies SET left_source_at = now() WHERE id = ${id}`;
