import { z } from "zod";
import type { Event, Reader } from "#app/events/act.server.ts";
import type { EventKind } from "#app/events/kinds.ts";
import { addJob, type Task } from "#app/platform/jobs/queue.server.ts";
import { indexAll, indexWhere } from "#app/search/indexing.server.ts";
import type { Source } from "#app/search/sources.server.ts";

type Changed = "course" | "lesson" | "thread" | "reply" | "term";
type Column = Parameters<typeof indexWhere>[1];

/** What is indexed anew when one of these has changed. */
const PARTS: Record<Changed, [Source, Column][]> = {
	course: [
		["block", "course_id"],
		["thread", "course_id"],
		["reply", "course_id"],
		["note", "course_id"],
		["term", "course_id"],
	],
	lesson: [
		["block", "lesson_id"],
		["thread", "lesson_id"],
	],
	thread: [["thread", "id"]],
	reply: [
		["reply", "id"],
		["note", "reply_id"],
		["term", "reply_id"],
	],
	term: [["term", "id"]],
};

/** Who may find it is no matter of the index: removing, restoring and hiding change nothing here. */
const CHANGES: Partial<
	Record<EventKind, [Changed, (event: Event) => unknown]>
> = {
	"lesson.imported": ["course", ({ courseId }) => courseId],
	"import.undone": ["course", ({ courseId }) => courseId],
	"lesson.created": ["lesson", ({ details }) => details?.lessonId],
	"lesson.edited": ["lesson", ({ details }) => details?.lessonId],
	"thread.started": ["thread", ({ threadId }) => threadId],
	"thread.edited": ["thread", ({ threadId }) => threadId],
	"reply.promoted": ["thread", ({ details }) => details?.questionId],
	"reply.posted": ["reply", ({ replyId }) => replyId],
	"reply.edited": ["reply", ({ replyId }) => replyId],
	"note.pinned": ["reply", ({ replyId }) => replyId],
	"note.checked": ["reply", ({ replyId }) => replyId],
	"term.added": ["term", ({ details }) => details?.termId],
	"term.edited": ["term", ({ details }) => details?.termId],
	"term.restored": ["term", ({ details }) => details?.termId],
};

/** Without a key: it would make commits wait for each other. */
export const indexChangedTask: Task<{ changed: Changed; id: number }> = {
	name: "indexChanged",
	payload: z.object({
		changed: z.enum(["course", "lesson", "thread", "reply", "term"]),
		id: z.int(),
	}),
	async run({ changed, id }, signal) {
		for (const [of, column] of PARTS[changed])
			await indexWhere(of, column, id, signal);
	},
};

export const searchReader: Reader = {
	kinds: Object.keys(CHANGES) as EventKind[],
	async read(sql, event) {
		const [changed, idOf] = CHANGES[event.kind] ?? [];
		const id = idOf?.(event);
		if (!changed || typeof id !== "number")
			throw new Error(`${event.kind} does not say what has changed`);
		await addJob(sql, indexChangedTask, { changed, id });
	},
};

export const indexMissingTask: Task = {
	name: "indexMissing",
	payload: z.object({}).strict(),
	atStart: {},
	merges: true,
	run: (_, signal) => indexAll({ signal }),
};
