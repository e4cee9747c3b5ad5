import type { Course } from "#app/courses/queries.server.ts";
import { excerptHtml } from "#app/markdown/excerpt-html.ts";
import { renderShort } from "#app/markdown/short.server.ts";
import { blockChanges, type Change } from "#app/notes/changes.server.ts";
import {
	fragment,
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	everybody,
	repliesIn,
	threads,
} from "#app/visibility/relations.server.ts";

const KINDS = ["note", "block", "answer", "term"] as const;

type Row = {
	kind: (typeof KINDS)[number];
	/** Of the note's reply, of the block, of the term; a question's number. */
	id: number;
	text: string;
	isTyped: boolean;
	/** Of a block that was there before: its source then. */
	before: string | null;
};

/** The lesson's text as it was since when its reader is told of changes. */
const THEN = piece`(
	SELECT v.number, v.blocks FROM lesson_revisions v WHERE v.lesson_id = l.id AND v.created_at <= m.since
	ORDER BY v.number DESC LIMIT 1
)`;

/** Questions of a lesson in which somebody wrote since, of which those that the reader wants answered are chosen. */
const LATEST = limit(200);

const QUESTION = fragment(`
	t.id, t.number, t.title, t.lesson_id, greatest(t.staff_replied_at, t.accepted_at, t.endorsed_at, t.settled_at) AS answered_at`);

/** The reader's own questions, and those that they want to know too. Each part is fenced, as both are read by their own index. */
const wonderedAbout = (by: Member): Piece => piece`
	SELECT * FROM (
		SELECT ${QUESTION} FROM ${threads(by)} t
		WHERE t.author_id = ${by.id} AND t.course_id = l.course_id AND t.kind = 'question' OFFSET 0
	) own
	UNION ALL
	SELECT * FROM (
		SELECT ${QUESTION} FROM ${threads(by)} t
		WHERE t.lesson_id = l.id AND t.kind = 'question' AND t.last_activity_at > m.since AND t.author_id IS DISTINCT FROM ${by.id}
		ORDER BY t.last_activity_at DESC, t.id DESC ${LATEST}
	) latest WHERE EXISTS (SELECT FROM thread_votes v WHERE v.thread_id = latest.id AND v.voter_id = ${by.id})`;

/** What is new for a reader in the shown lesson `l` since the time in `m`, their row of lesson_reads. */
const changesIn = (by: Member): Piece => piece`(
	SELECT 'note' AS kind, r.id, coalesce(nullif(p.short_form, ''), r.html) AS text, p.short_form <> '' AS is_typed, NULL AS before, 1 AS nth, p.id AS place
	FROM pins p JOIN blocks b ON b.id = p.block_id AND b.position IS NOT NULL
	JOIN ${threads(everybody)} t ON t.id = p.thread_id JOIN ${repliesIn(everybody)} r ON r.id = p.reply_id
	WHERE p.lesson_id = l.id AND p.unpinned_at IS NULL AND p.pinned_at > m.since AND p.pinned_by_id IS DISTINCT FROM ${by.id}
	UNION ALL
	SELECT 'block', b.id, b.html, false, (
		SELECT old ->> 1 FROM jsonb_array_elements(past.blocks) old WHERE (old ->> 0)::int = b.id
	), 2, b.position
	FROM ${THEN} past JOIN blocks b ON b.lesson_id = l.id AND b.position IS NOT NULL AND b.revision > past.number
	WHERE l.updated_at > m.since
	UNION ALL
	SELECT 'answer', q.number, q.title, true, NULL, 3, q.number
	FROM (${wonderedAbout(by)}) q WHERE q.lesson_id = l.id AND q.answered_at > m.since
	UNION ALL
	SELECT 'term', w.id, concat_ws(' ', w.source, w.renderings[1]), true, NULL, 4, w.id
	FROM lesson_terms x CROSS JOIN LATERAL json_array_elements_text(x.term_ids) marked
	JOIN terms w ON w.id = marked::int AND w.removed_at IS NULL AND coalesce(w.edited_at, w.created_at) > m.since
	WHERE x.lesson_id = l.id AND w.renderings[1] IS DISTINCT FROM (
		SELECT e.renderings[1] FROM term_edits e WHERE e.term_id = w.id AND e.created_at <= m.since ORDER BY e.version DESC LIMIT 1
	)
)`;

export const changeCount = (by: Member): Piece =>
	piece`CASE WHEN l.is_shown THEN (SELECT count(*)::int FROM ${changesIn(by)} changes) ELSE 0 END`;

const LESSONS = limit(50);
const CHANGES = limit(40);
const EXCERPT = 120;

type Found = { number: number; place: number; title: string; changes: Row[] };

export type Since = Omit<Found, "changes"> & {
	changes: (Omit<Row, "text" | "isTyped" | "before"> & {
		html: string;
		changes: Change[] | null;
	})[];
};

export async function listSince(
	course: Course,
	by: Member & { id: number },
): Promise<Since[]> {
	const found = await sql<Found>`
		SELECT l.number, l.place, l.title, c.changes
		FROM lesson_reads m JOIN lessons l ON l.id = m.lesson_id AND l.is_shown
		CROSS JOIN LATERAL (
			SELECT jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'text', text, 'isTyped', is_typed, 'before', before) ORDER BY nth, place) AS changes
			FROM (SELECT * FROM ${changesIn(by)} changes ORDER BY nth, place ${CHANGES}) told
		) c
		WHERE m.user_id = ${by.id} AND l.course_id = ${course.id} AND c.changes IS NOT NULL
		ORDER BY l.position, l.id ${LESSONS}`;
	const since: Since[] = [];
	for (const { changes, ...lesson } of found) {
		const shown = [];
		// One after the other: each may render an old text.
		for (const { text, isTyped, before, ...change } of changes)
			shown.push({
				...change,
				html: isTyped ? await renderShort(text) : excerptHtml(text, EXCERPT),
				changes:
					before === null ? null : await blockChanges(before, text, by.id),
			});
		since.push({ ...lesson, changes: shown });
	}
	return since;
}
