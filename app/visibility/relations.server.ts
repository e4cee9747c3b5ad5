import {
	fragment,
	type Piece,
	piece,
} from "#app/platform/postgres/db.server.ts";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { canReadReplies, type ThreadSight } from "#app/visibility/policy.ts";

// What a query may read of threads and replies: `FROM ${threads(by)} t JOIN ${repliesIn(by)} r ON …`. Each relation is
// narrow, and what widens it has a name. The planner takes such subqueries apart, so they cost nothing.

type Account = { id: number | Piece; isOwner: boolean | Piece };

/** A member of the course that the rows are of, or an account whose role is looked up in the course of each row. */
export type Who = Member | Account | null;

export const everybody = null;

/** For pages that staff alone reach. */
export const forStaff: Member = { id: null, role: "assistant" };

const TRUE = fragment("true");
const FALSE = fragment("false");

function isStaffIn(who: Who, courseId: string): Piece {
	if (who === null) return FALSE;
	if ("role" in who) return isStaff(who.role) ? TRUE : FALSE;
	if (who.isOwner === true) return TRUE;
	const teaches = piece`EXISTS (
		SELECT FROM memberships m WHERE m.course_id = ${fragment(courseId)} AND m.user_id = ${who.id} AND m.role <> 'learner'
	)`;
	return who.isOwner ? piece`(${who.isOwner} OR ${teaches})` : teaches;
}

const wrote = (who: Who, author: string): Piece =>
	who === null || who.id === null
		? FALSE
		: piece`${fragment(author)} = ${who.id}`;

/** Leaves out what is false, as plans for unknown values use no index. */
function anyOf(...conditions: Piece[]): Piece {
	const [first = FALSE, ...rest] = conditions.filter((one) => one !== FALSE);
	if (first === TRUE || rest.includes(TRUE)) return TRUE;
	if (rest.length === 0) return first;
	return piece`(${rest.reduce((any, one) => piece`${any} OR ${one}`, first)})`;
}

const isOwnOrStaffs = (who: Who, row: string, courseId: string) =>
	[wrote(who, `${row}.author_id`), isStaffIn(who, courseId)] as const;

/** What is not shown is for its staff. */
export const courses = (who: Who): Piece =>
	piece`(SELECT * FROM courses WHERE ${anyOf(fragment("is_shown"), isStaffIn(who, "courses.id"))})`;

/** A course that a member is in was found by its own gate. */
function inShownCourse(who: Who): Piece {
	if (who === null || "role" in who) return TRUE;
	const shown = fragment(
		"threads.course_id <> ALL (ARRAY(SELECT id FROM courses WHERE NOT is_shown))",
	);
	return anyOf(shown, isStaffIn(who, "threads.course_id"));
}

type Width =
	/** Also what author and staff may read though it is held or removed. */
	| "evenRemoved"
	/** Also what others know of as held or removed. Its text must not be sent to them. */
	| "tombstones";

const seen = (width: Width | undefined, own: readonly Piece[]) => {
	if (width === "tombstones") return TRUE;
	const shown = fragment("visibility = 'shown'");
	return width ? anyOf(shown, ...own) : shown;
};

export function threads(who: Who, width?: Width): Piece {
	const own = isOwnOrStaffs(who, "threads", "threads.course_id");
	return piece`(
		SELECT *, xmin FROM threads WHERE ${seen(width, own)} AND ${anyOf(fragment("NOT is_private"), ...own)}
			AND ${inShownCourse(who)}
	)`;
}

/** Held and removed threads alone, for their authors and staff. */
export function hiddenThreads(who: Who): Piece {
	const own = isOwnOrStaffs(who, "threads", "threads.course_id");
	return piece`(SELECT * FROM threads WHERE visibility <> 'shown' AND ${anyOf(...own)})`;
}

/** Whether the thread `t` is open to an account because it wrote there. */
export const hasWritten = (accountId: number | null) =>
	piece`(t.write_first AND EXISTS (
		SELECT FROM replies own WHERE own.thread_id = t.id AND own.author_id = ${accountId}
			AND own.visibility = 'shown' AND own.characters >= ${OPENING_CHARACTERS}
	))`;

/** Whether an account has a reply in the thread `t`: then it has thought for itself. */
export const hasReplied = (accountId: number | null) => piece`EXISTS (
	SELECT FROM replies own WHERE own.thread_id = t.id AND own.author_id = ${accountId} AND own.visibility = 'shown'
)`;

