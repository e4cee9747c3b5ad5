import type { EventKind } from "#app/events/kinds.ts";

type Kind = {
	/** What it tells of; with `detail`, only where the event has that. */
	after: EventKind;
	detail?: string;
	/** Takes it back, by default unless it was read. */
	takenBackBy?: { event: EventKind; evenRead?: true };
	/** The asker of the event's question. Nobody is told of their own acts. */
	to: "asker";
	leadsTo: "thread" | "reply";
};

/** Each kind has its words under the same name, in `notifications.kinds`. */
export const NOTIFICATION_KINDS = {
	answered: {
		after: "reply.posted",
		detail: "answersAsStaff",
		to: "asker",
		leadsTo: "reply",
	},
	settled: {
		after: "question.settled",
		takenBackBy: { event: "question.unsettled", evenRead: true },
		to: "asker",
		leadsTo: "thread",
	},
	proposed: {
		after: "publishing.proposed",
		takenBackBy: { event: "publishing.withdrawn" },
		to: "asker",
		leadsTo: "thread",
	},
} as const satisfies Record<string, Kind>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

export const listKinds = () =>
	Object.entries<Kind>(NOTIFICATION_KINDS).map(([name, kind]) => ({
		name,
		...kind,
	}));
