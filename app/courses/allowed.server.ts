import { Refusal } from "#app/platform/forms/refusal.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { isShown, type Visibility } from "#app/visibility/policy.ts";

export type Changeable = {
	thread?: { lockedAt: Date | null; visibility: Visibility };
	reply?: { visibility: Visibility; promotedTo: unknown };
};

export function hasRight<Found extends Changeable>(
	found: Found,
	can: (found: Found) => boolean,
): boolean {
	const { thread, reply } = found;
	const before = {
		...found,
		thread: thread && { ...thread, lockedAt: null, visibility: "shown" },
		reply: reply && { ...reply, visibility: "shown", promotedTo: null },
	};
	return can(found) || can(before);
}

/** @throws Refusal where the act was allowed until something changed; Response 403 where it never was */
export function allow<Found extends Changeable>(
	found: Found,
	can: (found: Found) => boolean,
): void {
	if (can(found)) return;
	if (!hasRight(found, can)) throw forbidden();
	const { thread, reply } = found;
	if (thread && !isShown(thread)) throw new Refusal("threadRemoved");
	if (reply && !isShown(reply)) throw new Refusal("replyRemoved");
	throw new Refusal(reply?.promotedTo ? "replyPromoted" : "threadLocked");
}
