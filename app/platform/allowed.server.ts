import { forbidden } from "#app/platform/http.server.ts";
import { Refusal } from "#app/platform/refusal.ts";

/** What may change between a page and an act of it. */
export type Changeable = {
	thread?: { lockedAt: Date | null; removedAt: Date | null };
	reply?: { removedAt: Date | null; promotedTo: unknown };
};

/** Whether what `can` asks about is allowed, or was until a lock, a removal or a promotion came. */
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

/**
 * Lets an act pass that is allowed.
 * @throws Refusal where it was, until something came between the page and the act
 * @throws Response 403 where it never was
 */
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
