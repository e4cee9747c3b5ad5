import type { Course } from "#app/courses/queries.server.ts";
import { leftToStaff, WRITER } from "#app/desk/left-to-staff.server.ts";
import type { WaitingOrder } from "#app/desk/waiting-order.ts";
import { excerptHtml } from "#app/markdown/excerpt-html.ts";
import { COUNTED_LIMIT } from "#app/platform/counted.server.ts";
import {
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import type { QuestionState } from "#app/questions/policy.ts";
import { CLAIM_STANDS } from "#app/threads/queries.server.ts";
import {
	forStaff,
	replies,
	repliesIn,
	threads,
} from "#app/visibility/relations.server.ts";

const QUEUE_SHOWN = 30;
const CANDIDATES_SHOWN = 10;
/** Candidates come from the threads of each kind with the latest activity, and from so many replies. */
const THREADS_OF_A_KIND = 100;
const LOOKED_AT = 200;
const EXCERPT = 160;

export type Waiting = {
	number: number;
	title: string;
	state: QuestionState;
	isPrivate: boolean;
	lessonPlace: number | null;
	meToo: number;
	/** When it was asked, or asked again. */
	since: Date;
	asker: string | null;
	isAnonymous: boolean;
	claimedBy: string | null;
	claimedById: number | null;
};

/** As the index of open questions has it. */
const SINCE = fragment(
	"CASE t.state WHEN 'follow_up' THEN t.asker_replied_at ELSE t.created_at END",
);

const ORDERS = {
	longest: fragment("t.since, t.number"),
	most: fragment("t.me_too DESC, t.created_at, t.number"),
};

/** The longest waiting, or what most people want to know: an index for all, or for each state, has that order. */
const firstOf = (course: Course, order: WaitingOrder) =>
	order === "longest"
		? piece`
			SELECT *, ${SINCE} AS since FROM ${threads(forStaff)} t
			WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.state <> 'answered'
			ORDER BY ${SINCE}, t.number ${limit(QUEUE_SHOWN)}`
		: piece`
			SELECT t.*, ${SINCE} AS since FROM (VALUES ('waiting'::question_state), ('discussed'), ('follow_up')) open (state)
			CROSS JOIN LATERAL (
				SELECT * FROM ${threads(forStaff)} q WHERE course_id = ${course.id} AND kind = 'question' AND state = open.state
				ORDER BY me_too DESC, created_at, number ${limit(QUEUE_SHOWN)}
			) t ORDER BY t.me_too DESC, t.created_at, t.number ${limit(QUEUE_SHOWN)}`;

export const listWaiting = (course: Course, order: WaitingOrder) =>
	sql<Waiting>`
		SELECT t.number, t.title, t.state, t.is_private AS "isPrivate", l.place AS "lessonPlace", t.me_too AS "meToo",
			t.since, coalesce(t.imported_name, a.name) AS asker, t.is_anonymous AS "isAnonymous",
			c.name AS "claimedBy", c.id AS "claimedById"
		FROM (${firstOf(course, order)}) t
		LEFT JOIN lessons l ON l.id = t.lesson_id
		LEFT JOIN users a ON a.id = t.author_id
		LEFT JOIN users c ON c.id = t.claimed_by_id AND ${fragment(CLAIM_STANDS)}
		ORDER BY ${ORDERS[order]}`;

/** How many there are, up to COUNTED_LIMIT. */
export const countWaiting = (course: Course) =>
	kept(`waiting of ${course.id}`, { courseId: course.id }, async () => {
		const counts = await countWaitingIn([course.id]);
		return { count: counts.get(course.id) ?? 0 };
	});

export async function countWaitingIn(
	courseIds: number[],
): Promise<ReadonlyMap<number, number>> {
	if (courseIds.length === 0) return new Map();
	const rows = await sql<{ id: number; waiting: number }>`
		SELECT c.id, count(*)::int AS waiting FROM unnest(${courseIds}::int[]) c (id) CROSS JOIN LATERAL (
			SELECT FROM ${threads(forStaff)} t
			WHERE t.course_id = c.id AND t.kind = 'question' AND t.state <> 'answered' ${COUNTED_LIMIT}
		) open GROUP BY c.id`;
	return new Map(rows.map(({ id, waiting }) => [id, waiting]));
}

export type Candidate = {
	id: number;
	/** False: staff said lately that it asks nothing. */
	asks: boolean;
	html: string;
	name: string;
	threadTitle: string;
	votes: number;
};

/** Sorts without the texts of hundreds of replies. */
const RANKED = fragment(
	"id, author_id, imported_name, asks, votes, created_at",
);

const leftOf = (course: Course, found: "asking" | "not_asking") => piece`
	SELECT r.id, r.asks, (SELECT html FROM ${replies(forStaff)} q WHERE q.id = r.id) AS html, ${WRITER} AS name, r.title AS "threadTitle", r.votes
	FROM ${fragment(found)} r
	WHERE ${leftToStaff(course, piece`SELECT author_id, source_answers_id FROM ${replies(forStaff)} q WHERE parent_id = r.id`)}
	ORDER BY r.votes DESC, r.created_at DESC, r.id ${limit(CANDIDATES_SHOWN)}`;

/** Unanswered by staff, outside questions, most votes first; and those that staff dismissed within seven days. */
export async function listCandidates(course: Course): Promise<Candidate[]> {
	const rows = await sql<Candidate>`
		WITH late AS MATERIALIZED (
			SELECT t.* FROM (VALUES ('lesson'::thread_kind), ('thinking'), ('topic')) k (kind) CROSS JOIN LATERAL (
				SELECT id, title FROM ${threads(forStaff)} t
				WHERE course_id = ${course.id} AND kind = k.kind
				ORDER BY last_activity_at DESC, id DESC ${limit(THREADS_OF_A_KIND)}
			) t
		), asking AS MATERIALIZED (
			SELECT r.*, t.title FROM late t CROSS JOIN LATERAL (
				SELECT ${RANKED} FROM ${repliesIn(forStaff)} q WHERE asks
				ORDER BY created_at DESC ${limit(CANDIDATES_SHOWN)}
			) r ORDER BY r.votes DESC, r.created_at DESC, r.id ${limit(LOOKED_AT)}
		), not_asking AS MATERIALIZED (
			SELECT r.*, t.title FROM late t CROSS JOIN LATERAL (
				SELECT ${RANKED} FROM ${repliesIn(forStaff)} q WHERE not_asking_at > now() - interval '7 days' AND NOT asks
				ORDER BY not_asking_at DESC ${limit(CANDIDATES_SHOWN)}
			) r ORDER BY r.votes DESC, r.created_at DESC, r.id ${limit(LOOKED_AT)}
		)
		(${leftOf(course, "asking")}) UNION ALL (${leftOf(course, "not_asking")})`;
	return rows.map((row) => ({
		...row,
		html: excerptHtml(row.html, EXCERPT),
	}));
}
