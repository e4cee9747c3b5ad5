import { lockCourse } from "#app/counters/locks.server.ts";
import { changeOf, isDue } from "#app/courses/publishing.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import type { PublishingAct } from "#app/courses/schema.ts";
import { act } from "#app/events/act.server.ts";
import type { EventKind } from "#app/events/kinds.ts";
import { countPlaces, lockLesson } from "#app/lessons/commands.server.ts";
import { showThreadsOf } from "#app/threads/rows.server.ts";

const EVENTS = {
	show: "lesson.shown",
	hide: "lesson.hidden",
	remove: "lesson.removed",
	restore: "lesson.restored",
} as const satisfies Record<PublishingAct, EventKind>;

/** Its text and its discussions stay, and come back with it. Idempotent. */
export const publishLesson = (
	lesson: { id: number },
	wish: PublishingAct,
	given: { by: { id: number }; course: Course; reason?: string },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { course } = given;
		await lockCourse(sql, course.id);
		await lockLesson(sql, lesson.id);
		const [changed] = await sql<{ isShown: boolean }>`
			UPDATE lessons SET ${changeOf(wish)}, is_undone = false WHERE id = ${lesson.id} AND ${isDue(wish)}
			RETURNING is_shown AS "isShown"`;
		if (!changed) return;
		await showThreadsOf(sql, lesson.id, changed.isShown);
		await countPlaces(sql, course);
		happened(EVENTS[wish], { details: { lessonId: lesson.id } });
	});
