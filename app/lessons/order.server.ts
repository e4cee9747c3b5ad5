import { lockCourse } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";

declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		lessonsChanged: true;
	}
}

/** Adjacent lessons only. @throws Refusal where they are not adjacent, or gone */
export const orderLessons = (
	numbers: number[],
	given: { by: { id: number }; course: Course; reason?: string },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { course } = given;
		await lockCourse(sql, course.id);
		// Positions are renumbered: imported lessons may share one.
		const [order] = await sql<{ isAdjacent: boolean }>`
			WITH ordered AS (
				SELECT id, number, row_number() OVER (ORDER BY position, id) AS place FROM lessons WHERE course_id = ${course.id}
			), moved AS (
				SELECT id, min(place) OVER () + array_position(${numbers}::int[], number) - 1 AS place,
					max(place) OVER () - min(place) OVER () + 1 AS span
				FROM ordered WHERE number = ANY(${numbers}::int[])
			), found AS (
				SELECT count(*) = ${numbers.length} AND max(span) = ${numbers.length} AS "isAdjacent" FROM moved
			), placed AS (
				UPDATE lessons l SET position = coalesce(moved.place, ordered.place)
				FROM found, ordered LEFT JOIN moved USING (id)
				WHERE found."isAdjacent" AND l.id = ordered.id AND l.position <> coalesce(moved.place, ordered.place)
			)
			SELECT "isAdjacent" FROM found`;
		if (!order?.isAdjacent) throw new Refusal("lessonsChanged");
		happened("lesson.ordered", { details: { numbers } });
	});
