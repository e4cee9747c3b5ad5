import type { Course } from "#app/courses/queries.server.ts";
import { leftToStaff, WRITER } from "#app/desk/left-to-staff.server.ts";
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

const SHOWN = 5;
const EXCERPT = 40;
const WEEKS = 8;
/** The latest of seven days, and of those answered in each week. */
const NEW_QUESTIONS = 200;
const ANSWERED_A_WEEK = 100;
/** Threads with the latest activity, replies in each, and replies in all. */
const THREADS = 150;
const REPLIES_A_THREAD = 10;
const LOOKED_AT = 100;

type AskedBlock = {
	id: number;
	lessonNumber: number;
	lessonPlace: number;
	html: string;
	questions: number;
};

export type AnswerTime = {
	weeksAgo: number;
	answered: number;
	medianHours: number;
	ninetiethHours: number;
};

type Asked = { blocks: AskedBlock[] | null; times: AnswerTime[] | null };

/** A question settled by an answer elsewhere counts as answered then. */
async function findAsked(course: Course): Promise<Asked> {
	const [row] = await sql<Asked>`
		WITH late AS MATERIALIZED (
			SELECT id FROM ${threads(forStaff)} q WHERE course_id = ${course.id} AND kind = 'question' AND created_at > now() - interval '7 days'
			ORDER BY created_at DESC ${limit(NEW_QUESTIONS)}
		)
		SELECT (
			SELECT json_agg(found) FROM (
				SELECT b.id, l.number AS "lessonNumber", l.place AS "lessonPlace", b.html, asked.questions
				FROM (
					SELECT block_id, count(*)::int AS questions
					FROM (SELECT (SELECT block_id FROM anchors WHERE thread_id = late.id) FROM late) each GROUP BY 1
				) asked
				JOIN blocks b ON b.id = asked.block_id AND b.position IS NOT NULL JOIN lessons l ON l.id = b.lesson_id AND l.is_shown
				ORDER BY asked.questions DESC, l.position, b.position, b.id ${limit(SHOWN)}
			) found
		) AS blocks, (
			SELECT json_agg(found) FROM (
				SELECT weeks AS "weeksAgo", count(*)::int AS answered,
					percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS "medianHours",
					percentile_cont(0.9) WITHIN GROUP (ORDER BY hours) AS "ninetiethHours"
				FROM generate_series(0, ${fragment(String(WEEKS - 1))}) weeks CROSS JOIN LATERAL (
					SELECT extract(epoch FROM least(staff_first_at, settled_at) - created_at)::float / 3600 AS hours
					FROM ${threads(forStaff)} q WHERE course_id = ${course.id} AND kind = 'question' AND (staff_first_at IS NOT NULL OR settled_at IS NOT NULL)
						AND created_at > now() - (weeks + 1) * interval '7 days' AND created_at <= now() - weeks * interval '7 days'
					ORDER BY created_at DESC ${limit(ANSWERED_A_WEEK)}
				) asked WHERE hours >= 0
				GROUP BY weeks ORDER BY weeks DESC
			) found
		) AS times`;
	return row ?? { blocks: null, times: null };
}

export type Unseen = {
	id: number;
	name: string;
	html: string;
	votes: number;
};

/**
 * Voted up within four weeks, but not endorsed, commented, pinned or answered by staff. Searched thread by thread, as
 * an index per thread has such replies.
 */
async function listUnseen(course: Course): Promise<Unseen[]> {
	const rows = await sql<Unseen>`
		WITH liked AS MATERIALIZED (
			SELECT r.* FROM (
				SELECT id FROM ${threads(forStaff)} q
				WHERE course_id = ${course.id} AND last_activity_at > now() - interval '28 days'
				ORDER BY last_activity_at DESC, id DESC ${limit(THREADS)}
			) t CROSS JOIN LATERAL (
				SELECT id, author_id, imported_name, votes, created_at FROM ${repliesIn(forStaff)} q WHERE created_at > now() - interval '28 days' AND votes >= 3
					AND endorsed_at IS NULL AND staff_word IS NULL
				ORDER BY created_at DESC ${limit(REPLIES_A_THREAD)}
			) r ORDER BY r.votes DESC, r.created_at DESC, r.id ${limit(LOOKED_AT)}
		)
		SELECT r.id, (SELECT html FROM ${replies(forStaff)} q WHERE q.id = r.id) AS html, ${WRITER} AS name, r.votes
		FROM liked r WHERE ${leftToStaff(
			course,
			piece`SELECT author_id, source_answers_id FROM ${replies(forStaff)} q WHERE parent_id = r.id
			UNION ALL SELECT author_id, source_answers_id FROM ${replies(forStaff)} q WHERE root_id = r.id AND listed`,
		)} AND (SELECT id FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL) IS NULL
		ORDER BY r.votes DESC, r.created_at DESC, r.id ${limit(SHOWN)}`;
	return rows.map((row) => ({
		...row,
		html: excerptHtml(row.html, EXCERPT),
	}));
}

export async function findWeek(course: Course) {
	const [asked, unseen] = await Promise.all([
		findAsked(course),
		listUnseen(course),
	]);
	return {
		blocks: (asked.blocks ?? []).map(({ html, ...block }) => ({
			...block,
			html: excerptHtml(html, EXCERPT) || "…",
		})),
		unseen,
		times: asked.times ?? [],
	};
}
