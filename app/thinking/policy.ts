import { canEditLessons } from "#app/courses/policy.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import type { Member } from "#app/visibility/member.ts";

/** Positions in a question's own words, and the characters of one. */
export const POSITIONS_MIN = 2;
export const POSITIONS_MAX = 4;
export const POSITION_MAX = 20;

export const STANDARD_POSITIONS = ["yes", "partly", "no"] as const;

export const isStandard = (positions: readonly string[]) =>
	positions.join("\n") === STANDARD_POSITIONS.join("\n");

export const canSetThinking = (by: Member, thread: { kind: ThreadKind }) =>
	thread.kind === "thinking" && canEditLessons(by);

export const canMarkRead = (by: Member) => by.id !== null;
