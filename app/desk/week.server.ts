import type { Course } from "#app/courses/queries.server.ts";
import { excerpt } from "#app/markdown/render.server.ts";
import { sql } from "#app/platform/db.server.ts";

/** Of each list only what a glance takes in. */
const SHOWN = 5;
const EXCERPT = 40;
/** The weeks over which the time to an answer is drawn, the present one last. */
const WEEKS = 8;

export type Wanted = {
	number: number;
	title: string;
	meToo: number;
	createdAt: Date;
};

/** Open questions that most people wonder about; of as many, the oldest. */
const listWanted = (course: Course) =>
	sql<Wanted>`
		SELECT t.number, t.title, t.me_too AS "meToo", t.created_at AS "createdAt" FROM threads t
		WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL
			AND t.state IN ('waiting', 'discussed', 'follow_up')
		ORDER BY t.me_too DESC, t.created_at, t.number LIMIT ${SHOWN}`;

/** A block of a lesson, and how many questions it raised within seven days. */
type AskedBlock = {
	id: number;
	lessonNumber: number;
	html: string;
	questions: number;
};

/** How long questions asked in a week waited for the first word of staff. */
export type AnswerTime = {
	/** 0: the last seven days. */
	weeksAgo: number;
	answered: number;
	medianHours: number;
	ninetiethHours: number;
};

type Asked = { blocks: AskedBlock[] | null; times: AnswerTime[] | null };

/**
 * What the questions of late weeks say: the blocks with most new ones, and the time to an answer. One that is closed by
 * an answer elsewhere is answered then.
 */
async function findAsked(course: Course): Promise<Asked> {
	const [row] = await sql<Asked>`
		SELECT (
			SELECT json_agg(found) FROM (
				SELECT b.id, l.number AS "lessonNumber", b.html, count(*)::int AS questions
				FROM threads t JOIN anchors a ON a.thread_id = t.id JOIN blocks b ON b.id = a.block_id
				JOIN lessons l ON l.id = b.lesson_id
				WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL
					AND t.created_at > now() - interval '7 days' AND b.position IS NOT NULL
				GROUP BY b.id, l.id ORDER BY questions DESC, l.position, b.position, b.id LIMIT ${SHOWN}
			) found
		) AS blocks, (
			SELECT json_agg(found) FROM (
				SELECT weeks AS "weeksAgo", count(*)::int AS answered,
					percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS "medianHours",
					percentile_cont(0.9) WITHIN GROUP (ORDER BY hours) AS "ninetiethHours"
				FROM (
					SELECT floor(extract(epoch FROM now() - t.created_at) / 604800)::int AS weeks,
						extract(epoch FROM least(staff.at, t.closed_at) - t.created_at)::float / 3600 AS hours
					FROM threads t
					LEFT JOIN LATERAL (
						SELECT r.created_at AS at FROM replies r JOIN users u ON u.id = r.author_id
						LEFT JOIN memberships m ON m.course_id = t.course_id AND m.user_id = r.author_id
						WHERE r.thread_id = t.id AND r.removed_at IS NULL AND r.author_id IS DISTINCT FROM t.author_id
							AND (m.role <> 'learner' OR u.owner_at IS NOT NULL)
						ORDER BY r.id LIMIT 1
					) staff ON true
					WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL
						AND t.created_at > now() - ${WEEKS} * interval '7 days'
				) asked WHERE hours >= 0
				GROUP BY weeks ORDER BY weeks DESC
			) found
		) AS times`;
	return row ?? { blocks: null, times: null };
}

export type Unseen = {
	id: number;
	name: string;
	text: string;
	votes: number;
};

/**
 * Replies of the last four weeks that the class voted up, and that no staff member has looked at: not endorsed, no word
 * said, not pinned, not answered. Found thread by thread, as each has an index of such replies.
 */
async function listUnseen(course: Course): Promise<Unseen[]> {
	const rows = await sql<Omit<Unseen, "text"> & { html: string }>`
		SELECT r.id, r.html, coalesce(r.imported_name, a.name, '') AS name, r.votes
		FROM threads t
		CROSS JOIN LATERAL (
			SELECT * FROM replies WHERE thread_id = t.id AND created_at > now() - interval '28 days' AND votes >= 3
				AND removed_at IS NULL AND endorsed_at IS NULL AND staff_word IS NULL AND promoted_to_id IS NULL
			OFFSET 0
		) r
		LEFT JOIN users a ON a.id = r.author_id
		LEFT JOIN memberships m ON m.course_id = t.course_id AND m.user_id = r.author_id
		LEFT JOIN LATERAL (
			SELECT id FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL LIMIT 1
		) pinned ON true
		LEFT JOIN LATERAL (
			SELECT s.author_id AS by FROM (
				SELECT author_id FROM replies WHERE parent_id = r.id AND removed_at IS NULL
				UNION ALL SELECT author_id FROM replies WHERE root_id = r.id AND listed AND removed_at IS NULL
			) s LEFT JOIN memberships sm ON sm.course_id = t.course_id AND sm.user_id = s.author_id
			LEFT JOIN users su ON su.id = s.author_id
			WHERE sm.role <> 'learner' OR su.owner_at IS NOT NULL LIMIT 1
		) answered ON true
		WHERE t.course_id = ${course.id} AND t.removed_at IS NULL AND t.last_activity_at > now() - interval '28 days'
			AND coalesce(m.role, 'learner') = 'learner' AND a.owner_at IS NULL
			AND pinned.id IS NULL AND answered.by IS NULL
		ORDER BY r.votes DESC, r.created_at DESC, r.id LIMIT ${SHOWN}`;
	return rows.map(({ html, ...row }) => ({
		...row,
		text: excerpt(html, EXCERPT),
	}));
}

/** The week of a course at a glance, as staff see it. */
export async function findWeek(course: Course) {
	const [wanted, asked, unseen] = await Promise.all([
		listWanted(course),
		findAsked(course),
		listUnseen(course),
	]);
	return {
		wanted,
		blocks: (asked.blocks ?? []).map(({ html, ...block }) => ({
			...block,
			text: excerpt(html, EXCERPT) || "…",
		})),
		unseen,
		times: asked.times ?? [],
	};
}
