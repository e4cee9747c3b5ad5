import type { Viewer } from "#app/accounts/sessions.server.ts";
import type { NotificationKind } from "#app/notifications/kinds.ts";
import { limit, piece, sql } from "#app/platform/postgres/db.server.ts";
import { threads } from "#app/visibility/relations.server.ts";

export const NOTIFICATIONS_PER_PAGE = 30;

export type Notification = {
	id: number;
	kind: NotificationKind;
	threadTitle: string;
	createdAt: Date;
	isRead: boolean;
};

/** Newest first; one more than a page shows. Without threads that the account may not see. */
export const listNotifications = (viewer: Viewer, before: number | null) =>
	sql<Notification>`
		SELECT n.id, n.kind, t.title AS "threadTitle",
			n.created_at AS "createdAt", n.read_at IS NOT NULL AS "isRead"
		FROM notifications n JOIN ${threads(viewer)} t ON t.id = n.thread_id
		WHERE n.user_id = ${viewer.id}
			AND ${before === null ? piece`true` : piece`n.id < ${before}`}
		ORDER BY n.id DESC ${limit(NOTIFICATIONS_PER_PAGE + 1)}`;
