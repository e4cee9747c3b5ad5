import { isStaff, type Member } from "#app/visibility/member.ts";

export const canUseSavedReplies = (by: Member) => isStaff(by.role);
