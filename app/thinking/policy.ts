import { canEditLessons } from "#app/courses/policy.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import type { Member } from "#app/visibility/member.ts";

export const canSetThinking = (by: Member, thread: { kind: ThreadKind }) =>
	thread.kind === "thinking" && canEditLessons(by);
