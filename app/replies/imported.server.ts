import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import {
	asBefore,
	type Before,
} from "#app/platform/postgres/as-before.server.ts";
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

/** Of staff of the source; `toId`: the comment. */
type ImportedAnswer = Pick<ImportedReply, "text" | "html" | "date"> & {
	name: string;
	toId: number;
};

/** Where a comment has no date: before all others, and no activity. */
const importedAt = (date: string | null) =>
	piece`coalesce(${date}::date::timestamp AT TIME ZONE 'UTC', 'epoch')`;

export const insertImported = (
	sql: Sql,
	threadId: number,
	comment: ImportedReply,
) => sql<{ id: number }>`
	INSERT INTO replies (thread_id, source, html, renderer, imported_votes, imported_name, imported_on, imported_nth,
		source_position, source_replies, asks, is_check_in, listed, created_at)
	VALUES (${threadId}, ${comment.text}, ${comment.html}, ${RENDERER_VERSION}, ${comment.votes},
		${comment.nickname}, ${comment.date}, ${comment.nth}, ${comment.order}, ${comment.repliesInSource},
		${comment.asks}, ${comment.isCheckIn}, ${!comment.isCheckIn}, ${importedAt(comment.date)})
	RETURNING id`;

export const insertAnswer = (
	sql: Sql,
	threadId: number,
	{ name, date, text, html, toId }: ImportedAnswer,
) => sql`
	INSERT INTO replies (thread_id, parent_id, root_id, source_answers_id, source, html, renderer, imported_name, imported_on, created_at)
	VALUES (${threadId}, ${toId}, ${toId}, ${toId}, ${text}, ${html}, ${RENDERER_VERSION}, ${name}, ${date}, ${importedAt(date)})`;

const keepEdit = (id: number, text: string) => piece`
	INSERT INTO reply_edits (reply_id, version, source, created_at)
	SELECT id, version, source, coalesce(edited_at, created_at) FROM replies
	WHERE id = ${id} AND source <> ${text}`;

export const updateImported = (
	sql: Sql,
	id: number,
	comment: ImportedReply,
) => sql`
	WITH kept AS (${keepEdit(id, comment.text)})
	UPDATE replies SET version = version + (source <> ${comment.text})::int, source = ${comment.text},
		html = ${comment.html}, renderer = ${RENDERER_VERSION},
		asks = CASE WHEN source = ${comment.text} THEN asks ELSE ${comment.asks} END, imported_on = ${comment.date}::date, imported_nth = ${comment.nth},
		created_at = CASE WHEN imported_on IS NOT DISTINCT FROM ${comment.date}::date THEN created_at ELSE ${importedAt(comment.date)} END, imported_votes = ${comment.votes},
		source_position = ${comment.order}, source_replies = ${comment.repliesInSource}, left_source_at = NULL, is_check_in = ${comment.isCheckIn},
		listed = CASE WHEN visibility = 'shown' THEN NOT ${comment.isCheckIn} OR under_count > 0 ELSE listed END
	WHERE id = ${id}`;

export const updateAnswer = (
	sql: Sql,
	id: number,
	{ text, html }: Pick<ImportedAnswer, "text" | "html">,
) => sql`
	WITH kept AS (${keepEdit(id, text)})
	UPDATE replies SET version = version + (source <> ${text})::int, source = ${text}, html = ${html},
		renderer = ${RENDERER_VERSION}, left_source_at = NULL
	WHERE id = ${id}`;

export const leaveSource = (sql: Sql, id: number) =>
	sql`UPDATE replies SET left_source_at = now() WHERE id = ${id}`;

export const IMPORTED_COLUMNS = [
	...["source", "html", "renderer", "version", "created_at"],
	...["imported_votes", "imported_on", "imported_nth", "source_position"],
	...["source_replies", "left_source_at", "asks", "is_check_in"],
];

export async function lockImported(sql: Sql, ids: number[]): Promise<void> {
	await sql`SELECT 1 FROM replies WHERE id = ANY(${ids}::int[]) ORDER BY id FOR UPDATE`;
}

export async function restoreImported(sql: Sql, rows: Before[]): Promise<void> {
	await sql`UPDATE replies x SET ${asBefore(IMPORTED_COLUMNS, rows)}`;
	const ids = rows.map(({ id }) => id);
	await sql`
		DELETE FROM reply_edits e USING replies r
		WHERE r.id = ANY(${ids}::int[]) AND e.reply_id = r.id AND e.version >= r.version`;
}

/** Those that nobody answered. Returns what they stood under. */
export async function deleteImported(
	sql: Sql,
	ids: number[],
): Promise<number[]> {
	const deleted = await sql<{ rootId: number | null }>`
		DELETE FROM replies WHERE id = ANY(${ids}::int[]) RETURNING root_id AS "rootId"`;
	return deleted.flatMap(({ rootId }) => rootId ?? []);
}
