import type { Course } from "#app/courses/queries.server.ts";
import { excerpt } from "#app/markdown/render.server.ts";
import { fragment, sql } from "#app/platform/db.server.ts";
import type { QuestionState } from "#app/questions/policy.ts";
import { CLAIM_STANDS } from "#app/threads/queries.server.ts";

/** What waits for staff, at most so much at once; the longest waiting first. */
const QUEUE_SHOWN = 30;
const CANDIDATES_SHOWN = 10;
const EXCERPT = 160;

export type Waiting = {
	number: number;
	title: string;
	state: QuestionState;
	isPrivate: boolean;
	lessonNumber: number | null;
	meToo: number;
	/** Since it was asked, or asked again. */
	since: Date;
	/** Who asked; staff know of those too who are anonymous to classmates. */
	asker: string | null;
	isAnonymous: boolean;
	claimedBy: string | null;
	claimedById: number | null;
};

/** Questions that wait for an answer by staff, the longest waiting first. */
export const listWaiting = (course: Course) =>
	sql<Waiting>`
		SELECT t.number, t.title, t.state, t.is_private AS "isPrivate", l.number AS "lessonNumber", t.me_too AS "meToo",
			CASE t.state WHEN 'follow_up' THEN t.asker_replied_at ELSE t.created_at END AS since,
			coalesce(t.imported_name, a.name) AS asker, t.is_anonymous AS "isAnonymous", c.name AS "claimedBy", c.id AS "claimedById"
		FROM threads t
		LEFT JOIN lessons l ON l.id = t.lesson_id
		LEFT JOIN users a ON a.id = t.author_id
		LEFT JOIN users c ON c.id = t.claimed_by_id AND ${fragment(CLAIM_STANDS)}
		WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL
			AND t.state IN ('waiting', 'discussed', 'follow_up')
		ORDER BY since, t.number LIMIT ${QUEUE_SHOWN}`;

export type Candidate = {
	id: number;
	/** False: staff have lately said that it asks nothing. */
	asks: boolean;
	text: string;
	name: string;
	threadNumber: number;
	threadTitle: string;
	votes: number;
};

/**
 * Replies that read as if they asked something, in threads that are no questions, and that no staff have answered; and
 * those of which staff said within seven days that they ask nothing.
 */
export async function listCandidates(course: Course): Promise<Candidate[]> {
	const rows = await sql<Omit<Candidate, "text"> & { html: string }>`
		SELECT * FROM (
		SELECT r.id, r.asks, r.html, coalesce(r.imported_name, a.name, '') AS name, t.number AS "threadNumber",
			t.title AS "threadTitle", r.votes,
			row_number() OVER (PARTITION BY r.asks ORDER BY r.votes DESC, r.created_at DESC, r.id) AS place
		FROM threads t
		CROSS JOIN LATERAL (
			(SELECT * FROM replies WHERE thread_id = t.id AND asks AND promoted_to_id IS NULL AND removed_at IS NULL
			ORDER BY created_at DESC LIMIT ${CANDIDATES_SHOWN})
			UNION ALL
			(SELECT * FROM replies WHERE thread_id = t.id AND not_asking_at > now() - interval '7 days' AND NOT asks
				AND promoted_to_id IS NULL AND removed_at IS NULL
			ORDER BY not_asking_at DESC LIMIT ${CANDIDATES_SHOWN})
		) r
		LEFT JOIN users a ON a.id = r.author_id
		LEFT JOIN memberships m ON m.course_id = t.course_id AND m.user_id = r.author_id
		LEFT JOIN LATERAL (
			SELECT s.id FROM replies s LEFT JOIN memberships sm ON sm.course_id = t.course_id AND sm.user_id = s.author_id
			LEFT JOIN users su ON su.id = s.author_id
			WHERE s.parent_id = r.id AND s.removed_at IS NULL AND (sm.role <> 'learner' OR su.owner_at IS NOT NULL) LIMIT 1
		) answered ON true
		WHERE t.course_id = ${course.id} AND t.kind IN ('lesson', 'thinking', 'topic') AND t.removed_at IS NULL
			AND coalesce(m.role, 'learner') = 'learner' AND a.owner_at IS NULL
			AND answered.id IS NULL
		) found WHERE place <= ${CANDIDATES_SHOWN} ORDER BY place`;
	return rows.map(({ html, ...row }) => ({
		...row,
		text: excerpt(html, EXCERPT),
	}));
}
