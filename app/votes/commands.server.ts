import { becomeLearner } from "#app/courses/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { piece, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import type { Member } from "#app/visibility/member.ts";
import { lockAround, recountAround } from "#app/votes/me-too.server.ts";

type Vote = { by: Member & { id: number }; course: Course; voted: boolean };

// The counted row is locked before the vote is written: read-then-write drifts under load. The order of locks is that
// of counters/locks.server.ts.

/** Idempotent. Returns the votes shown, with imported ones. @throws Refusal where the reply was removed */
export async function voteReply(
	replyId: number,
	{ by, course, voted }: Vote,
): Promise<number> {
	const votes = await transaction(async (sql) => {
		await becomeLearner(sql, course.id, by);
		const [reply] = await sql<{ votes: number }>`
			SELECT votes FROM replies WHERE id = ${replyId} AND visibility = 'shown' AND promoted_to_id IS NULL FOR NO KEY UPDATE`;
		if (!reply) throw new Refusal("replyRemoved");
		const vote = voted
			? piece`INSERT INTO reply_votes (reply_id, voter_id) VALUES (${replyId}, ${by.id}) ON CONFLICT DO NOTHING RETURNING 1`
			: piece`DELETE FROM reply_votes WHERE reply_id = ${replyId} AND voter_id = ${by.id} RETURNING 1`;
		const [counted] = await sql<{ votes: number }>`
			WITH vote AS (${vote}) UPDATE replies SET cast_votes = cast_votes + ${voted ? 1 : -1}
			WHERE id = ${replyId} AND EXISTS (SELECT FROM vote) RETURNING votes`;
		return counted?.votes ?? reply.votes;
	});
	changed(course.id, { adds: true });
	return votes;
}

/** The same for questions and topics. @throws Refusal where the thread was removed */
export async function voteThread(
	threadId: number,
	{ by, course, voted }: Vote,
): Promise<number> {
	const votes = await transaction(async (sql) => {
		await lockAround(sql, course.id, threadId);
		const [thread] = await sql<{ votes: number }>`
			SELECT me_too AS votes FROM threads WHERE id = ${threadId} AND visibility = 'shown'`;
		if (!thread) throw new Refusal("threadRemoved");
		await becomeLearner(sql, course.id, by);
		const vote = voted
			? piece`INSERT INTO thread_votes (thread_id, voter_id) VALUES (${threadId}, ${by.id}) ON CONFLICT DO NOTHING RETURNING 1`
			: piece`DELETE FROM thread_votes WHERE thread_id = ${threadId} AND voter_id = ${by.id} RETURNING 1`;
		const [counted] = await sql<{ votes: number }>`
			WITH vote AS (${vote}) UPDATE threads SET vote_count = vote_count + ${voted ? 1 : -1}
			WHERE id = ${threadId} AND EXISTS (SELECT FROM vote) RETURNING me_too AS votes`;
		if (!counted) return thread.votes;
		await recountAround(sql, threadId);
		return counted.votes;
	});
	changed(course.id, { adds: true });
	return votes;
}
