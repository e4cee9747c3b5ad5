import { lockCourse } from "#app/counters/locks.server.ts";
import { act, type Given } from "#app/events/act.server.ts";
import { giveRole, giveSite } from "#app/members/roles.server.ts";
import { Invalid, Refusal } from "#app/platform/forms/refusal.ts";
import type { Role } from "#app/visibility/member.ts";

declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		lastInstructor: true;
	}
}

/** Idempotent. @throws Invalid where there is no such handle @throws Refusal where no instructor would remain */
export const nameRole = (
	handle: string,
	given: Given & { course: { id: number }; role: Role },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { course, role } = given;
		await lockCourse(sql, course.id);
		const [named] = await sql<{ id: number }>`
			SELECT id FROM users WHERE handle = ${handle}`;
		if (!named) throw new Invalid("handle", "handleUnknown");
		await giveRole(sql, course.id, named.id, role);
		const [left] = await sql`
			SELECT 1 FROM memberships WHERE course_id = ${course.id} AND role = 'instructor'
			UNION ALL SELECT 1 FROM users WHERE owner_at IS NOT NULL LIMIT 1`;
		if (!left) throw new Refusal("lastInstructor");
		happened("member.named", { details: { userId: named.id, role } });
	});

/** From the command line. False where there is no such handle. Idempotent. */
export const nameOwner = (handle: string): Promise<boolean> =>
	act({ by: null, course: null }, async (sql, happened) => {
		const [named] = await sql<{ id: number }>`
			SELECT id FROM users WHERE handle = ${handle}`;
		if (!named) return false;
		await giveSite(sql, named.id);
		happened("owner.named", { shownIn: [null], details: { userId: named.id } });
		return true;
	});
