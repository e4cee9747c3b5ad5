type Kind = {
	/** Nothing that could be read before was removed or rewritten. */
	adds?: true;
	/** Pages outside the course change as well: the list of courses. */
	showsOutside?: true;
	/** Other threads change as well: a reply that became a question shows its title. */
	showsInThreads?: true;
};

const EVENT_KINDS = {
	"course.created": { adds: true, showsOutside: true },
	"course.edited": { showsOutside: true },
	"lesson.created": { showsOutside: true },
	"lesson.edited": {},
	"lesson.ordered": {},
	"lesson.imported": { showsOutside: true },
	"thread.started": { adds: true },
	"thread.edited": { showsInThreads: true },
	"thread.locked": {},
	"thread.unlocked": {},
	"thread.removed": { showsInThreads: true },
	"thread.restored": { showsInThreads: true },
	"thread.voted": { adds: true },
	"thread.unvoted": { adds: true },
	"thinking.set": {},
	"question.solved": {},
	"question.claimed": {},
	"question.released": {},
	"question.settled": {},
	"question.unsettled": {},
	"publishing.proposed": {},
	"publishing.withdrawn": {},
	"publishing.accepted": { showsInThreads: true },
	"publishing.declined": {},
	"reply.posted": { adds: true },
	"reply.edited": {},
	"reply.removed": {},
	"reply.restored": {},
	"reply.promoted": { showsInThreads: true },
	"reply.demoted": { showsInThreads: true },
	"reply.accepted": {},
	"reply.unaccepted": {},
	"reply.endorsed": {},
	"reply.unendorsed": {},
	"reply.commented": {},
	"reply.uncommented": {},
	"reply.asking": {},
	"reply.not_asking": {},
	"reply.voted": { adds: true },
	"reply.unvoted": { adds: true },
	"note.pinned": {},
	"note.unpinned": {},
	"note.checked": {},
	"note.placed": {},
	"term.added": {},
	"term.edited": {},
	"term.removed": {},
	"term.restored": {},
	"saved_reply.added": {},
	"saved_reply.edited": {},
	"saved_reply.removed": {},
	"saved_reply.restored": {},
	"member.named": {},
	"owner.named": {},
	"account.created": {},
	"account.edited": {},
	"account.password_changed": {},
} as const satisfies Record<string, Kind>;

export type EventKind = keyof typeof EVENT_KINDS;

export const kindOf = (kind: EventKind): Kind => EVENT_KINDS[kind];
