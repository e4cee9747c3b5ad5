import { type Sql, sql } from "#app/platform/db.server.ts";
import {
	around,
	type Passage,
	passageIn,
	stillSays,
} from "#app/questions/anchors.ts";

type Place = { lessonId: number; blockId: number };

/**
 * Ties a question to a passage of a block of its lesson, as the lesson stands now. A block that has just gone from the
 * lesson still says what was asked about; one of another lesson is nobody's passage.
 */
export async function anchorQuestion(
	sql: Sql,
	threadId: number,
	{ lessonId, blockId }: Place,
	asked: Passage | null,
): Promise<void> {
	const [block] = await sql<{ text: string; revision: number }>`
		SELECT b.text, l.revision FROM blocks b JOIN lessons l ON l.id = b.lesson_id
		WHERE b.id = ${blockId} AND b.lesson_id = ${lessonId} AND b.text <> '' FOR SHARE OF l`;
	if (!block) return;
	const passage = passageIn(block.text, asked);
	const { before, after } = around(block.text, passage);
	await sql`
		INSERT INTO anchors (thread_id, lesson_id, block_id, revision, start, quote, before, after)
		VALUES (${threadId}, ${lessonId}, ${blockId}, ${block.revision}, ${passage.start}, ${passage.quote}, ${before}, ${after})`;
}

/** The passage that a question is about, as it was asked about, and what has become of it. */
export type Anchor = {
	blockId: number;
	lessonNumber: number;
	section: string | null;
	quote: string;
	before: string;
	after: string;
	/** Whether the block still says it, says something else by now, or is gone from the lesson. */
	now: "same" | "changed" | "gone";
};

/** Null: the question is about no passage. */
export async function findAnchor(threadId: number): Promise<Anchor | null> {
	const [row] = await sql<
		Omit<Anchor, "now"> & { text: string; isGone: boolean }
	>`
		SELECT a.block_id AS "blockId", l.number AS "lessonNumber", a.quote, a.before, a.after, b.text,
			b.position IS NULL AS "isGone", (
				SELECT h.text FROM blocks h
				WHERE h.lesson_id = b.lesson_id AND h.kind = 'heading' AND h.position <= b.position
				ORDER BY h.position DESC LIMIT 1
			) AS section
		FROM anchors a JOIN blocks b ON b.id = a.block_id JOIN lessons l ON l.id = a.lesson_id
		WHERE a.thread_id = ${threadId}`;
	if (!row) return null;
	const { text, isGone, ...anchor } = row;
	const now = isGone
		? "gone"
		: stillSays(text, anchor.quote)
			? "same"
			: "changed";
	return { ...anchor, now };
}

/** The passage that a form is about to ask about. Null: the lesson has no such block. */
export async function findPassage(
	courseId: number,
	{ lesson, blockId }: { lesson: number; blockId: number },
	asked: Passage | null,
): Promise<(Passage & { blockId: number }) | null> {
	const [block] = await sql<{ text: string }>`
		SELECT b.text FROM blocks b JOIN lessons l ON l.id = b.lesson_id
		WHERE b.id = ${blockId} AND l.course_id = ${courseId} AND l.number = ${lesson} AND b.position IS NOT NULL AND b.text <> ''`;
	return block ? { blockId, ...passageIn(block.text, asked) } : null;
}
