import type { Course } from "#app/courses/queries.server.ts";
import type { PublishingAct } from "#app/courses/schema.ts";
import { act } from "#app/events/act.server.ts";
import type { EventKind } from "#app/events/kinds.ts";
import { piece } from "#app/platform/postgres/db.server.ts";

const CHANGES = {
	show: piece`state = 'shown'`,
	hide: piece`state = 'hidden'`,
	remove: piece`removed_at = now()`,
	restore: piece`removed_at = NULL`,
} satisfies Record<PublishingAct, unknown>;

export const changeOf = (wish: PublishingAct) => CHANGES[wish];

const DUE = {
	show: piece`state <> 'shown'`,
	hide: piece`state = 'shown'`,
	remove: piece`removed_at IS NULL`,
	restore: piece`removed_at IS NOT NULL`,
} satisfies Record<PublishingAct, unknown>;

export const isDue = (wish: PublishingAct) => DUE[wish];

const EVENTS = {
	show: "course.shown",
	hide: "course.hidden",
	remove: "course.removed",
	restore: "course.restored",
} as const satisfies Record<PublishingAct, EventKind>;

/** All that is in it stays, for its staff. Idempotent. */
export const publishCourse = (
	course: Course,
	wish: PublishingAct,
	given: { by: { id: number }; reason?: string },
): Promise<void> =>
	act({ ...given, course }, async (sql, happened) => {
		const [changed] = await sql`
			UPDATE courses SET ${changeOf(wish)} WHERE id = ${course.id} AND ${isDue(wish)} RETURNING id`;
		if (changed) happened(EVENTS[wish]);
	});
