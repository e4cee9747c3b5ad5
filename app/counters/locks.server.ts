import { Refusal } from "#app/platform/forms/refusal.ts";
import { piece, type Sql } from "#app/platform/postgres/db.server.ts";

// The one order in which transactions take locks, so that none deadlock; unneeded ones are left out, nobody goes back:
//   settling → course → threads, by id → people and memberships → lessons → replies → pins, by id → terms → words → glossaries → notifications, by id
// A thread's replies are changed by its lock's holder, else singly by somebody who takes no further lock (a vote).
// Foreign keys' share locks conflict with none of these.

const SETTLING = 0x11a5;

/** Before questions are settled or unsettled, or a reply changes its thread. Excludes votes, too. */
export async function lockSettling(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock(${SETTLING}::int, ${courseId}::int)`;
}

/** Keeps what is settled in a course as it is; shared with others who do. */
export async function shareSettling(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock_shared(${SETTLING}::int, ${courseId}::int)`;
}

const WORDS = 0x11a6;

/** Before a term takes words from others. Taken after the term's own row. */
export async function lockWords(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock(${WORDS}::int, ${courseId}::int)`;
}

/** Before numbers, lessons and roles are given. Learners who join do not wait. */
export async function lockCourse(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT 1 FROM courses WHERE id = ${courseId} FOR NO KEY UPDATE`;
}

export async function lockThreads(sql: Sql, ids: number[]): Promise<void> {
	await sql`SELECT 1 FROM threads WHERE id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`;
}

export async function lockPins(
	sql: Sql,
	of: { lessonId: number } | { replyIds: number[] },
): Promise<number[]> {
	const which =
		"lessonId" in of
			? piece`lesson_id = ${of.lessonId}`
			: piece`reply_id = ANY(${of.replyIds}::int[])`;
	const pins = await sql<{ id: number }>`
		SELECT id FROM pins WHERE ${which} ORDER BY id FOR NO KEY UPDATE`;
	return pins.map(({ id }) => id);
}

type Held = {
	threadId: number;
	authorId: number | null;
	position: string | null;
	isRemoved: boolean;
	isPromoted: boolean;
};

/**
 * Locks the reply's present thread, and so its place, words and standing, not its votes. A promotion may move the reply
 * while this waits, but only to a new thread, so that the order by id holds.
 * @throws Refusal where there is no such reply
 */
export async function lockReply(sql: Sql, id: number): Promise<Held> {
	for (;;) {
		const [thread] = await sql<{ id: number }>`
			SELECT id FROM threads WHERE id = (SELECT thread_id FROM replies WHERE id = ${id}) FOR NO KEY UPDATE`;
		const [reply] = await sql<Held>`
			SELECT thread_id AS "threadId", author_id AS "authorId", position, visibility <> 'shown' AS "isRemoved", promoted_to_id IS NOT NULL AS "isPromoted"
			FROM replies WHERE id = ${id} AND thread_id = ${thread?.id}`;
		if (reply) return reply;
		if (!thread) throw new Refusal("replyRemoved");
	}
}

/** @throws Refusal where the reply was removed or became a question meanwhile */
export async function lockStanding(sql: Sql, id: number): Promise<Held> {
	const reply = await lockReply(sql, id);
	if (reply.isRemoved) throw new Refusal("replyRemoved");
	if (reply.isPromoted) throw new Refusal("replyPromoted");
	return reply;
}
