import { type Piece, piece } from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import {
	everybody,
	forStaff,
	type Who,
} from "#app/visibility/relations.server.ts";

/** Whether an account asked privately or anonymously in the course `c`. */
export const hidesSome = (accountId: number | Piece | null): Piece =>
	piece`EXISTS (
		SELECT FROM threads h WHERE h.course_id = c.id AND h.author_id = ${accountId} AND (h.is_private OR h.is_anonymous)
	)`;

/** All staff of a course see the same threads, and so do all others who have none that is hidden from some. */
function audienceOf(by: Member): { name: string; who: Who } | null {
	if (isStaff(by.role)) return { name: "staff", who: forStaff };
	const isLikeOthers = by.id === null || by.hidesSome === false;
	return isLikeOthers ? { name: "everybody", who: everybody } : null;
}

/** A list of a course's threads, kept once for each audience. */
export function keptList<List extends object>(
	course: { id: number },
	by: Member,
	key: string,
	load: (who: Who) => Promise<List>,
): Promise<List> {
	const audience = audienceOf(by);
	if (!audience) return load(by);
	return kept(
		`${key} of ${course.id} for ${audience.name}`,
		{ courseId: course.id },
		() => load(audience.who),
	);
}
