import type { Course } from "#app/courses/queries.server.ts";
import {
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { Cursor } from "#app/platform/postgres/keyset.ts";
import type { RepliesFrom } from "#app/replies/from.server.ts";
import {
	keptOf,
	REPLY_COLUMNS,
	REPLY_JOINS,
	type Reply,
	type ReplyRow,
	replyFor,
	share,
} from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	ANSWERED_NAME,
	forStaff,
	repliesIn,
	repliesOf,
	threads,
} from "#app/visibility/relations.server.ts";

const staffOf = (courseId: number): Piece => piece`(
	SELECT user_id AS id FROM memberships WHERE course_id = ${courseId} AND role > 'learner'
	UNION SELECT id FROM users WHERE owner_at IS NOT NULL
)`;

const REPLIES_PER_PAGE = 50;

/** What staff wrote in a thread that is open to `by`, and the source's own, by time: each stands alone, and names whom it answers. */
export async function listByStaff(
	thread: Thread,
	by: Member,
	from: number,
): Promise<RepliesFrom> {
	const rest = from
		? piece`AND (created_at, own.id) >= ((SELECT created_at FROM ${repliesOf(thread, forStaff, "tombstones")} r WHERE id = ${from}), ${from})`
		: piece``;
	const first = piece`ORDER BY created_at, own.id ${limit(REPLIES_PER_PAGE + 1)}`;
	const shared = await keptOf(thread, `by staff ${from}`, async () => {
		const rows = await sql<ReplyRow & { answers: string | null }>`
			WITH ids AS (
				(SELECT own.id, created_at FROM ${staffOf(thread.courseId)} staff CROSS JOIN LATERAL (
					SELECT r.id, r.created_at FROM ${repliesOf(thread, forStaff)} r WHERE r.author_id = staff.id OFFSET 0
				) own WHERE staff.id IS DISTINCT FROM (
					SELECT author_id FROM ${threads(forStaff, "tombstones")} t WHERE t.id = ${thread.id} AND is_anonymous
				) ${rest} ${first})
				UNION
				(SELECT own.id, created_at FROM ${repliesOf(thread, forStaff)} own WHERE source_answers_id IS NOT NULL ${rest} ${first})
				ORDER BY created_at, id ${limit(REPLIES_PER_PAGE + 1)}
			)
			SELECT ${REPLY_COLUMNS}, CASE WHEN r.parent_id IS NOT NULL THEN ${ANSWERED_NAME} END AS answers
			FROM ids CROSS JOIN LATERAL (SELECT * FROM ${repliesOf(thread, forStaff)} r WHERE r.id = ids.id OFFSET 0) r ${REPLY_JOINS}
			ORDER BY r.created_at, r.id`;
		return rows.map(({ answers, ...row }) =>
			share({
				...row,
				...{ inReplyTo: answers, rootId: null },
				...{ underCount: 0, isFolded: false },
			}),
		);
	});
	const replies: Reply[] = shared.map(replyFor(by, thread));
	return {
		replies: replies.slice(0, REPLIES_PER_PAGE),
		earlier: null,
		later: replies[REPLIES_PER_PAGE]?.id ?? null,
	};
}

export const ANSWERS_PER_PAGE = 20;

export type StaffAnswer = {
	id: number;
	html: string;
	createdAt: Date;
	name: string;
	handle: string;
	threadTitle: string;
	lessonPlace: number | null;
};

/** What staff wrote under other people's threads and replies, the latest first; one more than a page shows. */
export const listStaffAnswers = (
	course: Course,
	by: Member,
	before: Cursor | null,
) => sql<StaffAnswer>`
	SELECT r.id, r.html, r.created_at AS "createdAt", a.name, a.handle, t.title AS "threadTitle", l.place AS "lessonPlace"
	FROM (
		SELECT r.* FROM ${staffOf(course.id)} staff CROSS JOIN LATERAL (
			SELECT r.* FROM ${threads(by)} t JOIN ${repliesIn(by)} r ON true
			WHERE t.course_id = ${course.id} AND r.author_id = staff.id AND NOT r.is_check_in
				AND t.author_id IS DISTINCT FROM r.author_id
				${before ? piece`AND (r.created_at, r.id) < (${before.time}, ${before.id})` : piece``}
			ORDER BY r.created_at DESC, r.id DESC ${limit(ANSWERS_PER_PAGE + 1)}
		) r ORDER BY r.created_at DESC, r.id DESC ${limit(ANSWERS_PER_PAGE + 1)}
	) r JOIN ${threads(by)} t ON t.id = r.thread_id
	JOIN users a ON a.id = r.author_id
	LEFT JOIN lessons l ON l.id = t.lesson_id
	ORDER BY r.created_at DESC, r.id DESC`;
