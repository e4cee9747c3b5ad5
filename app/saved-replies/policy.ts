import { isStaff, type Member } from "#app/visibility/member.ts";

/** Characters. */
export const SAVED_TITLE_MAX = 60;

export const SAVED_SHOWN = 200;

export const canUseSavedReplies = (by: Member) => isStaff(by.role);
