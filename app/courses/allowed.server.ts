import { forbidden } from "#app/platform/http.server.ts";
import { Refusal } from "#app/platform/refusal.ts";

export type Changeable = {
	thread?: { lockedAt: Date | null; removedAt: Date | null };
	reply?: { removedAt: Date | null; promotedTo: unknown };
};

export function hasRight<Found extends Changeable>(
	found: Found,
	can: (found: Found) => boolean,
): boolean {
	const { thread, reply } = found;
	const before = {
		...found,
		thread: thread && { ...thread, lockedAt: null, removedAt: null },
		reply: reply && { ...reply, removedAt: null, promotedTo: null },
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
	if (thread?.removedAt) throw new Refusal("threadRemoved");
	if (reply?.removedAt) throw new Refusal("replyRemoved");
	throw new Refusal(reply?.promotedTo ? "replyPromoted" : "threadLocked");
}
