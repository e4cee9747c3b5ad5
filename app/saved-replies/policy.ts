import { isStaff, type Member } from "#app/courses/policy.ts";

/** Characters of the title that a saved reply is picked by. */
export const SAVED_TITLE_MAX = 60;

/** Saved replies of a course that are listed at most. */
export const SAVED_SHOWN = 200;

export const canUseSavedReplies = (by: Member) => isStaff(by.role);
