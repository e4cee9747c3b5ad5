import type { Course } from "#app/courses/queries.server.ts";
import {
	fragment,
	type Piece,
	piece,
} from "#app/platform/postgres/db.server.ts";

/* One-value subqueries stay lookups for a few replies; joins are planned for any number, and read whole tables. */

export const WRITER = fragment(
	"coalesce(r.imported_name, (SELECT name FROM users WHERE id = r.author_id), '')",
);

const teaches = (course: Course, author: string) => piece`(
	coalesce((SELECT role FROM memberships WHERE course_id = ${course.id} AND user_id = ${fragment(author)}), 'learner') <> 'learner'
	OR (SELECT owner_at FROM users WHERE id = ${fragment(author)}) IS NOT NULL)`;

/** Those by learners, without one of the `answers` by staff, here or in the source. */
export const leftToStaff = (course: Course, answers: Piece) => piece`
	NOT ${teaches(course, "r.author_id")} AND (
		SELECT true FROM (${answers}) s WHERE s.source_answers_id IS NOT NULL OR ${teaches(course, "s.author_id")} LIMIT 1
	) IS NULL`;
