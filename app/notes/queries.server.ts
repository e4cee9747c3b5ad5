import type { Member } from "#app/courses/policy.ts";
import type { NoteKind } from "#app/notes/policy.ts";
import { sql } from "#app/platform/db.server.ts";
import {
	REPLY_COLUMNS,
	REPLY_JOINS,
	type Reply,
	type ReplyRow,
	replyFrom,
} from "#app/replies/queries.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";

/** A pinned reply as the top of its thread shows it. */
export type Pin = {
	reply: Reply;
	kind: NoteKind;
	pinnedAt: Date;
	pinnedBy: string | null;
	shortForm: string;
	blockId: number | null;
	/** The text of the nearest heading at or above the block it is pinned to. */
	section: string | null;
};

type PinRow = ReplyRow & Omit<Pin, "reply">;

/** The pinned replies of a thread in full, oldest pin first. */
export async function listPins(thread: Thread, by: Member): Promise<Pin[]> {
	if (!thread.hasPins) return [];
	const rows = await sql<PinRow>`
		SELECT ${REPLY_COLUMNS}, p.kind, p.pinned_at AS "pinnedAt", pb.name AS "pinnedBy",
			p.short_form AS "shortForm", p.block_id AS "blockId", (
				SELECT h.text FROM blocks b JOIN blocks h ON h.lesson_id = b.lesson_id AND h.position <= b.position AND h.kind = 'heading'
				WHERE b.id = p.block_id ORDER BY h.position DESC LIMIT 1
			) AS section
		FROM replies r ${REPLY_JOINS} LEFT JOIN users pb ON pb.id = p.pinned_by_id
		LEFT JOIN reply_votes v ON v.reply_id = r.id AND v.voter_id = ${by.id}
		WHERE p.thread_id = ${thread.id} ORDER BY p.pinned_at, p.id`;
	return rows.map(
		({ kind, pinnedAt, pinnedBy, shortForm, blockId, section, ...row }) => ({
			reply: replyFrom(row, by, thread),
			kind,
			pinnedAt,
			pinnedBy,
			shortForm,
			blockId,
			section,
		}),
	);
}

/** A pinned reply as the lesson shows it, in the margin of its block. */
export type Note = {
	id: number;
	replyId: number;
	blockId: number;
	kind: NoteKind;
	shortForm: string;
	pinnedAt: Date;
	pinnedBy: string | null;
	writtenBy: string | null;
	threadNumber: number;
	/** The author has edited the reply since it was pinned. */
	editedSince: boolean;
};

/** The notes of a lesson in the order of their blocks; of one block, oldest first. At most 200. */
export const listNotes = (lessonId: number) =>
	sql<Note>`
		SELECT p.id, p.reply_id AS "replyId", p.block_id AS "blockId", p.kind, p.short_form AS "shortForm",
			p.pinned_at AS "pinnedAt", pb.name AS "pinnedBy", CASE WHEN t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id THEN ''
				ELSE coalesce(r.imported_name, a.name) END AS "writtenBy",
			t.number AS "threadNumber", r.version > p.reply_version AS "editedSince"
		FROM pins p
		JOIN blocks b ON b.id = p.block_id AND b.position IS NOT NULL
		JOIN replies r ON r.id = p.reply_id
		JOIN threads t ON t.id = p.thread_id AND t.removed_at IS NULL
		LEFT JOIN users a ON a.id = r.author_id
		LEFT JOIN users pb ON pb.id = p.pinned_by_id
		WHERE p.lesson_id = ${lessonId} AND p.unpinned_at IS NULL
		ORDER BY b.position, p.pinned_at, p.id LIMIT 200`;

/** What the pin form starts from: the pin as it is, if the reply has one. */
export async function findPin(replyId: number) {
	const [pin] = await sql<{
		kind: NoteKind;
		blockId: number | null;
		shortForm: string;
	}>`
		SELECT kind, block_id AS "blockId", short_form AS "shortForm" FROM pins
		WHERE reply_id = ${replyId} AND unpinned_at IS NULL`;
	return pin ?? null;
}
