import type { Reader } from "#app/events/act.server.ts";
import { notesReader } from "#app/notes/commands.server.ts";
import { notificationsReader } from "#app/notifications/reader.server.ts";
import { searchReader } from "#app/search/tasks.server.ts";
import { threadsReader } from "#app/threads/reader.server.ts";

/** Everything that reads events, in the order of locks (counters/locks.server.ts). */
export const READERS: Reader[] = [
	threadsReader,
	notesReader,
	notificationsReader,
	searchReader,
];
