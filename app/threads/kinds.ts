export const THREAD_KINDS = [
	"lesson",
	"thinking",
	"question",
	"topic",
	"announcement",
] as const;

/** The other kinds come with a lesson. */
export const STARTED_KINDS = ["question", "topic", "announcement"] as const;
export type StartedKind = (typeof STARTED_KINDS)[number];
