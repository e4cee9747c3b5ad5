import type { Viewer } from "#app/accounts/sessions.server.ts";
import {
	NOTIFICATION_KINDS,
	type NotificationKind,
} from "#app/notifications/kinds.ts";
import { piece, sql } from "#app/platform/postgres/db.server.ts";
import {
	courses,
	repliesIn,
	threads,
} from "#app/visibility/relations.server.ts";

/** Of one thread, or all. Locks by id, as everywhere. */
const read = (userId: number, threadId: number | null) => sql`
	WITH unread AS (
		SELECT id FROM notifications
		WHERE user_id = ${userId} AND read_at IS NULL ${threadId === null ? piece`` : piece`AND thread_id = ${threadId}`}
		ORDER BY id FOR NO KEY UPDATE
	)
	UPDATE notifications SET read_at = now() WHERE id IN (SELECT id FROM unread) RETURNING id`;

export async function readNotifications(userId: number): Promise<void> {
	await read(userId, null);
}

/** True if something was unread. Idempotent. */
export async function readNotificationsOf(
	threadId: number,
	userId: number,
): Promise<boolean> {
	return (await read(userId, threadId)).length > 0;
}

/** Reads all of its thread, and says where it leads. Idempotent. Null: there is none, or its thread is gone. */
export async function readNotification(viewer: Viewer, id: number) {
	const [place] = await sql<{
		kind: NotificationKind;
		threadId: number;
		courseSlug: string;
		threadNumber: number;
		replyId: number | null;
	}>`
		SELECT n.kind, t.id AS "threadId", t.number AS "threadNumber", c.slug AS "courseSlug", r.id AS "replyId"
		FROM notifications n
		JOIN ${threads(viewer)} t ON t.id = n.thread_id
		JOIN ${courses(viewer)} c ON c.id = t.course_id
		LEFT JOIN ${repliesIn(viewer)} r ON r.id = n.reply_id
		WHERE n.id = ${id} AND n.user_id = ${viewer.id}`;
	if (!place) return null;
	await read(viewer.id, place.threadId);
	const leads = NOTIFICATION_KINDS[place.kind].leadsTo;
	return { ...place, replyId: leads === "reply" ? place.replyId : null };
}
