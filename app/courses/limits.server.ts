import { env } from "#app/platform/env.server.ts";
import { TooFast } from "#app/platform/forms/refusal.ts";
import {
	limited,
	MINUTE,
	type RateLimit,
	rateLimit,
} from "#app/platform/http/rate-limit.server.ts";
import { isStaff, type Role } from "#app/visibility/member.ts";

export const ACTS = rateLimit("acts", env.LIMIT_ACTS_MINUTE, MINUTE);
export const EDITS = rateLimit("edits", env.LIMIT_EDITS_MINUTE, MINUTE);
export const PREVIEWS = rateLimit(
	"previews",
	env.LIMIT_PREVIEWS_MINUTE,
	MINUTE,
);
/** What a form asks for while somebody writes. */
export const LOOKUPS = rateLimit("lookups", env.LIMIT_LOOKUPS_MINUTE, MINUTE);

type Person = { id: number; role?: Role | null };

/** Staff have higher limits. Null, or the seconds to wait. */
export const limitedFor = (by: Person, limit: RateLimit) =>
	limited(limit, by.id, { staff: isStaff(by.role ?? null) });

/** @throws TooFast */
export const counting =
	(...limits: RateLimit[]) =>
	async (by: Person): Promise<void> => {
		for (const limit of limits) {
			const retryAfter = await limitedFor(by, limit);
			if (retryAfter) throw new TooFast(retryAfter);
		}
	};
