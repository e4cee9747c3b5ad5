import { type Sql, sql } from "#app/platform/db.server.ts";

/** Whatever an account was told so far is read. Idempotent. */
export async function readNotifications(userId: number): Promise<void> {
	await sql`UPDATE notifications SET read_at = now() WHERE user_id = ${userId} AND read_at IS NULL`;
}

/** What an account was told of a thread is read. Idempotent. True: until now it was not. */
export async function readNotificationsOf(
	threadId: number,
	userId: number,
): Promise<boolean> {
	const read = await sql`
		UPDATE notifications SET read_at = now()
		WHERE user_id = ${userId} AND thread_id = ${threadId} AND read_at IS NULL RETURNING id`;
	return read.length > 0;
}

/**
 * What was told of the thread of one of an account's notifications is read, too. Where it leads: to the reply, where that
 * stands in the thread itself. Idempotent. Null: there is none, or its thread is gone.
 */
export async function readNotification(userId: number, id: number) {
	const [place] = await sql<{
		courseSlug: string;
		threadNumber: number;
		replyId: number | null;
	}>`
		WITH told AS (
			SELECT n.thread_id, t.number, c.slug, r.id AS reply
			FROM notifications n
			JOIN threads t ON t.id = n.thread_id AND t.removed_at IS NULL
			JOIN courses c ON c.id = t.course_id
			LEFT JOIN replies r ON r.id = n.reply_id AND r.thread_id = t.id AND r.removed_at IS NULL
			WHERE n.id = ${id} AND n.user_id = ${userId}
		), now_read AS (
			UPDATE notifications SET read_at = now()
			WHERE user_id = ${userId} AND read_at IS NULL AND thread_id IN (SELECT thread_id FROM told)
		)
		SELECT slug AS "courseSlug", number AS "threadNumber", reply AS "replyId" FROM told`;
	return place ?? null;
}

/** Tells the asker of a question, within a transaction, that staff answered it or propose to publish it. Once until it is read. */
export const tellAsker = (
	sql: Sql,
	news: {
		kind: "answered" | "proposed";
		threadId: number;
		replyId: number | null;
		byId: number | null;
	},
) => sql`
	INSERT INTO notifications (user_id, kind, thread_id, reply_id)
	SELECT author_id, ${news.kind}, id, ${news.replyId}::int FROM threads
	WHERE id = ${news.threadId} AND kind = 'question' AND author_id <> ${news.byId}
	ON CONFLICT DO NOTHING`;
