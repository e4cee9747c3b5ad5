import { lockCourse } from "#app/counters/locks.server.ts";
import { giveRole, giveSite } from "#app/members/roles.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { transaction } from "#app/platform/db.server.ts";
import { Invalid, Refusal } from "#app/platform/refusal.ts";
import type { Role } from "#app/visibility/member.ts";

declare module "#app/platform/refusal.ts" {
	interface Refusals {
		lastInstructor: true;
	}
}

/** Idempotent. @throws Invalid where there is no such handle @throws Refusal where no instructor would remain */
export async function nameRole(
	courseId: number,
	handle: string,
	role: Role,
): Promise<void> {
	await transaction(async (sql) => {
		await lockCourse(sql, courseId);
		const [named] = await sql<{ id: number }>`
			SELECT id FROM users WHERE handle = ${handle}`;
		if (!named) throw new Invalid("handle", "handleUnknown");
		await giveRole(sql, courseId, named.id, role);
		const [left] = await sql`
			SELECT 1 FROM memberships WHERE course_id = ${courseId} AND role = 'instructor'
			UNION ALL SELECT 1 FROM users WHERE owner_at IS NOT NULL LIMIT 1`;
		if (!left) throw new Refusal("lastInstructor");
	});
	changed(courseId);
}

/** False where there is no such handle. Idempotent. */
export async function nameOwner(handle: string): Promise<boolean> {
	const isNamed = await transaction(async (sql) => {
		const [named] = await sql<{ id: number }>`
			SELECT id FROM users WHERE handle = ${handle}`;
		if (named) await giveSite(sql, named.id);
		return named !== undefined;
	});
	if (isNamed) changed(null);
	return isNamed;
}
