import type { Course } from "#app/courses/queries.server.ts";
import {
	fragment,
	type Piece,
	piece,
} from "#app/platform/postgres/db.server.ts";
import type { PlaceCursor } from "#app/platform/postgres/keyset.ts";
import { threads, type Who } from "#app/visibility/relations.server.ts";

/** In place of a lesson's and a block's number: after all that have one. */
const NOWHERE = fragment("999999999");

const ORDER = fragment("ORDER BY lesson, block, start, number");

type Chosen = {
	who: Who;
	/** Conditions on the thread `t`. */
	chosen: Piece;
	lesson: number | null;
	/** The conditions leave so few that all are sorted at once. */
	isFew: boolean;
	after: PlaceCursor | null;
	limit: Piece;
};

/**
 * Ids of questions by lesson and place in its text; those without a place come last in their lesson, those without a lesson
 * last of all. Lesson after lesson is read until the page is full, so that no page reads a whole course.
 */
export function idsByPlace(
	course: Course,
	{ who, chosen, lesson, isFew, after, limit }: Chosen,
): Piece {
	const later = after
		? piece`AND (coalesce(l.place, ${NOWHERE}), coalesce(b.position, ${NOWHERE}), coalesce(a.start, 0), t.number) > (${after.lesson}, ${after.block}, ${after.start}, ${after.number})`
		: piece``;
	const placed = (where: Piece) => piece`
		SELECT t.id, coalesce(l.place, ${NOWHERE}) AS lesson, coalesce(b.position, ${NOWHERE}) AS block, coalesce(a.start, 0) AS start, t.number
		FROM ${threads(who)} t LEFT JOIN lessons l ON l.id = t.lesson_id
		LEFT JOIN anchors a ON a.thread_id = t.id LEFT JOIN blocks b ON b.id = a.block_id
		WHERE ${chosen} AND ${where} ${later} ${ORDER} ${limit}`;
	if (isFew) return placed(fragment("true"));
	const ofLessons = piece`
		SELECT q.* FROM (
			SELECT id, coalesce(place, ${NOWHERE}) AS place FROM lessons WHERE course_id = ${course.id}
				${lesson ? piece`AND number = ${lesson}` : piece``}
				${after ? piece`AND coalesce(place, ${NOWHERE}) >= ${after.lesson}` : piece``}
			ORDER BY coalesce(place, ${NOWHERE}) OFFSET 0
		) own CROSS JOIN LATERAL (${placed(fragment("t.lesson_id = own.id"))}) q
		ORDER BY own.place, q.block, q.start, q.number ${limit}`;
	if (lesson) return ofLessons;
	const loose = piece`
		SELECT t.id, ${NOWHERE}, ${NOWHERE}, 0, t.number FROM ${threads(who)} t
		WHERE ${chosen} AND t.lesson_id IS NULL ${after ? piece`AND (${NOWHERE}, ${NOWHERE}, 0, t.number) > (${after.lesson}, ${after.block}, ${after.start}, ${after.number})` : piece``}
		ORDER BY t.number ${limit}`;
	return piece`SELECT * FROM ((${ofLessons}) UNION ALL (${loose})) found ${ORDER} ${limit}`;
}
