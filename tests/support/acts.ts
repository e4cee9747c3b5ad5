import type { Act } from "#tests/support/acts/act.ts";
import { COURSE_ACTS } from "#tests/support/acts/course.ts";
import { REPLIES_ACTS } from "#tests/support/acts/replies.ts";
import { THREADS_ACTS } from "#tests/support/acts/threads.ts";

/** Everything that changes a course; a test picks among them at random. */
export const ACTS: Record<string, Act> = {
	...REPLIES_ACTS,
	...THREADS_ACTS,
	...COURSE_ACTS,
};

/** The acts that conflict most. */
export const OFTEN = [
	...["post", "answer", "edit", "remove", "restore", "accept", "endorse"],
	...["vote", "voteThread", "pin", "place", "promote", "settle", "unsettle"],
	...["name", "import", "undo", "addTerm", "read"],
];
