import type { ThreadState } from "#app/threads/policy.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

/** A note in one's own words, which is a reply in the lesson's `thread`. */
export const canWriteNote = (
	by: Member,
	thread: Pick<ThreadState, "visibility">,
) => isStaff(by.role) && isShown(thread);
