import type { Role } from "#app/courses/policy.ts";
import {
	recountFor,
	recountsDone,
	resumeRecounts,
} from "#app/members/recount.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { transaction } from "#app/platform/db.server.ts";
import { Invalid, Refusal } from "#app/platform/refusal.ts";

/**
 * Gives an account a role in a course; the questions that it replied to follow (`recountFor`). Idempotent.
 * @throws Invalid where there is no such handle
 * @throws Refusal where the course would be left without an instructor
 */
export async function nameRole(
	courseId: number,
	handle: string,
	role: Role,
): Promise<void> {
	const userId = await transaction(async (sql) => {
		await sql`SELECT 1 FROM courses WHERE id = ${courseId} FOR NO KEY UPDATE`;
		const [named] = await sql<{ id: number }>`
			INSERT INTO memberships (course_id, user_id, role, recounted_to)
			SELECT ${courseId}, id, ${role}::role, 0 FROM users WHERE handle = ${handle}
			ON CONFLICT (course_id, user_id) DO UPDATE SET role = excluded.role, recounted_to = 0 RETURNING user_id AS id`;
		if (!named) throw new Invalid("handle", "handleUnknown");
		const [left] = await sql`
			SELECT 1 FROM memberships WHERE course_id = ${courseId} AND role = 'instructor'
			UNION ALL SELECT 1 FROM users WHERE owner_at IS NOT NULL LIMIT 1`;
		if (!left) throw new Refusal("lastInstructor");
		return named.id;
	});
	changed(courseId);
	await recountFor({ courseId, userId });
}

/** Makes an account an owner of the site; false where there is no such handle. Idempotent. */
export async function nameOwner(handle: string): Promise<boolean> {
	const named = await transaction(async (sql) => {
		const [user] = await sql<{ id: number }>`
			UPDATE users SET owner_at = coalesce(owner_at, now()) WHERE handle = ${handle} RETURNING id`;
		if (user)
			await sql`UPDATE memberships SET recounted_to = 0 WHERE user_id = ${user.id}`;
		return user;
	});
	if (!named) return false;
	changed(null);
	await resumeRecounts();
	await recountsDone();
	return true;
}
