// How each counter column is counted, for the row `x` of its table; commands, `npm run recount` and the tests use this.
// A new counter is one line.

const STANDS = "r.visibility = 'shown' AND r.promoted_to_id IS NULL";

const over = (what: string, which = "true") =>
	`(SELECT ${what} FROM replies r WHERE r.thread_id = x.id AND ${STANDS} AND ${which})`;

const BY_OTHERS =
	"(r.author_id IS DISTINCT FROM x.author_id OR r.source_answers_id IS NOT NULL)";

/** A lookup for each reply: for an EXISTS the planner reads all members of the course, for each thread. */
const BY_STAFF = `${BY_OTHERS} AND (
	(SELECT m.role <> 'learner' FROM memberships m WHERE m.course_id = x.course_id AND m.user_id = r.author_id)
	OR (SELECT a.owner_at IS NOT NULL FROM users a WHERE a.id = r.author_id)
	OR r.source_answers_id IS NOT NULL
)`;

const ofQuestions = (column: string, counted: string) =>
	`CASE WHEN x.kind = 'question' THEN ${counted} ELSE x.${column} END`;

/** Questions `t` that the thread's answers settled; LATERAL starts from each reply, not from all settled questions. */
const SETTLED = `replies r CROSS JOIN LATERAL (
	SELECT t.id, t.is_private FROM threads t WHERE t.settled_by_reply_id = r.id OFFSET 0
) t`;

/** Voters `v` for such a question who neither asked nor voted here. */
const SETTLED_VOTES = `${SETTLED} CROSS JOIN LATERAL (
	SELECT v.voter_id FROM thread_votes v
	WHERE v.thread_id = t.id AND v.voter_id IS DISTINCT FROM x.author_id
		AND (SELECT o.voter_id FROM thread_votes o WHERE o.thread_id = x.id AND o.voter_id = v.voter_id) IS NULL OFFSET 0
) v`;

export const COUNTERS = {
	pins: {
		thread_id: "(SELECT r.thread_id FROM replies r WHERE r.id = x.reply_id)",
		// A note whose block or reply was edited or is gone.
		to_check: `EXISTS (
			SELECT FROM blocks b, replies r WHERE b.id = x.block_id AND r.id = x.reply_id
				AND (b.position IS NULL OR b.revision > x.lesson_revision OR r.version > x.reply_version)
		)`,
	},
	replies: {
		cast_votes: "(SELECT count(*) FROM reply_votes v WHERE v.reply_id = x.id)",
		listed: `(x.visibility = 'shown' AND NOT x.is_check_in
			OR EXISTS (SELECT FROM replies c WHERE c.parent_id = x.id AND c.listed))`,
		under_count:
			"(SELECT count(*) FROM replies u WHERE u.root_id = x.id AND u.listed)",
	},
	threads: {
		reply_count:
			"(SELECT count(*) FROM replies r WHERE r.thread_id = x.id AND r.visibility = 'shown')",
		top_count:
			"(SELECT count(*) FROM replies r WHERE r.thread_id = x.id AND r.root_id IS NULL AND r.listed)",
		source_replies: `(SELECT coalesce(sum(r.source_replies), 0) FROM replies r
			WHERE r.thread_id = x.id AND r.left_source_at IS NULL)`,
		// An imported comment without a date stands at the epoch.
		last_activity_at: `coalesce(
			(SELECT max(r.created_at) FROM replies r WHERE r.thread_id = x.id AND r.created_at > 'epoch'), x.created_at)`,
		vote_count:
			"(SELECT count(*) FROM thread_votes v WHERE v.thread_id = x.id)",
		others_count: ofQuestions("others_count", over("count(*)", BY_OTHERS)),
		// `=` would search everything the asker ever wrote.
		asker_replied_at: ofQuestions(
			"asker_replied_at",
			over(
				"max(r.created_at)",
				"x.author_id IS NOT NULL AND r.author_id IS NOT DISTINCT FROM x.author_id",
			),
		),
		staff_replied_at: ofQuestions(
			"staff_replied_at",
			over("max(r.created_at)", BY_STAFF),
		),
		staff_first_at: ofQuestions(
			"staff_first_at",
			over("min(r.created_at)", BY_STAFF),
		),
		accepted_at: ofQuestions("accepted_at", over("max(r.accepted_at)")),
		endorsed_at: ofQuestions("endorsed_at", over("max(r.endorsed_at)")),
		// Each person counts once, with their latest standing reply that states an offered position.
		stated: `ARRAY(
			SELECT count(latest.position)::int FROM unnest(x.positions) WITH ORDINALITY offered (position, nth)
			LEFT JOIN (
				SELECT DISTINCT ON (r.author_id) r.position FROM replies r
				WHERE r.thread_id = x.id AND r.position = ANY(x.positions) AND r.position IS NOT NULL AND r.visibility = 'shown'
				ORDER BY r.author_id, r.created_at DESC, r.id DESC
			) latest ON latest.position = offered.position
			GROUP BY offered.position, nth ORDER BY nth
		)`,
		settled_count: `(SELECT count(*) FROM ${SETTLED} WHERE r.thread_id = x.id)`,
		// Everybody sees this number, so it counts nothing of private questions; voters here and its asker do not count
		// again.
		settled_voters: `(SELECT count(DISTINCT v.voter_id) FROM ${SETTLED_VOTES} WHERE r.thread_id = x.id AND NOT t.is_private)`,
	},
	lessons: {
		// Where it stands among those that are shown.
		place: `CASE WHEN x.is_shown THEN (
			SELECT count(*) FROM lessons o
			WHERE o.course_id = x.course_id AND o.is_shown AND (o.position, o.id) <= (x.position, x.id)
		) END`,
	},
	courses: {
		last_thread_number: `greatest(x.last_thread_number,
			(SELECT max(number) FROM threads WHERE course_id = x.id))`,
		last_lesson_number: `greatest(x.last_lesson_number,
			(SELECT max(number) FROM lessons WHERE course_id = x.id))`,
	},
} as const;

export type Counted = keyof typeof COUNTERS;
export type Counter<Table extends Counted> = keyof (typeof COUNTERS)[Table] &
	string;