const isPinned = (row: string) =>
	fragment(
		`EXISTS (SELECT FROM pins WHERE pins.reply_id = ${row}.id AND pins.unpinned_at IS NULL)`,
	);

/** Whether `who` may read a shown reply in the thread `t`, for queries that cut before they look. */
export function isReadable(who: Who, row: "r" | "replies" = "r"): Piece {
	const written =
		who && typeof who.id === "number" ? hasWritten(who.id) : FALSE;
	return anyOf(
		fragment("NOT t.write_first"),
		...isOwnOrStaffs(who, row, "t.course_id"),
		written,
		isPinned(row),
	);
}

/**
 * Of a thread `t` that comes from `threads`: the replies that `who` may read, but none that became a question.
 * Tombstones are all of its replies; each must then be asked about.
 */
export function repliesIn(who: Who, width?: "tombstones"): Piece {
	if (width)
		return fragment(
			"LATERAL (SELECT * FROM replies WHERE replies.thread_id = t.id)",
		);
	return piece`LATERAL (
		SELECT * FROM replies
		WHERE replies.thread_id = t.id AND visibility = 'shown' AND promoted_to_id IS NULL AND ${isReadable(who, "replies")}
	)`;
}

/** The same of all threads that `who` may see. */
export const replies = (who: Who): Piece =>
	piece`(SELECT r.* FROM ${threads(who)} t JOIN ${repliesIn(who)} r ON true)`;

type FoundThread = { id: number } & Pick<
	ThreadSight,
	"writeFirst" | "hasWritten"
>;

/** Of a thread that was found for `by`. Tombstones include replies that became a question. */
export function repliesOf(
	thread: FoundThread,
	by: Member,
	width?: "tombstones",
): Piece {
	const isOpen = canReadReplies(by, thread)
		? TRUE
		: anyOf(wrote(by, "replies.author_id"), isPinned("replies"));
	const shown = width
		? TRUE
		: fragment("visibility = 'shown' AND promoted_to_id IS NULL");
	return piece`(SELECT * FROM replies WHERE thread_id = ${thread.id} AND ${shown} AND ${isOpen})`;
}

/** Joins the thread `t`, found before, to replies `r` of `repliesOf`. */
export const THEIR_THREAD = fragment("JOIN threads t ON t.id = r.thread_id");

/** The id of who wrote `t` or, in the thread `t`, `r`; null where `who` may not know an anonymous asker. */
export function writerOf(row: "t" | "r", who: Who): Piece {
	const known = anyOf(
		fragment("NOT t.is_anonymous"),
		...(row === "r"
			? [fragment("r.author_id IS DISTINCT FROM t.author_id")]
			: []),
		wrote(who, "t.author_id"),
		isStaffIn(who, "t.course_id"),
	);
	const author = fragment(`${row}.author_id`);
	return known === TRUE ? author : piece`CASE WHEN ${known} THEN ${author} END`;
}

/** Replies without their words and writers, whatever their state: to page through a thread and to count. */
export const PLACES = fragment(`(
	SELECT id, thread_id, root_id, parent_id, listed, visibility, rank, votes, source_position, created_at FROM replies
)`);

/** Whose reply `r` answers in the thread `t`; empty for an anonymous asker. */
export const ANSWERED_NAME = fragment(`(
	SELECT CASE WHEN t.is_anonymous AND pr.author_id = t.author_id THEN '' ELSE coalesce(pr.imported_name, pa.name) END
	FROM replies pr LEFT JOIN users pa ON pa.id = pr.author_id WHERE pr.id = r.parent_id
)`);

/**
 * On people's profiles, for everybody: none in private questions, none of an anonymous asker. The threads that hide some
 * are few and have their own index; a look-up for each reply would read a disk page each.
 */
export const PUBLIC_REPLIES = fragment(`(
	SELECT * FROM replies WHERE visibility = 'shown' AND promoted_to_id IS NULL AND NOT EXISTS (
		SELECT FROM threads h WHERE h.id = replies.thread_id AND (h.visibility <> 'shown' OR h.is_private OR h.is_anonymous)
			AND (h.visibility <> 'shown' OR h.is_private OR h.author_id = replies.author_id)
	) AND NOT EXISTS (
		SELECT FROM courses c JOIN threads h ON h.course_id = c.id WHERE h.id = replies.thread_id AND NOT c.is_shown
	)
)`);
