import {
	lockCourse,
	lockLinks,
	lockPins,
	lockReply,
} from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { type Sql, sql, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import { foldCheckIn } from "#app/replies/tree.server.ts";
import { nextThreadNumber } from "#app/threads/commands.server.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";
import { reopenSettled } from "#app/threads/settled.server.ts";
import { keepTitleTokens } from "#app/threads/title-tokens.server.ts";
import {
	forStaff,
	replies,
	threads,
} from "#app/visibility/relations.server.ts";
import { recountAlso } from "#app/votes/me-too.server.ts";

/** Pinned, accepted, endorsed, or settling another question. */
export async function isAnswer(replyId: number): Promise<boolean> {
	const [answer] = await sql`
		SELECT FROM ${replies(forStaff)} r WHERE r.id = ${replyId} AND (
			r.accepted_at IS NOT NULL OR r.endorsed_at IS NOT NULL
			OR EXISTS (SELECT 1 FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL)
			OR EXISTS (SELECT FROM ${threads(forStaff, "tombstones")} q WHERE q.closed_by_reply_id = r.id)
		)`;
	return answer !== undefined;
}

/**
 * Anonymous authors stay so; the old place loses its pin and standing. Asked twice it returns the first.
 * @throws Refusal where the reply was removed
 */
export async function promoteReply(
	reply: { id: number },
	{ course, title }: { course: Course; title: string },
): Promise<{ number: number }> {
	const made = await transaction(async (sql) => {
		await lockLinks(sql, course.id);
		await lockCourse(sql, course.id);
		await reopenSettled(sql, { replyId: reply.id });
		const { threadId: oldId, isRemoved } = await lockReply(sql, reply.id);
		if (isRemoved) throw new Refusal("replyRemoved");
		// Locked, so that no vote comes in between.
		const [first] = await sql<{ number: number | null }>`
			SELECT t.number FROM replies r LEFT JOIN threads t ON t.id = r.promoted_to_id
			WHERE r.id = ${reply.id} FOR NO KEY UPDATE OF r`;
		if (first?.number) return { number: first.number };
		const number = await nextThreadNumber(sql, course.id);
		const made = { number, title };
		const newId = await insertQuestion(sql, course, reply.id, made);
		await moveReplies(sql, reply, [oldId, newId]);
		await sql`UPDATE pins SET unpinned_at = now() WHERE reply_id = ${reply.id} AND unpinned_at IS NULL`;
		await recountQuestions(sql, [oldId, newId]);
		return { number };
	});
	changed(course.id);
	return made;
}

async function insertQuestion(
	sql: Sql,
	course: Course,
	replyId: number,
	{ number, title }: { number: number; title: string },
): Promise<number> {
	const [thread] = await sql<{ id: number }>`
		INSERT INTO threads (course_id, number, kind, lesson_id, title, source, html, renderer, author_id,
			imported_name, imported_on, imported_votes, vote_count, created_at, last_activity_at, edited_at, promoted_from_id,
			is_private, is_anonymous)
		SELECT ${course.id}, ${number}, 'question', t.lesson_id, ${title},
			r.source, r.html, r.renderer, r.author_id, r.imported_name, r.imported_on, r.imported_votes, r.cast_votes,
			r.created_at, r.created_at, r.edited_at, r.id, t.is_private, t.is_anonymous AND r.author_id = t.author_id
		FROM replies r JOIN threads t ON t.id = r.thread_id WHERE r.id = ${replyId} RETURNING id`;
	if (!thread) throw new Error(`No reply ${replyId}`);
	await keepTitleTokens(sql, thread.id, title);
	await sql`
		INSERT INTO thread_votes (thread_id, voter_id, created_at)
		SELECT ${thread.id}, voter_id, created_at FROM reply_votes WHERE reply_id = ${replyId}`;
	await sql`
		UPDATE replies SET promoted_to_id = ${thread.id}, accepted_at = NULL, endorsed_at = NULL, endorsed_by_id = NULL
		WHERE id = ${replyId}`;
	await foldCheckIn(sql, { id: replyId, isCheckIn: false });
	return thread.id;
}

/** An anonymous asker's replies, and their answers, stay: in another's question they would be signed. */
async function moveReplies(
	sql: Sql,
	reply: { id: number },
	[oldId, newId]: [number, number],
): Promise<void> {
	const moved = await sql<{ id: number; goes: boolean; counts: boolean }>`
		WITH RECURSIVE hidden AS (
			SELECT t.author_id AS id FROM replies r JOIN threads t ON t.id = r.thread_id
			WHERE r.id = ${reply.id} AND t.is_anonymous AND r.author_id IS DISTINCT FROM t.author_id
		), under AS (
			SELECT r.id, r.id AS root, EXISTS (SELECT 1 FROM hidden WHERE id = r.author_id) AS stays
			FROM replies r WHERE r.parent_id = ${reply.id}
			UNION ALL
			SELECT r.id, under.root, EXISTS (SELECT 1 FROM hidden WHERE id = r.author_id)
			FROM replies r JOIN under ON r.parent_id = under.id WHERE NOT under.stays
		)
		UPDATE replies r SET thread_id = CASE WHEN under.stays THEN r.thread_id ELSE ${newId} END,
			parent_id = CASE WHEN under.stays THEN ${reply.id} WHEN r.id = under.root THEN NULL ELSE r.parent_id END,
			root_id = CASE WHEN under.stays THEN r.root_id WHEN r.id = under.root THEN NULL ELSE under.root END
		FROM under WHERE r.id = under.id
		RETURNING r.id, NOT under.stays AS goes, NOT under.stays AND r.visibility = 'shown' AS counts`;
	const pins = await lockPins(sql, { replyIds: idsOf(moved) });
	await recount(sql, "pins", pins, ["thread_id"]);
	const above = await sql<{ id: number }>`
		SELECT coalesce(root_id, id) AS id FROM replies WHERE id = ${reply.id}`;
	const branches = idsOf([...above, ...moved]);
	await recount(sql, "replies", branches, ["under_count"]);
	// Subtracted, not recounted: the old thread may have a hundred thousand replies.
	const gone = moved.filter(({ counts }) => counts).length;
	await sql`UPDATE threads SET reply_count = reply_count - ${gone} WHERE id = ${oldId}`;
	await recount(sql, "threads", [oldId], ["last_activity_at"]);
	const shape = ["reply_count", "top_count", "last_activity_at"] as const;
	await recount(sql, "threads", [newId], shape);
	const links = await sql`
		SELECT 1 FROM threads WHERE closed_by_reply_id = ANY(${idsOf(moved.filter(({ goes }) => goes))}::int[]) LIMIT 1`;
	if (links.length > 0) await recountAlso(sql, [oldId, newId]);
}

const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id);
