import type { Role } from "#app/courses/policy.ts";
import { changed } from "#app/platform/changes.server.ts";
import { transaction } from "#app/platform/db.server.ts";
import { Invalid, Refusal } from "#app/platform/refusal.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";

/**
 * Gives an account a role in a course. Idempotent.
 * @throws Invalid where there is no such handle
 * @throws Refusal where the course would be left without an instructor
 */
export async function nameRole(
	courseId: number,
	handle: string,
	role: Role,
): Promise<void> {
	await transaction(async (sql) => {
		await sql`SELECT 1 FROM courses WHERE id = ${courseId} FOR NO KEY UPDATE`;
		const [named] = await sql<{ id: number }>`
			INSERT INTO memberships (course_id, user_id, role)
			SELECT ${courseId}, id, ${role}::role FROM users WHERE handle = ${handle}
			ON CONFLICT (course_id, user_id) DO UPDATE SET role = excluded.role RETURNING user_id AS id`;
		if (!named) throw new Invalid("handle", "handleUnknown");
		await recountQuestions(sql, { repliedBy: named.id });
		const [left] = await sql`
			SELECT 1 FROM memberships WHERE course_id = ${courseId} AND role = 'instructor'
			UNION ALL SELECT 1 FROM users WHERE owner_at IS NOT NULL LIMIT 1`;
		if (!left) throw new Refusal("lastInstructor");
	});
	changed(courseId);
}

/** Makes an account an owner of the site; false where there is no such handle. Idempotent. */
export async function nameOwner(handle: string): Promise<boolean> {
	const isNamed = await transaction(async (sql) => {
		const [named] = await sql<{ id: number }>`
			UPDATE users SET owner_at = coalesce(owner_at, now()) WHERE handle = ${handle} RETURNING id`;
		if (named) await recountQuestions(sql, { repliedBy: named.id });
		return named !== undefined;
	});
	if (isNamed) changed(null);
	return isNamed;
}
