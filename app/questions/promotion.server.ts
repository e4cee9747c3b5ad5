import { becomeLearner } from "#app/courses/commands.server.ts";
import type { Member } from "#app/courses/policy.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { type Sql, sql, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import { nextThreadNumber } from "#app/threads/commands.server.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";
import { reopenSettled } from "#app/threads/settled.server.ts";
import { keepTitleTokens } from "#app/threads/title-tokens.server.ts";
import { lockLinks, recountAlso } from "#app/votes/me-too.server.ts";

/** Whether a reply stands for an answer: pinned, accepted, endorsed, or settling another question. */
export async function isAnswer(replyId: number): Promise<boolean> {
	const [answer] = await sql`
		SELECT 1 FROM replies r WHERE r.id = ${replyId} AND (
			r.accepted_at IS NOT NULL OR r.endorsed_at IS NOT NULL
			OR EXISTS (SELECT 1 FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL)
			OR EXISTS (SELECT 1 FROM threads WHERE closed_by_reply_id = r.id)
		)`;
	return answer !== undefined;
}

/**
 * Makes a reply a question of its own: author, date, votes (imported ones apart) and the replies under it go along, and
 * whoever was hidden stays hidden. Its old place stays, and leads there; an answer it is no longer: its pin goes, and so
 * does what it settled, that it was accepted, and that staff endorsed it. Asked twice it gives the first one back.
 * @throws Refusal where the reply was removed meanwhile
 */
export async function promoteReply(
	reply: { id: number; threadId: number },
	{ by, course, title }: { by: Member; course: Course; title: string },
): Promise<{ number: number }> {
	const made = await transaction(async (sql) => {
		await lockLinks(sql, course.id);
		await reopenSettled(sql, { replyId: reply.id });
		const number = await nextThreadNumber(sql, course.id);
		await sql`SELECT 1 FROM threads WHERE id = ${reply.threadId} FOR NO KEY UPDATE`;
		await becomeLearner(sql, course.id, by);
		const [now] = await sql<{ removed: boolean; promoted: number | null }>`
			SELECT r.removed_at IS NOT NULL AS removed, t.number AS promoted
			FROM replies r LEFT JOIN threads t ON t.id = r.promoted_to_id WHERE r.id = ${reply.id} FOR NO KEY UPDATE OF r`;
		if (!now || now.removed) throw new Refusal("replyRemoved");
		if (now.promoted) return { number: now.promoted };
		const threadId = await insertQuestion(sql, course, reply.id, {
			number,
			title,
		});
		await moveReplies(sql, reply, threadId);
		await sql`UPDATE pins SET unpinned_at = now() WHERE reply_id = ${reply.id} AND unpinned_at IS NULL`;
		for (const id of [threadId, reply.threadId]) {
			await recountQuestions(sql, { threadId: id });
			await recountAlso(sql, id);
		}
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
	return thread.id;
}

/**
 * Takes what stands under a reply to its question: what answered it becomes top-level there, the rest stays under that.
 * Out of an anonymous question nothing of its asker's goes into somebody else's, where it would be signed: that stays
 * under the reply, with all that answers it.
 */
async function moveReplies(
	sql: Sql,
	reply: { id: number; threadId: number },
	threadId: number,
): Promise<void> {
	await sql`
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
		UPDATE replies r SET thread_id = CASE WHEN under.stays THEN r.thread_id ELSE ${threadId} END,
			parent_id = CASE WHEN under.stays THEN ${reply.id} WHEN r.id = under.root THEN NULL ELSE r.parent_id END,
			root_id = CASE WHEN under.stays THEN r.root_id WHEN r.id = under.root THEN NULL ELSE under.root END
		FROM under WHERE r.id = under.id`;
	await sql`
		UPDATE pins SET thread_id = ${threadId}
		WHERE reply_id IN (SELECT id FROM replies WHERE thread_id = ${threadId})`;
	await sql`
		UPDATE replies r SET under_count = (SELECT count(*) FROM replies u WHERE u.root_id = r.id AND u.listed)
		WHERE r.thread_id = ${threadId} AND r.root_id IS NULL
			OR r.id = (SELECT coalesce(root_id, id) FROM replies WHERE id = ${reply.id})`;
	await sql`
		UPDATE threads t SET reply_count = now.standing, top_count = now.top,
			last_activity_at = greatest(t.created_at, now.last)
		FROM (
			SELECT w.id, count(r.id) FILTER (WHERE r.removed_at IS NULL) AS standing,
				count(r.id) FILTER (WHERE r.root_id IS NULL AND r.listed) AS top, max(r.created_at) AS last
			FROM threads w LEFT JOIN replies r ON r.thread_id = w.id
			WHERE w.id IN (${threadId}, ${reply.threadId}) GROUP BY w.id
		) now WHERE t.id = now.id`;
}
