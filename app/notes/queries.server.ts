import type { Course } from "#app/courses/queries.server.ts";
import { excerptSource } from "#app/markdown/render.server.ts";
import { withShortHtml } from "#app/markdown/short.server.ts";
import {
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import {
	keptOf,
	REPLY_COLUMNS,
	REPLY_JOINS,
	type Reply,
	type ReplyRow,
	replyFor,
	share,
} from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	everybody,
	forStaff,
	repliesIn,
	repliesOf,
	threads,
	writerOf,
} from "#app/visibility/relations.server.ts";

export type Pin = {
	reply: Reply;
	kind: NoteKind;
	pinnedAt: Date;
	pinnedBy: string | null;
	/** Empty where the margin shows only the reply's beginning. */
	shortHtml: string;
	blockId: number | null;
	section: string | null;
};

const PINS_SHOWN = 100;

type PinRow = ReplyRow &
	Omit<Pin, "reply" | "shortHtml"> & { shortForm: string };

const isBeginning = (shortForm: string, html: string) =>
	excerptSource(html, [...shortForm].length) === shortForm;

export async function listPins(thread: Thread, by: Member): Promise<Pin[]> {
	if (!thread.hasPins) return [];
	const pins = await keptOf(thread, "pins", () => readPins(thread));
	const toViewer = replyFor(by, thread);
	return pins.map(({ shared, ...pin }) => ({
		...pin,
		reply: toViewer(shared),
	}));
}

/** What is pinned is open to everybody. */
async function readPins(thread: Thread) {
	const rows = await sql<PinRow>`
		SELECT ${REPLY_COLUMNS}, p.kind, p.pinned_at AS "pinnedAt", pb.name AS "pinnedBy",
			p.short_form AS "shortForm",
			(SELECT id FROM blocks WHERE id = p.block_id AND position IS NOT NULL) AS "blockId", (
				SELECT h.text FROM blocks b JOIN blocks h ON h.lesson_id = b.lesson_id AND h.position <= b.position AND h.kind = 'heading'
				WHERE b.id = p.block_id ORDER BY h.position DESC LIMIT 1
			) AS section
		FROM (
			SELECT * FROM pins WHERE thread_id = ${thread.id} AND unpinned_at IS NULL ORDER BY pinned_at, id ${limit(PINS_SHOWN)}
		) p CROSS JOIN LATERAL (
			SELECT * FROM ${repliesOf(thread, forStaff)} q WHERE q.id = p.reply_id OFFSET 0
		) r ${REPLY_JOINS} LEFT JOIN users pb ON pb.id = p.pinned_by_id
		ORDER BY p.pinned_at, p.id`;
	const pins = await withShortHtml(rows);
	return pins.map(
		({ kind, pinnedAt, pinnedBy, shortForm, blockId, section, ...pin }) => {
			const { shortHtml, ...row } = pin;
			return {
				shared: share(row),
				...{ kind, pinnedAt, pinnedBy, blockId, section },
				shortHtml: isBeginning(shortForm, row.html ?? "") ? "" : shortHtml,
			};
		},
	);
}

export type Note = {
	replyId: number;
	blockId: number;
	kind: NoteKind;
	shortForm: string;
	shortHtml: string;
	pinnedAt: Date;
	pinnedBy: string | null;
	writtenBy: string | null;
	threadNumber: number;
	question: string | null;
	editedSince: boolean;
	textChanged: boolean;
};

