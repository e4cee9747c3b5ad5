import { isStaff, type Member } from "#app/courses/policy.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { fragment, limit, piece, sql } from "#app/platform/db.server.ts";
import type { Cursor } from "#app/platform/keyset.ts";
import { canSeeAsker, type ThreadKind } from "#app/threads/policy.ts";
import { reachable, type Thread } from "#app/threads/queries.server.ts";

export type ListedThread = Pick<
	Thread,
	| "number"
	| "kind"
	| "title"
	| "position"
	| "lessonNumber"
	| "replyCount"
	| "voteCount"
	| "lastActivityAt"
	| "lockedAt"
	| "removedAt"
	| "state"
	| "isPrivate"
	| "isAnonymous"
> & { id: number; authorName: string | null };

export type ListedRow = ListedThread & { authorId: number | null };

/** For threads `t`, joined by LISTED_JOINS. */
export const LISTED_COLUMNS = fragment(`
	t.id, t.number, t.kind, t.title, t.position, l.number AS "lessonNumber", t.reply_count AS "replyCount",
	t.me_too AS "voteCount", t.last_activity_at AS "lastActivityAt",
	t.locked_at AS "lockedAt", t.removed_at AS "removedAt", t.state, t.is_private AS "isPrivate",
	t.is_anonymous AS "isAnonymous", t.author_id AS "authorId", coalesce(a.name, t.imported_name) AS "authorName"`);

export const LISTED_JOINS = fragment(`
	LEFT JOIN lessons l ON l.id = t.lesson_id
	LEFT JOIN users a ON a.id = t.author_id`);

export function listedFrom(
	{ authorId, ...row }: ListedRow,
	by: Member,
): ListedThread {
	const isHidden = row.isAnonymous && !canSeeAsker(by, authorId);
	return isHidden ? { ...row, authorName: null } : row;
}

export const lessonOf = (course: Course, number: number) =>
	piece`(SELECT id FROM lessons WHERE course_id = ${course.id} AND number = ${number})`;

export const THREADS_PER_PAGE = 30;

type Filter = {
	kind?: ThreadKind | null;
	lesson?: number | null;
	removed?: boolean;
	before?: Cursor | null;
	take?: number;
};

/* Plans serve any values, and one for `$1 IS NULL OR …` uses no index: unused conditions are left out. */

/** By last activity; one more than a page shows. `removed`: removed ones instead, of others only for staff. */
export async function listThreads(
	course: Course,
	by: Member,
	filter: Filter,
): Promise<ListedThread[]> {
	const { kind, lesson, removed = false, before } = filter;
	const { take = THREADS_PER_PAGE } = filter;
	const own = isStaff(by.role) ? piece`` : piece`AND t.author_id = ${by.id}`;
	const rows = await sql<ListedRow>`
		SELECT ${LISTED_COLUMNS} FROM threads t ${LISTED_JOINS}
		WHERE ${lesson ? piece`t.lesson_id = ${lessonOf(course, lesson)}` : piece`t.course_id = ${course.id}`}
			AND ${removed ? piece`t.removed_at IS NOT NULL ${own}` : piece`t.removed_at IS NULL AND ${reachable(by)}`}
			${kind ? piece`AND t.kind = ${kind}::thread_kind` : piece``}
			${before ? piece`AND (t.last_activity_at, t.id) < (${before.time}, ${before.id})` : piece``}
		ORDER BY t.last_activity_at DESC, t.id DESC ${limit(take + 1)}`;
	return rows.map((row) => listedFrom(row, by));
}
