import type { Course } from "#app/courses/queries.server.ts";
import { wordKey, wordsOf } from "#app/glossary/glossary.ts";
import { COUNTED_LIMIT } from "#app/platform/counted.server.ts";
import {
	fragment,
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type {
	NoteKind,
	QuestionState,
	ThreadKind,
} from "#app/platform/prisma/enums.ts";
import type { Query } from "#app/search/query.ts";
import { fold } from "#app/search/tokens.ts";
import {
	courses,
	everybody,
	replies,
	threads,
	type Who,
	writerOf,
} from "#app/visibility/relations.server.ts";

export const FOUND_PER_PAGE = 20;

export type Found = {
	kind: "block" | "thread" | "reply" | "note" | "term";
	/** Of the block, reply or term; of a thread, its number in the course. */
	id: number;
	slug: string;
	courseTitle: string;
	lesson: { number: number; title: string } | null;
	/** Of a block: what stands above it. */
	heading: string | null;
	thread: { number: number; title: string; kind: ThreadKind } | null;
	noteKind: NoteKind | null;
	state: QuestionState | null;
	/** Of a note or term: as typed. */
	words: string;
	html: string;
	writer: string | null;
	isAnonymous: boolean;
	at: Date | null;
};

/** A course and who asks in it, or an account's all courses. */
export type Where = { who: Who; course: Course | null };

const SYNONYMS_MAX = 20;

/** By word as typed, the other words of the term that it is. */
export async function findSynonyms(
	{ who, course }: Where,
	{ wanted }: Query,
): Promise<Map<string, string[]>> {
	const keys = wanted.flatMap(({ text }) => [wordKey(text), fold(text)]);
	const terms = await sql<{ source: string; renderings: string[] }>`
		SELECT t.source, t.renderings FROM terms t JOIN ${courses(who)} c ON c.id = t.course_id
		WHERE t.removed_at IS NULL AND ${ofCourse("t", course)} AND t.id IN (
			SELECT term_id FROM term_words WHERE word = ANY (${keys}::text[])
		) ORDER BY t.id ${limit(SYNONYMS_MAX)}`;
	const all = terms.map(wordsOf);
	return new Map(
		wanted.map(({ text }) => {
			const own = [wordKey(text), fold(text)];
			const those = all.filter((words) => words.some((w) => own.includes(w)));
			const others = those.flat().filter((word) => !own.includes(word));
			return [text, [...new Set(others)]];
		}),
	);
}

const ofCourse = (row: string, course: Course | null): Piece =>
	course ? piece`${fragment(row)}.course_id = ${course.id}` : fragment("true");

/** What many approve and staff call wrong. */
const NEVER_FIRST = 3;

/** Of what matches, what `who` may see: each kind through its own relation. */
const seen = (who: Who): Piece => piece`
	SELECT 'block' AS kind, b.id, 1 AS tier, f.exact, f.rank, 0 AS votes, l.course_id, l.id AS lesson_id, NULL::int AS thread_id,
		b.html, '' AS words, NULL::note_kind AS note_kind, NULL::int AS writer_id, NULL AS imported_name, NULL::timestamptz AS at,
		NULL::date AS imported_on, NULL::thread_kind AS thread_kind, NULL::question_state AS state, NULL::int AS known_writer_id
	FROM found f JOIN blocks b ON b.id = f.block_id AND b.position IS NOT NULL
	JOIN lessons l ON l.id = b.lesson_id AND l.removed_at IS NULL
	JOIN ${threads(who, "evenRemoved")} t ON t.lesson_id = l.id AND t.kind = 'lesson'
	UNION ALL
	SELECT 'thread', t.number, 1, f.exact, f.rank, t.me_too, t.course_id, t.lesson_id, t.id,
		t.html, '', NULL, ${writerOf("t", who)}, t.imported_name, coalesce(t.imported_on, t.created_at),
		t.imported_on, t.kind, t.state, ${writerOf("t", everybody)}
	FROM found f JOIN ${threads(who)} t ON t.id = f.thread_id
	UNION ALL
	SELECT 'reply', r.id, CASE WHEN r.staff_word = 'wrong' THEN ${fragment(String(NEVER_FIRST))}
			WHEN r.accepted_at IS NOT NULL OR r.endorsed_at IS NOT NULL THEN 0 ELSE 1 END,
		f.exact, f.rank, r.votes, t.course_id, t.lesson_id, t.id,
		r.html, '', NULL, ${writerOf("r", who)}, r.imported_name, coalesce(r.imported_on, r.created_at),
		r.imported_on, t.kind, t.state, ${writerOf("r", everybody)}
	FROM found f JOIN ${replies(who)} r ON r.id = f.reply_id JOIN ${threads(who)} t ON t.id = r.thread_id
	UNION ALL
	SELECT 'note', r.id, 0, f.exact, f.rank, r.votes, t.course_id, t.lesson_id, t.id,
		'', p.short_form, p.kind, ${writerOf("r", who)}, r.imported_name, coalesce(r.imported_on, r.created_at),
		r.imported_on, t.kind, t.state, ${writerOf("r", everybody)}
	FROM found f JOIN pins p ON p.id = f.pin_id AND p.unpinned_at IS NULL
	JOIN ${replies(who)} r ON r.id = p.reply_id JOIN ${threads(who)} t ON t.id = r.thread_id
	UNION ALL
	SELECT 'term', x.id, 0, f.exact, f.rank, 0, x.course_id, NULL, NULL,
		'', concat_ws(' · ', x.source, array_to_string(x.renderings, ' · '), nullif(x.meaning, '')), NULL, NULL, NULL, NULL,
		NULL, NULL, NULL, NULL
	FROM found f JOIN terms x ON x.id = f.term_id AND x.removed_at IS NULL JOIN ${courses(who)} c ON c.id = x.course_id`;

const BY_FIT = fragment(
	`tier = ${NEVER_FIRST}, exact DESC, tier, rank DESC, votes DESC, at DESC NULLS LAST, kind, id`,
);
/** Without words, all fit alike. */
const BY_TIME = fragment("at DESC NULLS LAST, kind, id");

/** The documents that have the words; where no words are asked for, all, to be read by what narrows them. */
function documents({ words, exact }: Asked, course: Course | null): Piece {
	if (!words)
		return piece`NOT MATERIALIZED (
			SELECT *, false AS exact, 0 AS rank FROM search_documents d WHERE ${ofCourse("d", course)}
		)`;
	return piece`MATERIALIZED (
		SELECT *, words @@ ${exact}::tsquery AS exact, ts_rank(words, ${words}::tsquery) AS rank
		FROM search_documents d WHERE words @@ ${words}::tsquery AND ${ofCourse("d", course)}
	)`;
}

/** Tsqueries: the words that make a result, and those that make it an exact one. Empty: all there is. */
export type Asked = { words: string; exact: string };

type Further = {
	/** Conditions on a row `s` of what is seen. */
	narrowing: Piece[];
	page: number;
};

/** A page of what matches, and how much that is, counted up to a limit. */
export async function find(
	{ who, course }: Where,
	asked: Asked,
	{ narrowing, page }: Further,
): Promise<{ found: Found[]; count: number }> {
	const order = asked.exact ? BY_FIT : BY_TIME;
	const narrowed = narrowing.reduce(
		(all, one) => piece`${all} AND ${one}`,
		fragment("true"),
	);
	const found = await sql<Found & { count: number }>`
		WITH found AS ${documents(asked, course)},
		seen AS MATERIALIZED (SELECT * FROM (${seen(who)}) s WHERE ${narrowed}), shown AS (
			SELECT * FROM seen ORDER BY ${order} ${limit(FOUND_PER_PAGE)} OFFSET ${(page - 1) * FOUND_PER_PAGE}
		)
		SELECT s.kind, s.id, s.html, s.words, s.at, s.note_kind AS "noteKind", c.slug, c.title AS "courseTitle", t.state,
			CASE WHEN l.id IS NOT NULL THEN jsonb_build_object('number', l.number, 'title', l.title) END AS lesson,
			CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('number', t.number, 'title', t.title, 'kind', t.kind) END AS thread,
			CASE WHEN s.kind = 'block' THEN (
				SELECT h.text FROM blocks b JOIN blocks h ON h.lesson_id = b.lesson_id AND h.kind = 'heading' AND h.position <= b.position
				WHERE b.id = s.id ORDER BY h.position DESC LIMIT 1
			) END AS heading, coalesce(u.name, s.imported_name) AS writer,
			coalesce(t.is_anonymous, false) AND s.writer_id IS NULL AND s.imported_name IS NULL AS "isAnonymous",
			(SELECT count(*)::int FROM (SELECT FROM seen ${COUNTED_LIMIT}) counted) AS count
		FROM shown s JOIN ${courses(who)} c ON c.id = s.course_id
		LEFT JOIN lessons l ON l.id = s.lesson_id LEFT JOIN ${threads(who)} t ON t.id = s.thread_id
		LEFT JOIN users u ON u.id = s.writer_id ORDER BY ${order}`;
	return { found, count: found[0]?.count ?? 0 };
}
