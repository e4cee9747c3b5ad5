import {
	db,
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { RankedCursor } from "#app/platform/postgres/keyset.ts";
import { ROLES, type Role } from "#app/visibility/member.ts";

export const MEMBERS_PER_PAGE = 50;

export type ListedMember = {
	id: number;
	handle: string;
	name: string;
	role: Role;
	createdAt: Date;
};

const COLUMNS = fragment(
	'u.id, u.handle, u.name, m.role, m.created_at AS "createdAt"',
);
const LIMIT = limit(MEMBERS_PER_PAGE + 1);

export const afterMember = ({
	role,
	createdAt,
	id,
}: ListedMember): RankedCursor => ({
	rank: ROLES.indexOf(role),
	time: createdAt,
	id,
});

/** Staff first, then newest; one more than a page shows. */
export const listMembers = (courseId: number, after: RankedCursor | null) =>
	sql<ListedMember>`
		SELECT ${COLUMNS} FROM memberships m JOIN users u ON u.id = m.user_id
		WHERE m.course_id = ${courseId} ${
			after
				? piece`AND (m.role, m.created_at, m.user_id) < (${ROLES[after.rank] ?? ROLES[0]}::role, ${after.time}, ${after.id})`
				: piece``
		}
		ORDER BY m.role DESC, m.created_at DESC, m.user_id DESC ${LIMIT}`;

/** Sorts after every continuation of a prefix. */
const LAST = "\u{10ffff}";

/** By prefix in lower case; at most a page of each. */
export function findMembers(courseId: number, start: string) {
	const beginning = (words: string) => piece`(
		SELECT ${COLUMNS} FROM users u JOIN memberships m ON m.course_id = ${courseId} AND m.user_id = u.id
		WHERE ${fragment(words)} ~>=~ ${start} AND ${fragment(words)} ~<~ ${start + LAST}
		ORDER BY ${fragment(words)} USING ~<~ ${LIMIT})`;
	return sql<ListedMember>`${beginning("u.handle")} UNION ${beginning("lower(u.name)")} ORDER BY handle`;
}

export async function findMember(
	courseId: number,
	handle: string,
): Promise<ListedMember | null> {
	const found = await db.membership.findFirst({
		where: { courseId, user: { handle } },
		select: {
			role: true,
			createdAt: true,
			user: { select: { id: true, handle: true, name: true } },
		},
	});
	if (!found) return null;
	const { user, ...membership } = found;
	return { ...user, ...membership };
}
