import { escapeHtml } from "#app/markdown/plain-text.ts";
import { textOf } from "#app/markdown/render.server.ts";
import { unbroken } from "#app/markdown/unbroken.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";
import {
	contextOf,
	isCut,
	type Passage,
	passageIn,
	placeOf,
} from "#app/questions/anchors.ts";
import { passageHtml } from "#app/questions/passage-html.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";

type Place = { lessonId: number; blockId: number };

type Wording = { text: string; revision: number };

const EARLIER = 10;

/** The lesson may have been edited since the page was made, so the words may be in an earlier wording. */
async function wordingOf(
	{ lessonId, blockId }: Place,
	present: Wording,
	asked: Passage | null,
	by: number | null,
): Promise<Wording> {
	if (
		by === null ||
		!asked?.quote.trim() ||
		placeOf(present.text, asked) !== null
	)
		return present;
	const earlier = await sql<{ source: string; revision: number }>`
		SELECT b.wording ->> 1 AS source, max(r.number) AS revision
		FROM lesson_revisions r CROSS JOIN jsonb_array_elements(r.blocks) b(wording)
		WHERE r.lesson_id = ${lessonId} AND (b.wording ->> 0)::int = ${blockId}
		GROUP BY b.wording ->> 1 ORDER BY revision DESC LIMIT ${EARLIER}`;
	for (const { source, revision } of earlier) {
		const text = await textOf(source, "lesson", by);
		if (placeOf(text, asked) !== null) return { text, revision };
	}
	return present;
}

export type Tie = Place &
	Passage &
	ReturnType<typeof contextOf> & { revision: number };

/** Call it before the transaction: it renders old wordings. Null for another lesson's block. */
export async function findTie(
	place: Place,
	asked: Passage | null,
	by: Member & { id: number },
): Promise<Tie | null> {
	const [block] = await sql<Wording>`
		SELECT b.text, l.revision FROM blocks b JOIN lessons l ON l.id = b.lesson_id
		WHERE b.id = ${place.blockId} AND b.lesson_id = ${place.lessonId} AND b.text <> ''
			AND (l.is_shown OR ${isStaff(by.role)}) AND l.removed_at IS NULL`;
	if (!block) return null;
	const { text, revision } = await wordingOf(place, block, asked, by.id);
	const passage = passageIn(text, asked);
	return { ...place, ...passage, ...contextOf(text, passage), revision };
}

export const tieQuestion = (sql: Sql, threadId: number, tie: Tie) => sql`
	INSERT INTO anchors (thread_id, lesson_id, block_id, revision, start, quote, before, after)
	VALUES (${threadId}, ${tie.lessonId}, ${tie.blockId}, ${tie.revision}, ${tie.start}, ${tie.quote}, ${tie.before}, ${tie.after})`;

export type Anchor = {
	blockId: number;
	lessonNumber: number;
	lessonPlace: number | null;
	section: string | null;
	html: string;
	now: "same" | "changed" | "gone";
};

/** Null: about no passage. */
export async function findAnchor(threadId: number): Promise<Anchor | null> {
	const [row] = await sql<
		Omit<Anchor, "now"> &
			Block &
			Passage & { before: string; after: string; isGone: boolean }
	>`
		SELECT a.block_id AS "blockId", l.number AS "lessonNumber", l.place AS "lessonPlace", a.quote, a.before, a.after, a.start, b.text, b.html,
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
	// Of the asked wording, only this is kept.
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

/** With "…" where the surroundings are cut. */
function quoted(block: Block, start: number, quote: string): string {
	const { before, after } = contextOf(block.text, { start, quote });
	const end = start + quote.length;
	const first = start - before.length;
	const last = end + after.length;
	return marked(
		(first > 0 ? "…" : "") + htmlOf(block, first, start),
		htmlOf(block, start, end),
		htmlOf(block, end, last) + (last < block.text.length ? "…" : ""),
	);
}

export type AskedPassage = Passage & {
	blockId: number;
	html: string;
	isOld: boolean;
};

/** Null: the lesson has no such block, or is not shown. Earlier wordings are looked up for members only. */
export async function findPassage(
	courseId: number,
	{ lesson, blockId }: { lesson: number; blockId: number },
	asked: Passage | null,
	by: number | null,
): Promise<AskedPassage | null> {
	const [block] = await sql<Block & { lessonId: number; revision: number }>`
		SELECT b.text, b.html, b.lesson_id AS "lessonId", l.revision FROM blocks b JOIN lessons l ON l.id = b.lesson_id
		WHERE b.id = ${blockId} AND l.course_id = ${courseId} AND l.number = ${lesson} AND l.is_shown
			AND b.position IS NOT NULL AND b.text <> ''`;
	if (!block) return null;
	const { lessonId } = block;
	const place = { lessonId, blockId };
	const wording = await wordingOf(place, block, asked, by);
	const passage = passageIn(wording.text, asked);
	const { start, quote } = passage;
	const isOld = wording.text !== block.text;
	return {
		...passage,
		blockId,
		isOld,
		html: marked(
			"",
			isOld ? escapeHtml(quote) : htmlOf(block, start, start + quote.length),
			"",
		),
	};
}
