import { isStaff, type Role } from "#app/courses/policy.ts";
import { type LimitName, limited } from "#app/platform/rate-limit.server.ts";
import { TooFast } from "#app/platform/refusal.ts";

/**
 * Counts an act of a member.
 * @throws TooFast beyond the limit; staff may do more
 */
export async function countAct(
	name: LimitName,
	by: { id: number; role: Role | null },
): Promise<void> {
	const staff = isStaff(by.role);
	const retryAfter = await limited(name, by.id, { staff });
	if (retryAfter) throw new TooFast(retryAfter);
}
