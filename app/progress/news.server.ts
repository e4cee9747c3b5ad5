import { NEWS_MAX } from "#app/platform/counted.ts";
import {
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	PLACES,
	repliesIn,
	threads,
	type Who,
} from "#app/visibility/relations.server.ts";

type Reader = { id: number; isOwner: boolean };

/** Others' replies in the thread `t` after the one that the row `m` of thread_reads names. */
const newReplies = (who: Who, accountId: number | null): Piece => piece`
	SELECT r.id FROM ${repliesIn(who)} r
	WHERE r.id > m.read_to AND r.author_id IS DISTINCT FROM ${accountId}
	ORDER BY r.id ${limit(NEWS_MAX + 1)}`;

/** What a page tells of its thread and remembers when it is sent. Null: a visitor's. */
export type ThreadNews = {
	/** The last reply there is, whoever may see it; 0 for none. */
	last: number;
	readTo: number | null;
	count: number;
	first: number | null;
} | null;

export const threadNews = (viewer: Reader | null): Piece =>
	viewer
		? piece`(
		SELECT jsonb_build_object('last', coalesce(
			(SELECT p.id FROM ${PLACES} p WHERE p.thread_id = t.id ORDER BY p.id DESC LIMIT 1), 0
		), 'readTo', m.read_to, 'count', coalesce(n.count, 0), 'first', n.first)
		FROM (SELECT) one LEFT JOIN thread_reads m ON m.user_id = ${viewer.id} AND m.thread_id = t.id
		LEFT JOIN LATERAL (SELECT count(*), min(id) AS first FROM (${newReplies(viewer, viewer.id)}) r) n ON true
	)`
		: piece`NULL::jsonb`;

type Asked = { threads?: number[]; lessons?: number[] };

export type News = {
	threads: Map<number, number>;
	lessons: Map<number, number>;
};

/**
 * What is new for `by` since they opened the given threads, and those of the given lessons: how many replies of others. 0
 * for a thread that began after `by` joined the course and that they have not opened.
 */
export async function listNews(
	by: Member,
	courseId: number,
	asked: Asked,
): Promise<News> {
	const news: News = { threads: new Map(), lessons: new Map() };
	const ofThreads = asked.threads ?? [];
	const ofLessons = asked.lessons ?? [];
	if (by.id === null || ofThreads.length + ofLessons.length === 0) return news;
	const rows = await sql<{
		id: number;
		lessonId: number | null;
		count: number;
	}>`
		SELECT t.id, CASE WHEN t.kind IN ('lesson', 'thinking') THEN t.lesson_id END AS "lessonId", n.count::int
		FROM ${threads(by)} t
		LEFT JOIN thread_reads m ON m.user_id = ${by.id} AND m.thread_id = t.id
		CROSS JOIN LATERAL (SELECT count(*) FROM (${newReplies(by, by.id)}) r) n
		WHERE (t.id = ANY(${ofThreads}::int[]) OR t.lesson_id = ANY(${ofLessons}::int[]) AND t.kind IN ('lesson', 'thinking'))
			AND (n.count > 0 OR m.read_to IS NULL AND t.author_id IS DISTINCT FROM ${by.id} AND t.created_at > (
				SELECT created_at FROM memberships WHERE course_id = ${courseId} AND user_id = ${by.id}
			))`;
	for (const { id, lessonId, count } of rows) {
		news.threads.set(id, count);
		if (lessonId !== null && count > 0)
			news.lessons.set(lessonId, (news.lessons.get(lessonId) ?? 0) + count);
	}
	return news;
}

/** Of those with the latest activity in a course. */
const LATEST = limit(50);

/** In how many discussions there is something new for an account, in each course that it is a member of. */
export async function countNewsIn(
	viewer: Reader | null,
): Promise<Map<number, number>> {
	if (!viewer) return new Map();
	const rows = await sql<{ courseId: number; count: number }>`
		SELECT c.course_id AS "courseId", count(*)::int AS count
		FROM memberships c CROSS JOIN LATERAL (
			SELECT t.* FROM ${threads(viewer)} t WHERE t.course_id = c.course_id
			ORDER BY t.last_activity_at DESC, t.id DESC ${LATEST}
		) t
		LEFT JOIN thread_reads m ON m.user_id = ${viewer.id} AND m.thread_id = t.id
		WHERE c.user_id = ${viewer.id} AND CASE
			WHEN m.read_to IS NULL THEN t.created_at > c.created_at AND t.author_id IS DISTINCT FROM ${viewer.id}
			ELSE EXISTS (${newReplies(viewer, viewer.id)})
		END
		GROUP BY c.course_id`;
	return new Map(rows.map(({ courseId, count }) => [courseId, count]));
}
