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
import {
	type Asked,
	documents,
	marginOf,
	NEVER_FIRST,
	ofCourse,
	said,
	seen,
} from "#app/search/seen.server.ts";
import { fold } from "#app/search/tokens.ts";
import {
	courses,
	threads,
	type Who,
} from "#app/visibility/relations.server.ts";

export const FOUND_PER_PAGE = 20;

export type Found = {
	kind: "block" | "thread" | "reply" | "note" | "term";
	/** Of the block, reply or term; of a thread, its number in the course. */
	id: number;
	slug: string;
	courseTitle: string;
	lesson: { number: number; title: string } | null;
	heading: string | null;
	thread: { number: number; title: string; kind: ThreadKind } | null;
	noteKind: NoteKind | null;
	/** Of a note: the number of the lesson that it stands beside. */
	margin: number | null;
	/** A question that was found, and settled by this. */
	settles: string | null;
	state: QuestionState | null;
	/** Of a note or term: as typed. A note has the text of its reply as well. */
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

const BY_FIT = fragment(
	`tier = ${NEVER_FIRST}, exact DESC, tier, rank DESC, votes DESC, at DESC NULLS LAST, kind, id`,
);
const BY_TIME = fragment("at DESC NULLS LAST, kind, id");

type Further = {
	/** Conditions on a row `s` of what is seen. */
	narrowing: Piece[];
	page: number;
};

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
		said AS ${said(who, asked)},
		seen AS MATERIALIZED (SELECT * FROM (${seen(who)}) s WHERE ${narrowed}), shown AS (
			SELECT * FROM seen ORDER BY ${order} ${limit(FOUND_PER_PAGE)} OFFSET ${(page - 1) * FOUND_PER_PAGE}
		)
		SELECT s.kind, s.id, s.html, s.words, s.at, s.note_kind AS "noteKind", c.slug, c.title AS "courseTitle", t.state,
			CASE WHEN l.id IS NOT NULL THEN jsonb_build_object('number', l.number, 'title', l.title) END AS lesson,
			CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('number', t.number, 'title', t.title, 'kind', t.kind) END AS thread,
			CASE WHEN s.kind = 'block' THEN (
				SELECT h.text FROM blocks b JOIN blocks h ON h.lesson_id = b.lesson_id AND h.kind = 'heading' AND h.position <= b.position
				WHERE b.id = s.id ORDER BY h.position DESC LIMIT 1
			) END AS heading, CASE WHEN s.kind = 'note' THEN ${marginOf(who)} END AS margin,
			(SELECT st.title FROM ${threads(who)} st WHERE st.id = ANY (s.settles) ORDER BY st.id LIMIT 1) AS settles, coalesce(u.name, s.imported_name) AS writer,
			coalesce(t.is_anonymous, false) AND s.writer_id IS NULL AND s.imported_name IS NULL AS "isAnonymous",
			(SELECT count(*)::int FROM (SELECT FROM seen ${COUNTED_LIMIT}) counted) AS count
		FROM shown s JOIN ${courses(who)} c ON c.id = s.course_id
		LEFT JOIN lessons l ON l.id = s.lesson_id LEFT JOIN ${threads(who)} t ON t.id = s.thread_id
		LEFT JOIN users u ON u.id = s.writer_id ORDER BY ${order}`;
	return { found, count: found[0]?.count ?? 0 };
}
