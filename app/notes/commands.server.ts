import { lockReply, lockStanding } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act, type Happened, type Reader } from "#app/events/act.server.ts";
import { decideTerm } from "#app/glossary/commands.server.ts";
import type { TermWords } from "#app/glossary/schema.ts";
import { excerptSource } from "#app/markdown/render.server.ts";
import { PINS_PER_THREAD } from "#app/notes/limits.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import { newReply } from "#app/replies/commands.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { everybody, threads } from "#app/visibility/relations.server.ts";

/** Characters of a short form that staff do not write. */
const EXCERPT = 120;

type NewPin = {
	by: Member;
	course: Course;
	kind: NoteKind;
	blockId: number | null;
	shortForm: string;
	/** A translation note's glossary entry; it outlives the note. */
	term?: TermWords | null;
};

type Seen = { revision: number; version: number };

/**
 * A pinned reply is pinned anew in its old place. Idempotent.
 * @throws Invalid where another term has one of the term's words
 * @throws Refusal where the reply was removed or became a question, the thread's pins are used up, or the block is gone
 */
export const pinReply = (reply: { id: number }, pin: NewPin): Promise<void> =>
	act(pin, pinning(reply, pin));

type OwnNote = Omit<NewPin, "by" | "shortForm" | "blockId"> & {
	by: Member & { id: number };
	threadId: number;
	blockId: number;
	body: string;
	submissionId: string;
};

/** A reply in the lesson's discussion, pinned beside a block at once. The margin says how it begins. @throws as both do */
export async function writeNote(note: OwnNote): Promise<{ id: number }> {
	const add = await newReply({ ...note, parentId: null });
	return act(note, async (sql, happened) => {
		const reply = await add(sql, happened);
		await pinning(reply, { ...note, shortForm: "" })(sql, happened);
		return reply;
	});
}

const pinning =
	(reply: { id: number }, pin: NewPin) =>
	async (sql: Sql, happened: Happened): Promise<void> => {
		const { by, course, kind, blockId, shortForm, term = null } = pin;
		const { threadId } = await lockStanding(sql, reply.id);
		const [text] = await sql<{
			html: string;
			version: number;
			lessonId: number | null;
		}>`
			SELECT r.html, r.version, t.lesson_id AS "lessonId" FROM replies r JOIN threads t ON t.id = r.thread_id
			WHERE r.id = ${reply.id}`;
		if (!text) throw new Refusal("replyRemoved");
		let revision: number | null = null;
		if (blockId !== null) {
			const [block] = await sql<{ revision: number }>`
				SELECT l.revision FROM blocks b JOIN lessons l ON l.id = b.lesson_id
				WHERE b.id = ${blockId} AND b.lesson_id = ${text.lessonId} AND b.position IS NOT NULL FOR SHARE OF l`;
			if (!block) throw new Refusal("blockGone");
			revision = block.revision;
		}
		if (term) await decideTerm(sql, reply, { by, course, words: term });
		const lessonId = blockId === null ? null : text.lessonId;
		const short = shortForm || excerptSource(text.html, EXCERPT);
		const [again] = await sql`
			UPDATE pins SET kind = ${kind}::note_kind, lesson_id = ${lessonId}, block_id = ${blockId}, short_form = ${short},
				reply_version = ${text.version}, lesson_revision = ${revision}, to_check = false,
				position = CASE WHEN block_id = ${blockId} THEN position END
			WHERE reply_id = ${reply.id} AND unpinned_at IS NULL RETURNING 1`;
		happened("note.pinned", { threadId, replyId: reply.id });
		if (again) return;
		const [pins] = await sql<{ count: number }>`
			SELECT count(*)::int AS count FROM pins WHERE thread_id = ${threadId} AND unpinned_at IS NULL`;
		if ((pins?.count ?? 0) >= PINS_PER_THREAD)
			throw new Refusal("tooManyPins", { limit: PINS_PER_THREAD });
		await sql`
			INSERT INTO pins (reply_id, thread_id, kind, lesson_id, block_id, short_form, reply_version, lesson_revision, pinned_by_id)
			VALUES (${reply.id}, ${threadId}, ${kind}::note_kind, ${lessonId}, ${blockId}, ${short}, ${text.version}, ${revision}, ${by.id})`;
	};

