import { piece, type Sql } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";

/*
 * The one order in which a transaction takes its locks, so that no two ever wait for each other:
 *
 *   links → course → threads, by id → people and memberships → lessons → replies → pins, by id → terms → words → glossaries → notifications, by id
 *
 * What a transaction does not need it leaves out; it never goes back. Replies of one thread are changed by whoever holds
 * the thread, and else one at a time by somebody who then waits for nothing (a vote). Inserting a row that refers to
 * others takes a share of theirs that no lock here excludes.
 */

/** The key of the locks on which questions of a course settle which. */
const LINKS = 0x11a5;

/**
 * Before questions of a course are settled or opened again, and before a reply changes its thread: one after the other,
 * and while nobody votes.
 */
export async function lockLinks(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock(${LINKS}::int, ${courseId}::int)`;
}

/** Holds the questions of a course that settle each other as they are, beside others who do. */
export async function shareLinks(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock_shared(${LINKS}::int, ${courseId}::int)`;
}

/** The key of the locks under which a course's terms take their words. */
const WORDS = 0x11a6;

/** Terms of a course take words from each other one after the other. Taken after the term's own row. */
export async function lockWords(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT pg_advisory_xact_lock(${WORDS}::int, ${courseId}::int)`;
}

/** Numbers, lessons and roles of a course are given by one after the other. Learners who join do not wait. */
export async function lockCourse(sql: Sql, courseId: number): Promise<void> {
	await sql`SELECT 1 FROM courses WHERE id = ${courseId} FOR NO KEY UPDATE`;
}

export async function lockThreads(sql: Sql, ids: number[]): Promise<void> {
	await sql`SELECT 1 FROM threads WHERE id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** Locks the pins of a lesson or of replies and gives their ids. */
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
 * Locks the thread in which a reply stands now, and with it the reply's place, words and standing: all but its votes. A
 * promotion may have moved it since it was found, and again while its thread was waited for; it moves replies only to a
 * thread that it makes, so that this too goes by id.
 * @throws Refusal where there is no such reply
 */
export async function lockReply(sql: Sql, id: number): Promise<Held> {
	for (;;) {
		const [thread] = await sql<{ id: number }>`
			SELECT id FROM threads WHERE id = (SELECT thread_id FROM replies WHERE id = ${id}) FOR NO KEY UPDATE`;
		const [reply] = await sql<Held>`
			SELECT thread_id AS "threadId", author_id AS "authorId", position, removed_at IS NOT NULL AS "isRemoved", promoted_to_id IS NOT NULL AS "isPromoted"
			FROM replies WHERE id = ${id} AND thread_id = ${thread?.id}`;
		if (reply) return reply;
		if (!thread) throw new Refusal("replyRemoved");
	}
}

/**
 * The same for what is done to a reply that stands alone.
 * @throws Refusal where it was removed, or has become a question, meanwhile
 */
export async function lockStanding(sql: Sql, id: number): Promise<Held> {
	const reply = await lockReply(sql, id);
	if (reply.isRemoved) throw new Refusal("replyRemoved");
	if (reply.isPromoted) throw new Refusal("replyPromoted");
	return reply;
}
