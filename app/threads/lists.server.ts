import type { Course } from "#app/courses/queries.server.ts";
import {
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { Cursor } from "#app/platform/postgres/keyset.ts";
import type { ThreadKind } from "#app/threads/policy.ts";
import { type Thread, threadJoins } from "#app/threads/queries.server.ts";
import { keptList } from "#app/visibility/audience.server.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	hiddenThreads,
	threads,
	type Who,
} from "#app/visibility/relations.server.ts";

export type ListedThread = Pick<
	Thread,
	| "number"
	| "kind"
	| "title"
	| "position"
	| "lessonPlace"
	| "replyCount"
	| "voteCount"
	| "lastActivityAt"
	| "lockedAt"
	| "visibility"
	| "state"
	| "isPrivate"
	| "isAnonymous"
> & { id: number; authorName: string | null };

/** For threads `t`, joined by `threadJoins`. */
export const LISTED_COLUMNS = fragment(`
	t.id, t.number, t.kind, t.title, t.position, l.place AS "lessonPlace", t.reply_count AS "replyCount",
	t.me_too AS "voteCount", t.last_activity_at AS "lastActivityAt",
	t.locked_at AS "lockedAt", t.visibility, t.state, t.is_private AS "isPrivate",
	t.is_anonymous AS "isAnonymous", coalesce(a.name, t.imported_name) AS "authorName"`);

export const lessonOf = (course: Course, number: number) =>
	piece`(SELECT id FROM lessons WHERE course_id = ${course.id} AND number = ${number})`;

export const THREADS_PER_PAGE = 30;

type Filter = {
	kind?: ThreadKind | null;
	lesson?: number | null;
	removed?: boolean;
	/** What people talk about: no announcement, and no thread of a lesson's that nobody has replied to. */
	isTalk?: boolean;
	before?: Cursor | null;
	take?: number;
};

/* Plans serve any values, and one for `$1 IS NULL OR …` uses no index: unused conditions are left out. */

const IS_TALK = fragment(
	"AND t.kind <> 'announcement' AND (t.reply_count > 0 OR t.kind IN ('question', 'topic'))",
);

/** By last activity; one more than a page shows. `removed`: removed ones instead, of others only for staff. */
export function listThreads(
	course: Course,
	by: Member,
	filter: Filter,
): Promise<ListedThread[]> {
	const { kind, lesson, removed = false, isTalk = false, before } = filter;
	const { take = THREADS_PER_PAGE } = filter;
	const read = (who: Who) => sql<ListedThread>`
		SELECT ${LISTED_COLUMNS} FROM ${removed ? hiddenThreads(who) : threads(who)} t ${threadJoins(who)}
		WHERE ${lesson ? piece`t.lesson_id = ${lessonOf(course, lesson)}` : piece`t.course_id = ${course.id}`}
			${kind ? piece`AND t.kind = ${kind}::thread_kind` : piece``}
			${isTalk ? IS_TALK : piece``}
			${before ? piece`AND (t.last_activity_at, t.id) < (${before.time}, ${before.id})` : piece``}
		ORDER BY t.last_activity_at DESC, t.id DESC ${limit(take + 1)}`;
	if (removed) return read(by);
	return keptList(course, by, `threads ${JSON.stringify(filter)}`, read);
}
