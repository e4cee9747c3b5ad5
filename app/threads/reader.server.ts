import type { Reader } from "#app/events/act.server.ts";

/** All of these hold the thread's lock. A vote holds only the reply's, and does not wait for the thread. */
export const threadsReader: Reader = {
	kinds: [
		...["reply.posted", "reply.edited", "reply.removed", "reply.restored"],
		...["reply.promoted", "reply.demoted"],
		...["reply.accepted", "reply.unaccepted"],
		...["reply.endorsed", "reply.unendorsed", "reply.commented"],
		...["reply.uncommented", "note.pinned", "note.unpinned", "note.checked"],
		...["publishing.accepted", "thinking.set"],
	] as const,
	read: (sql, { threadId }) =>
		sql`UPDATE threads SET replies_version = replies_version + 1 WHERE id = ${threadId}`,
};
