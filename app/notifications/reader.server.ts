import type { Event, Reader } from "#app/events/act.server.ts";
import { listKinds } from "#app/notifications/kinds.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

const KINDS = listKinds();

/** Once until it is read. */
const tell = (sql: Sql, name: string, event: Event) => sql`
	INSERT INTO notifications (user_id, kind, thread_id, reply_id)
	SELECT author_id, ${name}, id, ${event.replyId ?? null}::int FROM ${threads(forStaff)} t
	WHERE id = ${event.threadId} AND kind = 'question' AND author_id IS DISTINCT FROM ${event.byId} AND author_id IS NOT NULL
	ON CONFLICT DO NOTHING`;

/** Locks by id, as everywhere. */
const takeBack = (sql: Sql, name: string, event: Event, evenRead: boolean) =>
	sql`
	WITH told AS (
		SELECT id FROM notifications
		WHERE kind = ${name} AND thread_id = ${event.threadId} AND (${evenRead} OR read_at IS NULL)
			AND user_id = (SELECT author_id FROM ${threads(forStaff, "tombstones")} t WHERE id = ${event.threadId})
		ORDER BY id FOR UPDATE
	)
	DELETE FROM notifications WHERE id IN (SELECT id FROM told)`;

export const notificationsReader: Reader = {
	kinds: KINDS.flatMap(({ after, takenBackBy }) =>
		takenBackBy ? [after, takenBackBy.event] : [after],
	),
	async read(sql, event) {
		for (const { name, after, detail, takenBackBy } of KINDS) {
			if (after === event.kind && (!detail || event.details?.[detail]))
				await tell(sql, name, event);
			if (takenBackBy?.event === event.kind)
				await takeBack(sql, name, event, takenBackBy.evenRead ?? false);
		}
	},
};
