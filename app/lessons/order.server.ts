import { lockCourse } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { countPlaces } from "#app/lessons/commands.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";

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
				SELECT id, number, row_number() OVER (ORDER BY is_shown DESC, position, id) AS place FROM lessons WHERE course_id = ${course.id}
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
		await countPlaces(sql, course);
		happened("lesson.ordered", { details: { numbers } });
	});

type Placed = { id: number; importedNumber: number | null };

/**
 * After an import: each new or renumbered lesson stands behind the one that it follows in the source, and behind lower
 * numbers. Others keep their order, which is returned, as ids. `source` are the lessons' ids in the source's order. The
 * course must be locked.
 */
export async function placeLessons(
	sql: Sql,
	courseId: number,
	source: readonly number[],
	isNew: (id: number) => boolean,
): Promise<number[]> {
	const all = await sql<Placed>`
		SELECT id, imported_number AS "importedNumber" FROM lessons WHERE course_id = ${courseId}
		ORDER BY is_shown DESC, position, id`;
	const placed = all.filter(({ id }) => !isNew(id));
	for (const [i, id] of source.entries()) {
		const lesson = all.find((one) => one.id === id);
		if (!lesson || !isNew(id)) continue;
		const others = { before: source[i - 1], after: source.slice(i + 1) };
		placed.splice(placeIn(placed, lesson, others), 0, lesson);
	}
	const ids = placed.map(({ id }) => id);
	if (source.some(isNew)) await putInOrder(sql, ids);
	return ids;
}

const putInOrder = (sql: Sql, ids: readonly number[]) => sql`
	UPDATE lessons l SET position = given.place FROM unnest(${ids}::int[]) WITH ORDINALITY given (id, place)
	WHERE l.id = given.id AND l.position <> given.place`;

/** These lessons stand among the others in this order again. The course must be locked. */
export async function orderAsBefore(
	sql: Sql,
	courseId: number,
	ids: readonly number[],
): Promise<void> {
	const all = await sql<{ id: number }>`
		SELECT id FROM lessons WHERE course_id = ${courseId} ORDER BY is_shown DESC, position, id`;
	const present = new Set(all.map(({ id }) => id));
	const before = ids.filter((id) => present.has(id));
	const moved = new Set(before);
	await putInOrder(
		sql,
		all.map(({ id }) => (moved.has(id) ? (before.shift() ?? id) : id)),
	);
}

function placeIn(
	placed: Placed[],
	{ importedNumber: number }: Placed,
	{ before, after }: { before: number | undefined; after: number[] },
): number {
	const isNumbered =
		(compare: (own: number, other: number) => boolean) => (other: Placed) =>
			number !== null &&
			other.importedNumber !== null &&
			compare(number, other.importedNumber);
	const behind = Math.max(
		placed.findIndex(({ id }) => id === before),
		placed.findLastIndex(isNumbered((own, other) => other < own)),
	);
	if (behind >= 0) return behind + 1;
	const follower = placed.findIndex(({ id }) => after.includes(id));
	if (follower >= 0) return follower;
	const higher = placed.findIndex(isNumbered((own, other) => other > own));
	return higher >= 0 ? higher : placed.length;
}
