import { type EventKind, kindOf } from "#app/events/kinds.ts";
import {
	type Change,
	changed,
	gather,
	NO_COURSE,
} from "#app/platform/postgres/changes.server.ts";
import { type Sql, transaction } from "#app/platform/postgres/db.server.ts";

/** Who acts, where, and why. `by` null: the command line. */
export type Given = {
	by: { id: number | null } | null;
	course: { id: number } | null;
	reason?: string;
};

type About = {
	/** Of a course that the act itself creates or finds. */
	courseId?: number;
	/** Where pages change, if not in its course alone; null: anywhere. */
	shownIn?: readonly (number | null)[];
	threadId?: number;
	replyId?: number;
	details?: Record<string, unknown>;
};

export type Event = Omit<About, "courseId"> & {
	kind: EventKind;
	courseId: number | null;
	byId: number | null;
};

/** Runs in the act's transaction, after its rows are written. What takes long or leaves the database is a job that it adds. */
export type Reader = {
	kinds: readonly EventKind[];
	read(sql: Sql, event: Event): Promise<unknown>;
};

let readers: readonly Reader[] | undefined;

/** Before the first act of a process. */
export function readEvents(all: readonly Reader[]): void {
	readers = all;
}

export type Happened = (kind: EventKind, about?: About) => void;

/**
 * Runs a command: its rows, its events and what readers make of them are one transaction. Then caches of the pages
 * that show it are told. An act without events changed nothing. `work` may run twice.
 */
export async function act<Result>(
	given: Given,
	work: (sql: Sql, happened: Happened) => Promise<Result>,
): Promise<Result> {
	let events: Event[] = [];
	const result = await transaction(async (sql) => {
		events = [];
		const done = await work(sql, (kind, about) =>
			events.push({
				courseId: given.course?.id ?? null,
				byId: given.by?.id ?? null,
				...about,
				kind,
			}),
		);
		if (events.length > 0) await record(sql, events, given.reason ?? null);
		return done;
	});
	report(events);
	return result;
}

async function record(sql: Sql, events: Event[], reason: string | null) {
	if (!readers) throw new Error("readEvents was not called");
	await sql`
		INSERT INTO events (kind, course_id, thread_id, reply_id, by_id, reason, details)
		SELECT kind, "courseId", "threadId", "replyId", "byId", ${reason}, coalesce(details, '{}')
		FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
			AS given (kind text, "courseId" int, "threadId" int, "replyId" int, "byId" int, details jsonb)`;
	for (const reader of readers)
		for (const event of events)
			if (reader.kinds.includes(event.kind)) await reader.read(sql, event);
}

function report(events: Event[]) {
	const changes = new Map<string, Change>();
	for (const { kind, courseId, shownIn, threadId } of events) {
		const { adds, showsOutside, showsInThreads } = kindOf(kind);
		const scope = showsInThreads ? {} : { threadId };
		if (shownIn)
			for (const place of shownIn) gather(changes, { courseId: place, adds });
		else if (courseId !== null) gather(changes, { courseId, ...scope, adds });
		if (showsOutside) gather(changes, { courseId: NO_COURSE });
	}
	for (const change of changes.values()) changed(change);
}
