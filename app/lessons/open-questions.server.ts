import { fragment, piece } from "#app/platform/postgres/db.server.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

/** Questions on block `b`, their "me too", who is behind them, and the most imported votes. */
const OPEN = piece`
	LEFT JOIN LATERAL (
		SELECT count(*)::int, coalesce(sum(t.me_too), 0)::int AS me_too, coalesce(max(t.imported_votes), 0) AS imported, ARRAY(
			SELECT author_id FROM ${threads(forStaff)} own WHERE id = ANY (array_agg(t.id)) AND author_id IS NOT NULL
			UNION SELECT voter_id FROM thread_votes WHERE thread_id = ANY (array_agg(t.id))
		) AS people
		FROM anchors a JOIN ${threads(forStaff)} t ON t.id = a.thread_id
		WHERE asked.count > 0 AND a.lesson_id = b.lesson_id AND a.block_id = b.id
			AND t.state <> 'answered'
	) open ON true`;

/** For viewers without that right, the database does no work. */
const NOTHING = fragment(
	"CROSS JOIN (SELECT 0 AS count, 0 AS me_too, 0 AS imported, '{}'::int[] AS people) open",
);

/** A join to blocks `b`, for staff. */
export const openQuestions = (by: Member) =>
	isStaff(by.role) ? OPEN : NOTHING;
