import { canEditLessons, type Member } from "#app/courses/policy.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";

/** Positions a question may offer in its own words, and the characters of one. */
export const POSITIONS_MIN = 2;
export const POSITIONS_MAX = 4;
export const POSITION_MAX = 20;

/** The positions that need no words of their own: the interface says them in the reader's language. */
export const STANDARD_POSITIONS = ["yes", "partly", "no"] as const;

export const isStandard = (positions: readonly string[]) =>
	positions.join("\n") === STANDARD_POSITIONS.join("\n");

/** Characters, blanks left out, of one's own reply that opens the others' where one writes first. */
export const OPENING_CHARACTERS = 30;

/** Whoever may edit the lesson that asks the question. */
export const canSetThinking = (by: Member, thread: { kind: ThreadKind }) =>
	thread.kind === "thinking" && canEditLessons(by);

/** Everybody for themselves. */
export const canMarkRead = (by: Member) => by.id !== null;
