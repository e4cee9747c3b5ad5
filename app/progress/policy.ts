import type { Member } from "#app/visibility/member.ts";

export const canMarkRead = (by: Member) => by.id !== null;