type Given = { by: Member; course: Course; reason?: string };

/** The note goes with it. Idempotent. */
export const unpinReply = (
	{ id: replyId }: { id: number },
	given: Given,
): Promise<void> =>
	act(given, async (sql, happened) => {
		await lockReply(sql, replyId);
		const [pin] = await unpin(sql, replyId);
		if (pin) happened("note.unpinned", { threadId: pin.threadId, replyId });
	});

const unpin = (sql: Sql, replyId: number) => sql<{ threadId: number }>`
	UPDATE pins SET unpinned_at = now() WHERE reply_id = ${replyId} AND unpinned_at IS NULL
	RETURNING thread_id AS "threadId"`;

/** A reply that was removed or moved is unpinned. */
export const notesReader: Reader = {
	kinds: ["reply.removed", "reply.promoted"],
	read: (sql, { replyId = 0 }) => unpin(sql, replyId),
};

/** Confirms only what staff saw. Idempotent. @throws Refusal where note or block is gone */
export const checkNote = (
	reply: { id: number },
	given: Given & { seen: Seen },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { seen } = given;
		const { threadId } = await lockReply(sql, reply.id);
		await sql`
			SELECT 1 FROM lessons WHERE id = (
				SELECT lesson_id FROM pins WHERE reply_id = ${reply.id} AND unpinned_at IS NULL
			) FOR SHARE`;
		const [checked] = await sql<{ id: number }>`
			UPDATE pins p SET lesson_revision = greatest(p.lesson_revision, least(${seen.revision}, l.revision)),
				reply_version = greatest(p.reply_version, least(${seen.version}, r.version))
			FROM blocks b, lessons l, replies r
			WHERE p.reply_id = ${reply.id} AND p.unpinned_at IS NULL
				AND b.id = p.block_id AND b.position IS NOT NULL AND l.id = p.lesson_id AND r.id = p.reply_id RETURNING p.id`;
		if (!checked) throw new Refusal("noteGone");
		await recount(sql, "pins", [checked.id], ["to_check"]);
		happened("note.checked", { threadId, replyId: reply.id });
	});

/** Places count from 1 within a block. Idempotent. @throws Refusal where the note is gone */
export const placeNote = (
	reply: { id: number },
	given: Given & { place: number },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { place } = given;
		// Serialises the ordering of a lesson's notes.
		const [lesson] = await sql<{ id: number }>`
			SELECT id FROM lessons WHERE id = (
				SELECT lesson_id FROM pins WHERE reply_id = ${reply.id} AND unpinned_at IS NULL
			) FOR NO KEY UPDATE`;
		const notes = await sql<{ replyId: number; blockId: number }>`
			SELECT reply_id AS "replyId", block_id AS "blockId" FROM pins
			WHERE lesson_id = ${lesson?.id} AND unpinned_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
		const note = notes.find(({ replyId }) => replyId === reply.id);
		if (!lesson || !note) throw new Refusal("noteGone");
		await sql`
			WITH others AS (
				SELECT p.id, row_number() OVER (ORDER BY p.position, p.pinned_at, p.id) AS n
				FROM pins p JOIN ${threads(everybody)} t ON t.id = p.thread_id
				WHERE p.lesson_id = ${lesson.id} AND p.block_id = ${note.blockId} AND p.unpinned_at IS NULL
					AND p.reply_id <> ${reply.id}
			), ordered AS (
				SELECT id, n + (n >= ${place})::int AS place FROM others
				UNION ALL
				SELECT id, least(${place}, (SELECT count(*) + 1 FROM others)) FROM pins
				WHERE reply_id = ${reply.id} AND unpinned_at IS NULL
			)
			UPDATE pins p SET position = o.place FROM ordered o WHERE o.id = p.id`;
		happened("note.placed", { replyId: reply.id });
	});
