import type { Course } from "#app/courses/queries.server.ts";
import { excerptHtml } from "#app/markdown/excerpt-html.ts";
import {
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import {
	forStaff,
	replies,
	repliesIn,
	threads,
} from "#app/visibility/relations.server.ts";

const SHOWN = 8;
/** Questions about the block, other threads of the lesson of each kind, best replies in each, and first ones below each. */
const QUESTIONS = 10;
const THREADS_OF_A_KIND = 4;
const REPLIES = 8;
const UNDER = 3;
const EXCERPT = 100;

export type WorthNoting = {
	id: number;
	threadTitle: string;
	/** The thread is a question about the block itself. */
	isHere: boolean;
	name: string;
	isStaff: boolean;
	isEndorsed: boolean;
	votes: number;
	html: string;
};

type Place = { course: Course; lessonId: number; blockId: number };

const RANKED = fragment(
	"id, author_id, imported_name, source_answers_id, endorsed_at, votes, staff_word",
);

const around = ({ lessonId, blockId }: Place) => piece`
	(
		SELECT t.*, true AS here FROM anchors a JOIN ${threads(forStaff)} t ON t.id = a.thread_id
		WHERE a.lesson_id = ${lessonId} AND a.block_id = ${blockId} AND NOT t.is_private
		ORDER BY t.me_too DESC, t.created_at, t.number ${limit(QUESTIONS)}
	) UNION ALL (
		SELECT t.*, false AS here FROM (VALUES ('lesson'::thread_kind), ('thinking'), ('topic')) k (kind) CROSS JOIN LATERAL (
			SELECT * FROM ${threads(forStaff)} q WHERE lesson_id = ${lessonId} AND kind = k.kind
			ORDER BY last_activity_at DESC, id DESC ${limit(THREADS_OF_A_KIND)}
		) t
	)`;

/** Replies not yet in the margin: to questions about the block first, then by staff, endorsed, and with most votes. */
export async function listWorthNoting(place: Place): Promise<WorthNoting[]> {
	const rows = await sql<WorthNoting>`
		WITH around AS MATERIALIZED (${around(place)}), best AS MATERIALIZED (
			SELECT r.*, t.title, t.here FROM around t CROSS JOIN LATERAL (
				SELECT ${RANKED} FROM ${repliesIn(forStaff)} q WHERE root_id IS NULL AND listed
				ORDER BY rank, votes DESC, created_at, id ${limit(REPLIES)}
			) r
		), found AS MATERIALIZED (
			SELECT * FROM best UNION ALL
			SELECT under.*, best.title, best.here FROM best CROSS JOIN LATERAL (
				SELECT ${RANKED} FROM ${replies(forStaff)} q WHERE root_id = best.id AND listed ORDER BY created_at, id ${limit(UNDER)}
			) under
		), worth AS MATERIALIZED (
			SELECT id, title AS "threadTitle", here AS "isHere", votes, endorsed_at IS NOT NULL AS "isEndorsed",
				coalesce(imported_name, (SELECT name FROM users WHERE id = author_id), '') AS name,
				source_answers_id IS NOT NULL OR coalesce((
					SELECT role FROM memberships WHERE course_id = ${place.course.id} AND user_id = author_id
				), 'learner') <> 'learner' AS "isStaff"
			FROM found WHERE staff_word IS NULL AND NOT EXISTS (
				SELECT FROM pins WHERE reply_id = found.id AND unpinned_at IS NULL AND block_id IS NOT NULL
			)
		), first AS (
			SELECT * FROM worth WHERE "isHere" OR "isStaff" OR "isEndorsed" OR votes > 0
			ORDER BY "isHere" DESC, "isStaff" DESC, "isEndorsed" DESC, votes DESC, id ${limit(SHOWN)}
		)
		SELECT *, (SELECT html FROM ${replies(forStaff)} q WHERE q.id = first.id) AS html FROM first
		ORDER BY "isHere" DESC, "isStaff" DESC, "isEndorsed" DESC, votes DESC, id`;
	return rows.map((row) => ({
		...row,
		html: excerptHtml(row.html, EXCERPT),
	}));
}

type BlockToNote = {
	/** Null where the lesson no longer has it. */
	html: string | null;
	asked: number;
	pins: number;
};

export async function findBlock(place: {
	lessonId: number;
	threadId: number;
	blockId: number;
}): Promise<BlockToNote> {
	const { lessonId, threadId, blockId } = place;
	const [block] = await sql<BlockToNote>`
		SELECT (SELECT html FROM blocks WHERE id = ${blockId} AND lesson_id = ${lessonId} AND position IS NOT NULL) AS html, (
			SELECT count(*)::int FROM anchors a JOIN ${threads(forStaff)} t ON t.id = a.thread_id
			WHERE a.lesson_id = ${lessonId} AND a.block_id = ${blockId}
		) AS asked, (SELECT count(*)::int FROM pins WHERE thread_id = ${threadId} AND unpinned_at IS NULL) AS pins`;
	return block ?? { html: null, asked: 0, pins: 0 };
}