/** By block, then as staff ordered them, else oldest first. */
const notesOf = async (place: Piece, most: number): Promise<Note[]> =>
	withShortHtml(
		await sql<Omit<Note, "shortHtml">>`
		SELECT p.reply_id AS "replyId", p.block_id AS "blockId", p.kind, p.short_form AS "shortForm",
			p.pinned_at AS "pinnedAt", pb.name AS "pinnedBy", coalesce(r.imported_name, a.name, CASE WHEN t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id THEN '' END) AS "writtenBy",
			t.number AS "threadNumber", CASE t.kind WHEN 'question' THEN t.title END AS question,
			r.version > p.reply_version AS "editedSince", b.revision > p.lesson_revision AS "textChanged"
		FROM pins p
		JOIN blocks b ON b.id = p.block_id AND b.position IS NOT NULL
		JOIN ${threads(everybody)} t ON t.id = p.thread_id
		JOIN ${repliesIn(everybody)} r ON r.id = p.reply_id
		LEFT JOIN users a ON a.id = ${writerOf("r", everybody)}
		LEFT JOIN users pb ON pb.id = p.pinned_by_id
		WHERE ${place} AND p.unpinned_at IS NULL
		ORDER BY b.position, p.position, p.pinned_at, p.id ${limit(most)}`,
	);

const OF_A_LESSON = 200;
const OF_A_BLOCK = 10;

export const listNotes = (lessonId: number) =>
	notesOf(piece`p.lesson_id = ${lessonId}`, OF_A_LESSON);

export const listNotesAt = (blockId: number) =>
	notesOf(piece`p.lesson_id = b.lesson_id AND b.id = ${blockId}`, OF_A_BLOCK);

/** The present pin, or the one last taken away. */
export async function findPin(replyId: number) {
	const [pin] = await sql<{
		kind: NoteKind;
		blockId: number | null;
		shortForm: string;
		isPinned: boolean;
		/** What its block said, where that is gone. */
		goneHtml: string | null;
	}>`
		SELECT p.kind, p.block_id AS "blockId", p.short_form AS "shortForm", p.unpinned_at IS NULL AS "isPinned",
			CASE WHEN b.position IS NULL THEN b.html END AS "goneHtml"
		FROM pins p LEFT JOIN blocks b ON b.id = p.block_id
		WHERE p.reply_id = ${replyId} ORDER BY p.unpinned_at DESC NULLS FIRST LIMIT 1`;
	return pin ?? null;
}

const TO_CHECK_SHOWN = 10;

/** Its block or reply changed since the last check. */
export type NoteToCheck = {
	replyId: number;
	kind: NoteKind;
	shortForm: string;
	shortHtml: string;
	lessonNumber: number;
	lessonTitle: string;
	blockId: number;
	/** What a confirmation names as seen. */
	revision: number;
	version: number;
	isGone: boolean;
	isChanged: boolean;
	isEdited: boolean;
	/** The block then, as Markdown, and now. */
	before: string;
	html: string;
	/** The reply then, as Markdown, null where unchanged; and now. */
	replyBefore: string | null;
	replyHtml: string;
};

export const listNotesToCheck = async (
	course: Course,
): Promise<NoteToCheck[]> =>
	withShortHtml(
		await sql<Omit<NoteToCheck, "shortHtml">>`
		SELECT p.reply_id AS "replyId", p.kind, p.short_form AS "shortForm", l.number AS "lessonNumber", l.title AS "lessonTitle",
			b.id AS "blockId", l.revision, r.version, b.position IS NULL AS "isGone",
			b.position IS NOT NULL AND b.revision > p.lesson_revision AS "isChanged", r.version > p.reply_version AS "isEdited",
			coalesce(jsonb_path_query_first(
				past.blocks, 'strict $[*] ? (@[0] == $id)', jsonb_build_object('id', b.id)
			) ->> 1, '') AS before, b.html, (
				SELECT source FROM reply_edits WHERE reply_id = r.id AND version = p.reply_version
			) AS "replyBefore", r.html AS "replyHtml"
		FROM lessons l
		JOIN pins p ON p.lesson_id = l.id AND p.to_check AND p.unpinned_at IS NULL
		JOIN blocks b ON b.id = p.block_id
		JOIN lesson_revisions past ON past.lesson_id = l.id AND past.number = p.lesson_revision
		JOIN ${threads(forStaff)} t ON t.id = p.thread_id
		JOIN ${repliesIn(forStaff)} r ON r.id = p.reply_id
		WHERE l.course_id = ${course.id}
		ORDER BY l.position, l.id, p.pinned_at, p.id LIMIT ${TO_CHECK_SHOWN}`,
	);
