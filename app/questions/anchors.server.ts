import { escapeHtml } from "#app/markdown/plain-text.ts";
import { unbroken } from "#app/markdown/unbroken.ts";
import { type Sql, sql } from "#app/platform/db.server.ts";
import {
	around,
	isCut,
	type Passage,
	passageIn,
	placeOf,
} from "#app/questions/anchors.ts";
import { passageHtml } from "#app/questions/passage-html.ts";

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
	/** The words, marked, and a little of what stands around them. */
	html: string;
	/** Whether the block still says it, says something else by now, or is gone from the lesson. */
	now: "same" | "changed" | "gone";
};

/** Null: the question is about no passage. */
export async function findAnchor(threadId: number): Promise<Anchor | null> {
	const [row] = await sql<
		Omit<Anchor, "now"> &
			Block &
			Passage & { before: string; after: string; isGone: boolean }
	>`
		SELECT a.block_id AS "blockId", l.number AS "lessonNumber", a.quote, a.before, a.after, a.start, b.text, b.html,
			b.position IS NULL AS "isGone", (
				SELECT h.text FROM blocks h
				WHERE h.lesson_id = b.lesson_id AND h.kind = 'heading' AND h.position <= b.position
				ORDER BY h.position DESC LIMIT 1
			) AS section
		FROM anchors a JOIN blocks b ON b.id = a.block_id JOIN lessons l ON l.id = a.lesson_id
		WHERE a.thread_id = ${threadId}`;
	if (!row) return null;
	const { text, html, isGone, start, quote, before, after, ...anchor } = row;
	const place = isGone ? null : placeOf(text, { start, quote });
	if (place !== null)
		return {
			...anchor,
			html: quoted({ text, html }, place, quote),
			now: "same",
		};
	// Of the wording that was asked about only this is kept.
	return {
		...anchor,
		html: marked(
			escapeHtml((isCut(before) ? "…" : "") + before),
			escapeHtml(quote),
			escapeHtml(after + (isCut(after) ? "…" : "")),
		),
		now: isGone ? "gone" : "changed",
	};
}

type Block = { text: string; html: string };

const htmlOf = (block: Block, from: number, to: number) =>
	passageHtml(block, from, to) ?? escapeHtml(block.text.slice(from, to));

const marked = (before: string, quote: string, after: string) =>
	unbroken(`${before}<mark>${quote}</mark>${after}`);

/** A quote in the block as it stands, with what stands around it there; "…" where that is cut. */
function quoted(block: Block, start: number, quote: string): string {
	const { before, after } = around(block.text, { start, quote });
	const end = start + quote.length;
	const first = start - before.length;
	const last = end + after.length;
	return marked(
		(first > 0 ? "…" : "") + htmlOf(block, first, start),
		htmlOf(block, start, end),
		htmlOf(block, end, last) + (last < block.text.length ? "…" : ""),
	);
}

/** A passage as the form that asks about it shows it. */
export type AskedPassage = Passage & { blockId: number; html: string };

/** The passage that a form is about to ask about. Null: the lesson has no such block. */
export async function findPassage(
	courseId: number,
	{ lesson, blockId }: { lesson: number; blockId: number },
	asked: Passage | null,
): Promise<AskedPassage | null> {
	const [block] = await sql<Block>`
		SELECT b.text, b.html FROM blocks b JOIN lessons l ON l.id = b.lesson_id
		WHERE b.id = ${blockId} AND l.course_id = ${courseId} AND l.number = ${lesson} AND b.position IS NOT NULL AND b.text <> ''`;
	if (!block) return null;
	const passage = passageIn(block.text, asked);
	const { start, quote } = passage;
	return {
		...passage,
		blockId,
		html: marked("", htmlOf(block, start, start + quote.length), ""),
	};
}
