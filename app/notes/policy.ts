import type { ThreadState } from "#app/threads/policy.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

export const canWriteNote = (
	by: Member,
	thread: Pick<ThreadState, "visibility">,
) => isStaff(by.role) && isShown(thread);
