import { countWith } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { becomeLearner } from "#app/members/roles.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { piece, type Sql } from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { lockWithSettler, recountSettler } from "#app/votes/me-too.server.ts";

type Vote = { by: Member & { id: number }; course: Course; voted: boolean };

// The counted row is locked before the vote is written: read-then-write drifts under load. The order of locks is that
// of counters/locks.server.ts.

/** Idempotent. Returns the votes shown, with imported ones. @throws Refusal where the reply was removed */
export const voteReply = (replyId: number, given: Vote): Promise<number> =>
	act(given, async (sql, happened) => {
		const { by, course, voted } = given;
		await becomeLearner(sql, course.id, by);
		const [reply] = await sql<{ votes: number; threadId: number }>`
			SELECT votes, thread_id AS "threadId" FROM replies
			WHERE id = ${replyId} AND visibility = 'shown' AND promoted_to_id IS NULL FOR NO KEY UPDATE`;
		if (!reply) throw new Refusal("replyRemoved");
		const votes = await countWith(
			sql,
			{ table: "replies", id: replyId, column: "cast_votes" },
			voted ? 1 : -1,
			{
				change: voted
					? piece`INSERT INTO reply_votes (reply_id, voter_id) VALUES (${replyId}, ${by.id}) ON CONFLICT DO NOTHING RETURNING 1`
					: piece`DELETE FROM reply_votes WHERE reply_id = ${replyId} AND voter_id = ${by.id} RETURNING 1`,
				shown: "votes",
			},
		);
		if (votes === undefined) return reply.votes;
		const { threadId } = reply;
		happened(voted ? "reply.voted" : "reply.unvoted", { threadId, replyId });
		return votes;
	});

/** The same for questions and topics. @throws Refusal where the thread was removed */
export const voteThread = (threadId: number, given: Vote): Promise<number> =>
	act(given, async (sql, happened) => {
		const { by, course, voted } = given;
		await lockWithSettler(sql, course.id, threadId);
		const [thread] = await sql<{ votes: number }>`
			SELECT me_too AS votes FROM threads WHERE id = ${threadId} AND visibility = 'shown'`;
		if (!thread) throw new Refusal("threadRemoved");
		await becomeLearner(sql, course.id, by);
		const votes = await countWith(
			sql,
			{ table: "threads", id: threadId, column: "vote_count" },
			voted ? 1 : -1,
			{
				change: voted
					? piece`INSERT INTO thread_votes (thread_id, voter_id) VALUES (${threadId}, ${by.id}) ON CONFLICT DO NOTHING RETURNING 1`
					: piece`DELETE FROM thread_votes WHERE thread_id = ${threadId} AND voter_id = ${by.id} RETURNING 1`,
				shown: "me_too",
			},
		);
		if (votes === undefined) return thread.votes;
		await recountSettler(sql, threadId);
		happened(voted ? "thread.voted" : "thread.unvoted", { threadId });
		return votes;
	});

/** The votes of a reply count for the question that it became. */
export const copyVotes = (
	sql: Sql,
	{ replyId, threadId }: { replyId: number; threadId: number },
) => sql`
	INSERT INTO thread_votes (thread_id, voter_id, created_at)
	SELECT ${threadId}, voter_id, created_at FROM reply_votes WHERE reply_id = ${replyId}`;
