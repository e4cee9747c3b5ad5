import { isStaff, type Role } from "#app/courses/policy.ts";
import { type LimitName, limited } from "#app/platform/rate-limit.server.ts";
import { TooFast } from "#app/platform/refusal.ts";

/** For `attempt`, which requires it. Staff have higher limits. @throws TooFast */
export const counting =
	(by: { id: number; role?: Role | null }, ...limits: LimitName[]) =>
	async (): Promise<void> => {
		const staff = isStaff(by.role ?? null);
		for (const limit of limits) {
			const retryAfter = await limited(limit, by.id, { staff });
			if (retryAfter) throw new TooFast(retryAfter);
		}
	};
