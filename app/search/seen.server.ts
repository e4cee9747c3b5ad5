import type { Course } from "#app/courses/queries.server.ts";
import {
	fragment,
	type Piece,
	piece,
} from "#app/platform/postgres/db.server.ts";
import {
	courses,
	everybody,
	replies,
	threads,
	type Who,
	writerOf,
} from "#app/visibility/relations.server.ts";

// The parts of a search's statement: `found` are documents, `said` replies, `seen` all that the viewer may see of them.

export const ofCourse = (row: string, course: Course | null): Piece =>
	course ? piece`${fragment(row)}.course_id = ${course.id}` : fragment("true");

/** Tsqueries: the words that make a result, and those that make it an exact one. Empty: all there is. */
export type Asked = { words: string; exact: string };

/** The documents that have the words, most exact where a title has them all together; where no words are asked for, all, to be read by what narrows them. */
export function documents(
	{ words, exact }: Asked,
	course: Course | null,
): Piece {
	if (!words)
		return piece`NOT MATERIALIZED (
			SELECT *, 0 AS exact, 0 AS rank FROM search_documents d WHERE ${ofCourse("d", course)}
		)`;
	return piece`MATERIALIZED (
		SELECT *, CASE WHEN words @@ ${exact}::tsquery THEN 1 + (ts_filter(words, '{a}') @@ ${exact}::tsquery)::int ELSE 0 END AS exact,
			ts_rank(words, ${words}::tsquery, 1) AS rank
		FROM search_documents d WHERE words @@ ${words}::tsquery AND ${ofCourse("d", course)}
	)`;
}

/** What many approve and staff call wrong. */
export const NEVER_FIRST = 3;

/**
 * Replies by their own words, by those of the note that was made of them, and by those of questions that they settled. Such
 * a question must itself be one that `who` may see.
 */
export const said = (who: Who, { words }: Asked): Piece =>
	words
		? piece`MATERIALIZED (
			SELECT reply_id, max(exact) AS exact, max(rank) AS rank, array_remove(array_agg(question), NULL) AS settles FROM (
				SELECT reply_id, exact, rank, NULL::int AS question FROM found WHERE reply_id IS NOT NULL
				UNION ALL
				SELECT p.reply_id, f.exact, f.rank, NULL FROM found f JOIN pins p ON p.id = f.pin_id AND p.unpinned_at IS NULL
				UNION ALL
				SELECT t.settled_by_reply_id, f.exact, f.rank, t.id FROM found f JOIN ${threads(who)} t ON t.id = f.thread_id
				WHERE t.settled_by_reply_id IS NOT NULL
			) each GROUP BY reply_id
		)`
		: fragment(
				"NOT MATERIALIZED (SELECT reply_id, exact, rank, '{}'::int[] AS settles FROM found WHERE reply_id IS NOT NULL)",
			);

/** Of what matches, what `who` may see: each kind through its own relation. A reply with a note is its note. */
export const seen = (who: Who): Piece => piece`
	SELECT 'block' AS kind, b.id, 1 AS tier, f.exact, f.rank, 0 AS votes, l.course_id, l.id AS lesson_id, NULL::int AS thread_id,
		b.html, '' AS words, NULL::note_kind AS note_kind, NULL::int AS writer_id, NULL AS imported_name, NULL::timestamptz AS at,
		NULL::date AS imported_on, NULL::thread_kind AS thread_kind, NULL::question_state AS state, NULL::int AS known_writer_id,
		NULL::int[] AS settles
	FROM found f JOIN blocks b ON b.id = f.block_id AND b.position IS NOT NULL
	JOIN lessons l ON l.id = b.lesson_id AND l.removed_at IS NULL
	JOIN ${threads(who, "evenRemoved")} t ON t.lesson_id = l.id AND t.kind = 'lesson'
	UNION ALL
	SELECT 'thread', t.number, 1, f.exact, f.rank, t.me_too, t.course_id, t.lesson_id, t.id,
		t.html, '', NULL, ${writerOf("t", who)}, t.imported_name, coalesce(t.imported_on, t.created_at),
		t.imported_on, t.kind, t.state, ${writerOf("t", everybody)}, NULL
	FROM found f JOIN ${threads(who)} t ON t.id = f.thread_id
	UNION ALL
	SELECT CASE WHEN p.id IS NULL THEN 'reply' ELSE 'note' END, r.id, CASE WHEN r.staff_word = 'wrong' THEN ${fragment(String(NEVER_FIRST))}
			WHEN p.id IS NOT NULL OR r.accepted_at IS NOT NULL OR r.endorsed_at IS NOT NULL OR f.settles <> '{}' THEN 0 ELSE 1 END,
		f.exact, f.rank, r.votes, t.course_id, t.lesson_id, t.id,
		r.html, coalesce(p.short_form, ''), p.kind, ${writerOf("r", who)}, r.imported_name, coalesce(r.imported_on, r.created_at),
		r.imported_on, t.kind, t.state, ${writerOf("r", everybody)}, f.settles
	FROM said f JOIN ${replies(who)} r ON r.id = f.reply_id JOIN ${threads(who)} t ON t.id = r.thread_id
	LEFT JOIN pins p ON p.reply_id = r.id AND p.unpinned_at IS NULL
	UNION ALL
	SELECT 'term', x.id, 0, f.exact, f.rank, 0, x.course_id, NULL, NULL,
		'', concat_ws(' · ', x.source, array_to_string(x.renderings, ' · '), nullif(x.meaning, '')), NULL, NULL, NULL, NULL,
		NULL, NULL, NULL, NULL, NULL
	FROM found f JOIN terms x ON x.id = f.term_id AND x.removed_at IS NULL JOIN ${courses(who)} c ON c.id = x.course_id`;

/** The lesson in whose margin the note of a reply `s` stands, if `who` may see it. */
export const marginOf = (who: Who): Piece => piece`(
	SELECT ml.number FROM pins p JOIN blocks mb ON mb.id = p.block_id AND mb.position IS NOT NULL
	JOIN lessons ml ON ml.id = p.lesson_id AND ml.removed_at IS NULL
	JOIN ${threads(who, "evenRemoved")} mt ON mt.lesson_id = ml.id AND mt.kind = 'lesson'
	WHERE p.reply_id = s.id AND p.unpinned_at IS NULL
)`;
